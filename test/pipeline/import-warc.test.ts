import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { sniffKind } from '../../parsers/index.ts';
import { captures } from '../../src/archive/captures.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { variableSeeds } from '../../src/cli/variable-seeds.ts';
import { extractDocument } from '../../src/pipeline/extract-document.ts';
import type { ImportDeps } from '../../src/pipeline/import-documents.ts';
import { importWarc } from '../../src/pipeline/import-warc.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { listReports } from '../../src/store/list-reports.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import { eachGzipped, rawRecord, rawResponse, writeWarc } from '../archive/make-warc.ts';
import { tempArchive, tempDir } from '../archive/temp-archive.ts';
import { dump, tempStore } from '../store/temp-store.ts';

const fixture = (name: string): Buffer => readFileSync(join('test/fixtures', name));
const SITE = 'http://www.a.gov.cn';
const report = fixture('generated/html-plain-2021-11.html');
const linked = Buffer.concat([report, Buffer.from('<a href="P0.pdf?x=1&amp;y=2">附件</a>')]);
const html = ['Content-Type: text/html', 'Server: site'];
const guide =
  '<html><title>政府信息公开指南</title><p>主动公开、依申请公开、行政复议、收费。年度报告见本网。信息公开</html>';
const list = `<html><title>政府信息公开年报</title>${'<a href="1.html">2021年政府信息公开工作年度报告</a>'.repeat(30)}</html>`;

/** A crawl of a site: two pages and two files that are reports, and what else lies there. */
const records = [
  rawRecord('warcinfo', 'software: x\r\n'),
  rawResponse(`${SITE}/list.html`, list, { http: html }),
  rawResponse(`${SITE}/1/`, gzipSync(linked), { http: [...html, 'Content-Encoding: gzip'] }),
  rawRecord('request', 'GET /1/ HTTP/1.1\r\n\r\n', { 'WARC-Target-URI': `${SITE}/1/` }),
  rawResponse(`${SITE}/1/P0.pdf?x=1&y=2`, fixture('pdf/browser-separate-borders.pdf'), {
    http: ['Content-Type: application/octet-stream'],
  }),
  rawResponse(`${SITE}/2.html`, fixture('generated/html-gbk-as-utf8-31.html'), { http: html }),
  rawResponse(`${SITE}/zhinan.html`, guide, { http: html }),
  rawResponse(`${SITE}/a.png`, Buffer.from('89504e470d0a1a0a', 'hex'), { http: ['Content-Type: image/png'] }),
  rawResponse(`${SITE}/3.html`, report, { http: html, status: '404 Not Found' }),
  rawRecord('revisit', '', { 'WARC-Target-URI': `${SITE}/1/` }),
  rawRecord('resource', fixture('generated/html-word-2021-13.html'), {
    'WARC-Target-URI': `${SITE}/4.html`,
    'Content-Type': 'text/html',
  }),
];

async function makeDeps(changes: Partial<ImportDeps> = {}): Promise<ImportDeps> {
  const store = tempStore();
  seedVariables(store, variableSeeds());
  return {
    store,
    archive: await tempArchive(),
    readBytes: async (path) => readFileSync(path),
    extract: (bytes, origin) => extractDocument(bytes, origin, { gazetteer: loadGazetteer() }),
    sniff: (bytes) => ({ kind: sniffKind(bytes) }),
    now: () => new Date(0),
    parserVersion: '1',
    ...changes,
  };
}

const none = { other_record: 0, revisit: 0, too_large: 0, undecodable: 0, truncated: 0, damaged: 0 };

test('the reports in a WARC file are found, archived as they were sent, and loaded; the rest is counted', async () => {
  const deps = await makeDeps();
  const path = writeWarc(eachGzipped(records));
  const seen: number[] = [];
  const result = await importWarc({ path }, deps, (progress) => seen.push(progress.records));
  expect(seen.at(-1)).toBe(11);
  expect(result).toMatchObject({
    records: 11,
    leftOut: { ...none, other_record: 2, revisit: 1, status: 1, other_kind: 1, not_a_report: 2, no_text: 0 },
  });
  expect(result.documents.map(({ input, outcome }) => [input.url, outcome])).toEqual([
    [`${SITE}/1/`, 'inserted'],
    [`${SITE}/1/P0.pdf?x=1&y=2`, 'inserted'],
    [`${SITE}/2.html`, 'inserted'],
    [`${SITE}/4.html`, 'inserted'],
  ]);
  expect(result).not.toHaveProperty('damage');

  const kept = [...captures(deps.archive)].toSorted((a, b) => a.url.localeCompare(b.url));
  const file = 'made.warc.gz';
  const date = '2022-02-01T00:00:00.000Z';
  expect(kept).toMatchObject([
    {
      url: `${SITE}/1/`,
      type: 'response',
      role: 'report',
      status: 200,
      contentType: 'text/html',
      file,
      date,
    },
    { url: `${SITE}/1/P0.pdf?x=1&y=2`, role: 'attachment', page: `${SITE}/1/`, file, date },
    { url: `${SITE}/2.html`, role: 'report', file, date },
    { url: `${SITE}/4.html`, type: 'resource', role: 'report', file, date },
  ]);
  const [page] = kept;
  if (!page?.place) throw new Error('the page has no place');
  expect(Buffer.from(await readRecord(deps.archive.dir, page.place))).toEqual(linked);
  const stored = listReports(deps.store).rows;
  expect(stored.map(({ url }) => url).toSorted()).toEqual(kept.map(({ url }) => url));
  expect(stored.find(({ url }) => url === page.url)?.archive_offset).toBe(page.place.offset);

  const state = () => [
    dump(deps.store),
    readdirSync(deps.archive.dir).map((name) => readFileSync(join(deps.archive.dir, name), 'latin1')),
  ];
  const before = state();
  const again = await importWarc({ path }, deps);
  expect(again.documents.map(({ outcome }) => outcome)).toEqual(Array(4).fill('unchanged'));
  expect(state()).toEqual(before);
});

test('an earlier capture of the same page is kept too, as a revisit', async () => {
  const deps = await makeDeps();
  const earlier = { http: html, fields: { 'WARC-Date': '2021-03-01T00:00:00Z' } };
  await importWarc({ path: writeWarc([rawResponse(`${SITE}/1.html`, report, { http: html })]) }, deps);
  const { documents } = await importWarc(
    { path: writeWarc([rawResponse(`${SITE}/1.html`, report, earlier)]) },
    deps,
  );
  expect(documents).toMatchObject([{ outcome: 'unchanged' }]);
  expect([...captures(deps.archive)]).toMatchObject([
    { type: 'response', date: '2022-02-01T00:00:00.000Z' },
    { type: 'revisit', date: '2021-03-01T00:00:00.000Z' },
  ]);
});

test('a document that the parser breaks on is one failure; a full disk ends the file', async () => {
  const broken = await makeDeps({
    extract: (bytes, origin) =>
      origin.url?.endsWith('2.html')
        ? Promise.reject(new Error('the parser broke'))
        : extractDocument(bytes, origin, { gazetteer: loadGazetteer() }),
  });
  const path = writeWarc([records[5]!, records[10]!]);
  const result = await importWarc({ path }, broken);
  expect(result.documents.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['failed', 'the parser broke'],
    ['inserted', undefined],
  ]);
  const full = await makeDeps({ concurrency: 1 });
  full.store.sqlite.pragma('query_only = 1');
  const stopped = await importWarc({ path: writeWarc(Array(9).fill(records[5]!)) }, full);
  expect(stopped.error).toMatchObject({ problem: 'no_access' });
  expect(stopped.records).toBeLessThan(9);
});

const hasWget = spawnSync('wget', ['--version']).status === 0;

test.runIf(hasWget)('a WARC file that wget wrote is read', async () => {
  const dir = tempDir();
  const deps = await makeDeps();
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('Content-Type', 'text/html');
    if (url === '/') response.end(`<a href="/1.html">年报</a><a href="/x.html">x</a>`);
    else if (url === '/1.html')
      for (const part of [report.subarray(0, 5000), report.subarray(5000)]) response.write(part);
    else response.statusCode = 404;
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const crawl = ['-q', '-r', '-nd', '--delete-after', '--no-proxy', '-e', 'robots=off', '--warc-file=crawl'];
  const child = spawn('wget', [...crawl, `http://127.0.0.1:${port}/`], { cwd: dir, stdio: 'ignore' });
  await once(child, 'exit');
  const { documents, leftOut, ...rest } = await importWarc({ path: join(dir, 'crawl.warc.gz') }, deps);
  const url = `http://127.0.0.1:${port}/1.html`;
  expect(documents).toMatchObject([{ input: { url }, outcome: 'inserted' }]);
  expect(leftOut).toMatchObject({ damaged: 0, truncated: 0, undecodable: 0, revisit: 0 });
  // Its robots.txt, the pages that are none, and what wget tells of itself.
  expect(rest.records).toBe(1 + Object.values(leftOut).reduce((sum, count) => sum + count));
  expect(rest).not.toHaveProperty('damage');
  expect([...captures(deps.archive)]).toMatchObject([{ url, status: 200, file: 'crawl.warc.gz' }]);
});
