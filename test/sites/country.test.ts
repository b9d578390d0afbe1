import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { FAMILIES } from '../../scrapers/families/index.ts';
import { FAMILY_IDS, SourceEntry } from '../../src/model/source-entry.ts';
import { challengedFirst } from './challenged-first.ts';
import { buildCountry } from './country.ts';
import { askSite, walkSite } from './walk-site.ts';

const country = buildCountry();

test('the country has 60 hosts of all families and some 600 reports, each at an address of its own', () => {
  const urls = country.reports.map(({ url }) => url);
  expect(country.hosts.length).toBe(60);
  expect(new Set(country.sites.map(({ host }) => host)).size).toBe(60);
  expect(new Set(country.sources.map(({ family }) => family))).toEqual(new Set(FAMILY_IDS));
  expect(urls.length).toBeGreaterThanOrEqual(550);
  expect(urls.length).toBeLessThanOrEqual(650);
  expect(new Set(urls).size).toBe(urls.length);
  expect(country.decoys.length).toBeGreaterThan(300);
});

test('its registry is valid', () => {
  for (const { id, ...entry } of country.sources) {
    expect(SourceEntry.parse(entry)).toEqual(entry);
    expect(id).toBe(entry.division);
  }
});

test('it is the same whenever it is built', () => {
  const digest = ({ hosts }: ReturnType<typeof buildCountry>) =>
    hosts.map((host) =>
      createHash('sha1')
        .update(askSite(host, { url: host.reports.at(-1)!.url }).text)
        .digest('hex'),
    );
  expect(digest(buildCountry({ hosts: 11 }))).toEqual(
    digest({ ...country, hosts: country.hosts.slice(0, 11) }),
  );
});

test.each(country.hosts.map((host) => [host.site.host, host.source.family, host] as const))(
  'the lists of %s (%s) lead to its reports and to nothing else',
  (_, family, host) => {
    const { reports } = walkSite(host, FAMILIES[family]);
    expect(reports.map(({ url }) => url).toSorted()).toEqual(host.reports.map(({ url }) => url).toSorted());
  },
);

test('a copy that is kept is confirmed by its ETag and by its date', () => {
  const [host] = country.hosts;
  const { pathname } = new URL(host!.reports[0]!.url);
  const ask = (headers: Record<string, string>) =>
    host!.site.answer({
      host: host!.site.host,
      method: 'GET',
      path: pathname,
      headers,
      body: '',
      attempt: 0,
    });
  const { etag = '', 'last-modified': date = '' } = ask({})?.headers ?? {};
  expect(ask({ 'if-none-match': etag })?.status).toBe(304);
  expect(ask({ 'if-modified-since': date })?.status).toBe(304);
  expect(ask({ 'if-none-match': '"other"' })?.status ?? 200).toBe(200);
});

test('a site behind a wall shows a challenge first, which no family takes for a page of reports', () => {
  const host = country.hosts.find(({ source }) => source.family === 'generic')!;
  const walled = challengedFirst(host);
  const url = host.reports[0]!.url;
  const challenge = askSite(walled, { url }, 0);
  for (const family of Object.values(FAMILIES)) {
    const { reports, more } = family.readList(challenge);
    expect([reports, more, family.readArticle(challenge).isReport]).toEqual([[], [], false]);
  }
  expect(askSite(walled, { url }, 1).text).toBe(askSite(host, { url }).text);
});
