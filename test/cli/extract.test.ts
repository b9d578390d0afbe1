import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { type Extractor, extract } from '../../src/cli/commands/extract.ts';
import { type DocumentRecord, resultOfFindings } from '../../src/cli/document-record.ts';
import { unreadableFinding } from '../../src/cli/read-document.ts';
import { TEXTS } from '../../src/cli/texts.ts';
import { capture, handMade, sessionOf } from './hand-made.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-extract-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text = name): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const [a, b, c] = [file('a.txt'), file('b.txt'), file('c.txt')];
const missing = join(folder, 'missing.txt');

/** Stands in for the parsers: the title is the text of the file, `throw` makes the reader fail. */
const standIn = (one: Extractor['extract']): Extractor => ({
  threads: 2,
  extract: one,
  extractReport: async () => {
    throw new Error('no attachments here');
  },
  close: async () => {},
});

const readTitle: Extractor['extract'] = async (bytes) => {
  const text = Buffer.from(bytes).toString();
  if (text === 'throw') throw new Error('reader broke');
  if (text === 'slow') await new Promise((resolve) => setTimeout(resolve, 50));
  const result = handMade();
  return { ...result, report: { ...result.report, title: text } };
};

async function run(paths: string[], options = {}, terminal = {}, lang: 'zh' | 'en' = 'en') {
  const io = capture(terminal);
  const exitCode = await extract(paths, options, sessionOf(io, lang), async () => standIn(readTitle));
  return { exitCode, out: io.out(), err: io.err() };
}

const objects = (out: string): DocumentRecord[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('one object a document, in the order given, with the keys of the contract in their order', async () => {
  const slow = file('slow.txt', 'slow');
  const { exitCode, out } = await run([slow, b, a]);
  expect(exitCode).toBe(0);
  const records = objects(out);
  expect(records.map((record) => record.file)).toEqual([slow, b, a]);
  const [record] = records;
  expect(Object.keys(record ?? {})).toEqual([
    'file',
    'report',
    'values',
    'cells',
    'claims',
    'findings',
    'evaluated',
    'basis',
  ]);
  expect(Object.keys(record?.report ?? {})).toEqual(
    'title agency place division level year published form period contact'.split(' '),
  );
  expect(Object.keys(record?.findings[0] ?? {})).toEqual(
    'rule scope severity outcome message expected actual delta variables suggestions confirmed'.split(' '),
  );
  expect(record?.values['applications.received_new.total']).toBe(27);
  expect(record?.values['disclosure.regulations.issued']).toBeNull();
  expect(Object.keys(record?.values ?? {})[0]).toBe('disclosure.regulations.issued');
  expect(record?.cells.find((cell) => 'imputed' in cell)).toMatchObject({ value: null, imputed: 2 });
});

test('the message is a text in the language asked for', async () => {
  const zh = objects((await run([a], {}, {}, 'zh')).out)[0];
  const en = objects((await run([a])).out)[0];
  expect(zh?.findings[0]?.message).toBe('印作“00”，读作 0');
  expect(en?.findings[0]?.message).toBe('printed "00", read as 0');
});

test('a file that cannot be read gives its own object, and the others are read all the same', async () => {
  const { exitCode, out, err } = await run([a, missing, b]);
  expect(exitCode).toBe(6);
  const records = objects(out);
  expect(records.map((record) => record.findings[0]?.rule)).toEqual([
    'cell.malformed',
    'document.unreadable',
    'cell.malformed',
  ]);
  expect(records[1]).toMatchObject({
    file: missing,
    values: {},
    cells: [],
    report: { title: null, form: null },
  });
  expect(records[1]?.findings[0]?.message).toBe('there is no such file');
  expect(err).toContain('3 files read, 1 of them could not be read');
});

test('a reader that fails costs one document and is told with its file', async () => {
  const broken = file('broken.txt', 'throw');
  const { exitCode, out, err } = await run([broken, a]);
  expect(exitCode).toBe(6);
  expect(objects(out).map((record) => record.findings[0]?.rule)).toEqual([
    'document.unreadable',
    'cell.malformed',
  ]);
  expect(err).toContain(`${broken}: the reader itself failed: reader broke`);
});

test('when nothing could be read the arguments were wrong', async () => {
  expect((await run([missing])).exitCode).toBe(2);
  const empty = join(folder, 'empty-folder');
  mkdirSync(empty);
  const { exitCode, err } = await run([empty]);
  expect(exitCode).toBe(2);
  expect(err).toContain('there is no document to read');
});

test('a file over the limit is not read but reported', async () => {
  const large = file('large.html', '');
  truncateSync(large, 65 * 1024 * 1024);
  const { exitCode, out } = await run([large, a]);
  expect(exitCode).toBe(0);
  expect(objects(out)[0]?.findings[0]).toMatchObject({
    rule: 'document.too_large',
    message: 'the file has 65 MiB, more than the limit of 64 MiB, and was not read',
  });
});

test('a pipe without a writer is refused, not waited for', async () => {
  const pipe = join(folder, 'pipe.txt');
  execFileSync('mkfifo', [pipe]);
  const { out } = await run([pipe, a]);
  expect(objects(out)[0]?.findings[0]?.message).toBe('not a regular file, not read');
});

test('folders are read in natural order, without hidden files and other kinds, which are counted', async () => {
  for (const name of ['tree/10.html', 'tree/9.html', 'tree/sub/2.txt', 'tree/.hidden.html', 'tree/logo.css'])
    file(name);
  symlinkSync('..', join(folder, 'tree', 'up'));
  const { out, err, exitCode } = await run([join(folder, 'tree')]);
  expect(exitCode).toBe(0);
  expect(objects(out).map((record) => record.file)).toEqual(
    ['tree/9.html', 'tree/10.html', 'tree/sub/2.txt'].map((name) => join(folder, name)),
  );
  expect(err).toMatch(/skipped in folders: 2 files of kinds that cannot be read and 1 hidden/);
});

test('json is one object for one file and an array for a folder or several files', async () => {
  expect(JSON.parse((await run([a], { format: 'json' })).out).file).toBe(a);
  expect(JSON.parse((await run([a, b], { format: 'json' })).out)).toHaveLength(2);
  file('single/one.txt');
  expect(JSON.parse((await run([join(folder, 'single')], { format: 'json' })).out)).toHaveLength(1);
});

test('csv has no row for a document without cells, and each is told of in one line', async () => {
  const nothing: Extractor['extract'] = async () => resultOfFindings([unreadableFinding(TEXTS.fileMissing)]);
  const io = capture({});
  const code = await extract([a, b, missing], { format: 'csv' }, sessionOf(io, 'en'), async () =>
    standIn(async (bytes, origin) => (origin.file === b ? nothing(bytes, origin) : readTitle(bytes, origin))),
  );
  const told = io
    .err()
    .split('\n')
    .filter((line) => line.includes('no row in the CSV'));
  expect(told).toHaveLength(2);
  expect(told[0]).toBe(`${b}: no cells, so it has no row in the CSV: there is no such file`);
  expect(told[1]).toContain(missing);
  expect(code).toBe(6);
});

test('csv is long, one row a cell', async () => {
  const lines = (await run([a], { format: 'csv' })).out.split('\r\n');
  expect(lines[0]).toBe('file,variable,value,status,raw,division,place,year');
  expect(lines).toContain(`${a},applications.received_new.total,27,reported,27,220382,双辽市,2021`);
  expect(lines).toContain(
    `${a},applications.refused_internal_affairs.legal_service_org,0,reported,00,220382,双辽市,2021`,
  );
  expect(lines).toContain(`${a},disclosure.regulations.issued,,blank,,220382,双辽市,2021`);
});

test('a terminal gets tables and what to do next, a pipe gets lines of JSON', async () => {
  const { out } = await run([a, b], {}, { stdout: true });
  expect(out).toContain('What to do next');
  expect(out.match(/What to do next/g)).toHaveLength(1);
  expect(out).toContain('┌');
  expect((await run([a])).out.startsWith('{')).toBe(true);
});

test('--url stands beside the file', async () => {
  const [record] = objects((await run([a], { url: 'https://example.gov.cn/1.html' })).out);
  expect(Object.keys(record ?? {}).slice(0, 3)).toEqual(['file', 'url', 'report']);
  expect((await run([a], { url: 'https://example.gov.cn/1.html', format: 'json' })).exitCode).toBe(0);
});

test('an object is out before a later document is done', async () => {
  let finish = () => {};
  const never = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const seen: string[] = [];
  const io = capture();
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      seen.push(String(chunk));
      if (String(chunk).includes('"a.txt"')) finish();
      done();
    },
  });
  const waiting: Extractor['extract'] = async (bytes, origin) => {
    if (origin.file === b) await never;
    return readTitle(bytes, origin);
  };
  const session = { ...sessionOf(io), stdout };
  expect(await extract([a, b, c], {}, session, async () => standIn(waiting))).toBe(0);
  expect(seen.join('').trim().split('\n')).toHaveLength(3);
});
