import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/cli/document-record.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import type { FamilyId } from '../../src/model/source-entry.ts';
import { buildCountry, type CountryHost } from '../sites/country.ts';
import type { PlannedReport } from '../sites/site-plan.ts';
import { type LocalWeb, type Site, startWeb } from '../sites/web.ts';
import { capture } from './hand-made.ts';

const country = buildCountry({ hosts: 12 });
const host = (family: FamilyId): CountryHost => {
  const found = country.hosts.find(({ source }) => source.family === family);
  if (!found) throw new Error(`no host of ${family}`);
  return found;
};
const withFile = (family: FamilyId): PlannedReport => {
  const found = host(family).reports.find(({ attachments }) => attachments.length > 0);
  if (!found) throw new Error(`no report of ${family} with a file`);
  return found;
};

const page = (body: string) => `<html><head><title>某区</title></head><body>${body}</body></html>`;
/** Hosts that go wrong in ways that the country does not. */
const odd: Site = {
  host: 'www.odd.gov.cn',
  answer: ({ path }) => {
    if (path === '/robots.txt')
      return { body: 'User-agent: *\nDisallow: /secret/\n', headers: { 'content-type': 'text/plain' } };
    if (path === '/inside') return { status: 302, headers: { location: 'https://10.0.0.1/' }, body: '' };
    if (path === '/text.html') return { body: page('<p>今日天气晴。</p>') };
    return undefined;
  },
};

let web: LocalWeb;
/** Files of trs that the web has lost. */
const lost = new Set<string>();
beforeAll(async () => {
  web = await startWeb([...country.sites, odd], {
    faults: ({ path }, _, response) => {
      if (!lost.has(path)) return false;
      response.writeHead(404).end();
      return true;
    },
  });
});
afterAll(() => web.close());

async function extract(urls: readonly string[], options: readonly string[] = [], mirror = true) {
  const io = capture();
  const reach = mirror ? ['--connect-to', web.connectTo, '--delay', '0'] : [];
  const code = await runCli(['extract', ...urls, '--lang', 'en', ...reach, ...options], io);
  const records = io
    .out()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as DocumentRecord);
  return { code, records, err: io.err() };
}

test('a page and its attachments are one report, whatever system made the page', async () => {
  const reports = (['trs', 'jpaas', 'lonsun'] as const).map(withFile);
  const { code, records } = await extract(reports.map(({ url }) => url));
  expect(code).toBe(0);
  const asked = web.log.map((line) => `http://${line.host}${line.path}`);
  for (const [at, { url, attachments }] of reports.entries()) {
    const record = records[at];
    expect(record).toMatchObject({ url, report: { form: expect.any(String) } });
    expect(record).not.toHaveProperty('file');
    expect([url, ...attachments]).toContain(record?.read_from);
    expect(record?.cells.filter(({ status }) => status === 'reported').length).toBeGreaterThan(100);
    expect(asked).toEqual(expect.arrayContaining([...attachments]));
  }
});

test('an article that the page keeps in a script is read', async () => {
  const [report] = host('gkmlpt').reports;
  const { code, records } = await extract([report?.url ?? '']);
  expect(code).toBe(0);
  expect(records[0]?.report.year).toBe(report?.year);
  expect(records[0]?.cells.length).toBeGreaterThan(100);
});

test('the address of a file is read as the file that it is', async () => {
  const { attachments } = withFile('trs');
  const { code, records } = await extract(attachments);
  expect(code).toBe(0);
  expect(records[0]).toMatchObject({ url: attachments[0] });
  expect(records[0]?.cells.length).toBeGreaterThan(100);
});

test('an attachment that cannot be had is a finding, and the page is read', async () => {
  const { url, attachments } = withFile('trs');
  for (const attachment of attachments) lost.add(new URL(attachment).pathname);
  const { code, records } = await extract([url]).finally(() => lost.clear());
  expect(code).toBe(0);
  const missing = records[0]?.findings.filter(({ rule }) => rule === 'document.unreadable') ?? [];
  expect(missing.map(({ scope, severity }) => [scope, severity])).toEqual(
    attachments.map(() => ['attachment', 'error']),
  );
  expect(missing[0]?.message).toContain(`${attachments[0]} could not be fetched`);
  expect(missing[0]?.message).toContain('(gone: ');
});

test.each([
  ['http://www.odd.gov.cn/secret/1.html', /robots\.txt of the site does not allow it \(robots: /],
  ['http://www.odd.gov.cn/none.html', /the page does not exist \(gone: /],
  ['http://www.odd.gov.cn/inside', /not on the public web, no connection is made \(private_address: /],
])('%s is not read, and one line says why', async (url, says) => {
  const { code, records } = await extract([url]);
  expect(code).toBe(2);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ url, cells: [], findings: [{ rule: 'document.unreadable' }] });
  expect(records[0]?.findings[0]?.message).toMatch(says);
  expect(records[0]?.findings[0]?.message).not.toContain('\n');
});

test('the address guard holds where --connect-to leads nowhere', async () => {
  const { code, records } = await extract([`http://127.0.0.1:${web.port}/`], [], false);
  expect(code).toBe(2);
  expect(records[0]?.findings[0]?.message).toMatch(/\(private_address: (?!robots).*--connect-to HOST:PORT/);
});

test('some of several addresses failed: the others are read, in order, and the code says so', async () => {
  const { url } = withFile('boda');
  const { code, records, err } = await extract(['http://www.odd.gov.cn/none.html', url]);
  expect(code).toBe(6);
  expect(records.map((record) => record.url)).toEqual(['http://www.odd.gov.cn/none.html', url]);
  expect(err).toContain('2 files read, 1 of them could not be read');
});

test('the level debug tells each fetch, and what became of it', async () => {
  const { err } = await extract(['http://www.odd.gov.cn/none.html'], ['--log-level', 'debug']);
  expect(err).toMatch(/^GET http:\/\/www\.odd\.gov\.cn\/none\.html → gone: [^\n]+ \(\d+ ms\)$/m);
});

test('a page that is no report says so', async () => {
  const { code, records } = await extract(['http://www.odd.gov.cn/text.html']);
  expect(code).toBe(0);
  expect(records[0]?.findings.map(({ rule }) => rule)).toContain('document.not_a_report');
});

test.each([
  [['--url', 'http://a.example/'], /--url and --attachment go with files/],
  [['--attachment', 'a.pdf'], /--url and --attachment go with files/],
  [['--delay', 'x'], /--delay is a number of seconds/],
  [['--connect-to', 'nowhere'], /not a target for --connect-to/],
])('%j with an address is refused', async (options, says) => {
  const io = capture();
  expect(await runCli(['extract', 'http://www.odd.gov.cn/', ...options], io)).toBe(2);
  expect(io.err()).toMatch(says);
});

test('a host is asked one request at a time, also for several of its pages', async () => {
  const before = web.log.length;
  const urls = host('boda')
    .reports.slice(0, 3)
    .map(({ url }) => url);
  await extract(urls);
  const lines = web.log.slice(before).toSorted((a, b) => a.start - b.start);
  expect(lines.length).toBeGreaterThan(3);
  for (const [at, line] of lines.slice(1).entries())
    expect(line.start).toBeGreaterThanOrEqual(lines[at]?.end ?? 0);
});
