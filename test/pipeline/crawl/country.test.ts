import { expect, test } from 'vitest';
import { buildCountry, type CountryHost } from '../../sites/country.ts';
import { contentOf, expectBalance, nightAfter, nightBed, storedReports } from './night-bed.ts';

/** Three of the systems in the quick tests; all hosts in the long ones. */
const LONG = process.env['GONGKAI_LONG'] === '1';
const HOSTS = LONG ? 60 : 11;
const QUICK_FAMILIES = ['jcms-annual-report', 'gkmlpt', 'kaipu', 'generic'];

/** By its bytes: many addresses of files do not say what they give. */
function isPdf(hosts: readonly CountryHost[], address: string): boolean {
  const { hostname: host, pathname, search } = new URL(address);
  const site = hosts.find((one) => one.site.host === host)?.site;
  const request = { host, method: 'GET', path: pathname + search, headers: {}, body: '', attempt: 0 };
  return Buffer.from(site?.answer(request)?.body ?? '').toString('latin1', 0, 5) === '%PDF-';
}

test('a night over the country finds exactly its reports, and a second asks almost nothing and changes no row', {
  timeout: LONG ? 3_600_000 : 120_000,
}, async () => {
  const country = buildCountry({ hosts: HOSTS });
  const hosts = country.hosts.filter(({ source }) => LONG || QUICK_FAMILIES.includes(source.family));
  const sources = hosts.map(({ source }) => source);
  const planned = hosts.flatMap(({ reports }) => reports);
  const bed = await nightBed(
    hosts.map(({ site }) => site),
    sources,
  );
  const first = await bed.run();
  expect(first.sources.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
  expect(first).toMatchObject({
    exitCode: 0,
    alarms: [],
    totals: { new: planned.length, failed: 0, pending: 0 },
  });
  expectBalance(first);
  expect(first.newReports.toSorted()).toEqual(planned.map(({ url }) => url).toSorted());
  // The PDF that these sites share is about a year of its own.
  const isText = ({ attachments }: { attachments: readonly string[] }) =>
    !attachments.some((url) => isPdf(hosts, url));
  const texts = new Map(planned.filter(isText).map(({ url, year }) => [url, year]));
  const stored = storedReports(bed).filter(({ url }) => texts.has(url));
  expect(stored.map(({ url, year }) => [url, year])).toEqual(
    [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
  const content = contentOf(bed);
  const asked = bed.requests().length;

  const again = await bed.run();
  expect(bed.requests().length).toBeLessThan(asked * 0.05);
  expect(again).toMatchObject({
    exitCode: 0,
    totals: { new: 0, same: planned.length, changed: 0, vanished: 0 },
  });
  expect(contentOf(bed)).toEqual(content);

  const next = await bed.run({ at: nightAfter(1) });
  expect(next).toMatchObject({
    exitCode: 0,
    totals: { new: 0, same: planned.length, changed: 0, vanished: 0 },
  });
  expect(next.sources.every(({ parsed }) => parsed === 0)).toBe(true);
  expect(bed.requests().filter(({ status }) => status === 304).length).toBeGreaterThan(planned.length / 2);
  expect(contentOf(bed)).toEqual(content);
});
