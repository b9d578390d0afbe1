import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import { appendRendered } from '../../src/archive/append-rendered.ts';
import { appendResource } from '../../src/archive/append-resource.ts';
import { captures, latestCaptures } from '../../src/archive/captures.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Place } from '../../src/archive/place.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { rebuildIndex } from '../../src/archive/rebuild-index.ts';
import { makeExchange, PAGE } from './make-exchange.ts';
import { DATE, gbkPage, placesIn, tempArchive, tempDir } from './temp-archive.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const report = { role: 'report', source: '220382', title: '双辽市2021年年报' } as const;
const later = new Date(DATE.getTime() + 86_400_000);

interface Seen {
  readonly type: string;
  readonly warc: Record<string, string>;
  readonly block: string;
}

/** Every record of the archive as raw text: what any reader finds. */
function recordsOf(dir: string): Seen[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.warc.gz'))
    .flatMap((name) => indexOf(dir, name).map((entry) => readRaw(dir, name, entry)));
}

const indexOf = (dir: string, name: string): { offset: number; length: number }[] =>
  readFileSync(join(dir, `${name}.index.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function readRaw(dir: string, name: string, { offset, length }: { offset: number; length: number }): Seen {
  const text = gunzipSync(readFileSync(join(dir, name)).subarray(offset, offset + length)).toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).split('\r\n').slice(1);
  const warc = Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]));
  return { type: warc['WARC-Type'] ?? '', warc, block: text.slice(end + 4, -4) };
}

test('an exchange is a response, its request and metadata, written at once', async () => {
  const archive = await tempArchive(tempDir(), { info: { contact: 'mailto:someone@example.org' } });
  const { place, fresh } = await appendExchange(archive, makeExchange(), report);
  expect(fresh).toBe(true);
  const [info, response, request, metadata] = recordsOf(archive.dir) as [Seen, Seen, Seen, Seen];
  expect(info.block).toBe(
    'software: gongkai\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nrobots: obey\r\noperator: mailto:someone@example.org\r\n',
  );
  const payload = Buffer.from('<html>政府信息公开</html>');
  expect(response.warc).toMatchObject({
    'WARC-Type': 'response',
    'WARC-Target-URI': PAGE,
    'WARC-Date': '2022-01-20T08:00:00.000Z',
    'WARC-IP-Address': '192.0.2.7',
    'WARC-Payload-Digest': `sha256:${sha256(payload)}`,
    'WARC-Block-Digest': `sha256:${sha256(Buffer.from(response.block, 'latin1'))}`,
    'Content-Length': String(response.block.length),
    'Content-Type': 'application/http; msgtype=response',
  });
  expect(response.block).toBe(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: ${payload.length}\r\n\r\n${payload.toString('latin1')}`,
  );
  expect(request.warc['WARC-Concurrent-To']).toBe(response.warc['WARC-Record-ID']);
  expect(request.block).toBe(
    'GET /xxgk/2021.html HTTP/1.1\r\nHost: www.shuangliao.gov.cn\r\nUser-Agent: gongkai/0.1 (+mailto:someone@example.org)\r\n\r\n',
  );
  expect(metadata.warc['WARC-Concurrent-To']).toBe(response.warc['WARC-Record-ID']);
  expect(Buffer.from(metadata.block, 'latin1').toString()).toBe(
    'role: report\r\nsource: 220382\r\ntitle: 双辽市2021年年报\r\n',
  );
  expect(await readRecord(archive.dir, place as Place)).toEqual(payload);
});

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['identity', (bytes: Uint8Array) => bytes],
  ['gzip', (bytes: Uint8Array) => bytes],
])('the document is read back without its content encoding: %s', async (encoding, encode) => {
  const archive = await tempArchive();
  const payload = encode(gbkPage('年报'));
  const responseHeaders = [['Content-Encoding', encoding]] as const;
  const { place } = await appendExchange(archive, makeExchange({ payload, responseHeaders }), report);
  expect(place?.sha256).toBe(sha256(gbkPage('年报')));
  expect(Buffer.from(await readRecord(archive.dir, place as Place))).toEqual(gbkPage('年报'));
  expect(recordsOf(archive.dir)[1]?.warc['WARC-Payload-Digest']).toBe(`sha256:${sha256(payload)}`);
});

test.each([
  ['a bomb', 'gzip', gzipSync(Buffer.alloc(90_000_000))],
  ['two layers', 'gzip, gzip', gzipSync(gzipSync('x'))],
  ['half a stream', 'gzip', gzipSync(gbkPage('年报')).subarray(0, 20)],
  ['no stream at all', 'br', Buffer.from('plain text')],
])('what cannot be decoded is kept, and is no document: %s', async (_, encoding, payload) => {
  const archive = await tempArchive();
  const responseHeaders = [['content-encoding', encoding]] as const;
  expect(await appendExchange(archive, makeExchange({ payload, responseHeaders }), report)).toMatchObject({
    place: null,
    fresh: false,
  });
  expect(recordsOf(archive.dir)[1]?.warc['WARC-Payload-Digest']).toBe(`sha256:${sha256(payload)}`);
  expect([...captures(archive)][0]).not.toHaveProperty('sha256');
});

test('headers that spoke of the wire keep their value under another name', async () => {
  const archive = await tempArchive();
  const responseHeaders = [
    ['Transfer-Encoding', 'chunked'],
    ['Content-Length', '9999'],
    ['Content-Disposition', Buffer.from('attachment; filename="年报.doc"').toString('latin1')],
  ] as const;
  await appendExchange(archive, makeExchange({ responseHeaders, payload: Buffer.from('abc') }), report);
  expect(Buffer.from(recordsOf(archive.dir)[1]?.block ?? '', 'latin1').toString()).toBe(
    'HTTP/1.1 200 OK\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nX-Archive-Orig-Content-Length: 9999\r\nContent-Disposition: attachment; filename="年报.doc"\r\nContent-Length: 3\r\n\r\nabc',
  );
});

test('the same payload again is a revisit of the first, in this run or the next', async () => {
  const dir = tempDir();
  const archive = await openArchive(dir);
  const first = await appendExchange(archive, makeExchange(), report);
  await archive.close();
  const again = await tempArchive(dir);
  const url = `${PAGE}?copy`;
  const second = await appendExchange(again, makeExchange({ url, date: later }), { role: 'probe' });
  expect(second).toMatchObject({ place: first.place, fresh: false });
  const [, response, , , revisit] = recordsOf(dir) as Seen[];
  expect(revisit?.warc).toMatchObject({
    'WARC-Type': 'revisit',
    'WARC-Target-URI': url,
    'WARC-Profile': 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest',
    'WARC-Refers-To': response?.warc['WARC-Record-ID'],
    'WARC-Refers-To-Target-URI': PAGE,
    'WARC-Refers-To-Date': '2022-01-20T08:00:00.000Z',
    'WARC-Payload-Digest': response?.warc['WARC-Payload-Digest'],
  });
  expect(revisit?.block).toMatch(/^HTTP\/1\.1 200 OK\r\n(?:\S+: .*\r\n)+\r\n$/);
});

test('the same payload under another content encoding is another document', async () => {
  const archive = await tempArchive();
  const payload = gzipSync(gbkPage());
  const responseHeaders = [['Content-Encoding', 'gzip']] as const;
  await appendExchange(archive, makeExchange({ payload, responseHeaders }), report);
  const { place, fresh } = await appendExchange(archive, makeExchange({ payload }), report);
  expect([place?.sha256, fresh]).toEqual([sha256(payload), true]);
});

test('"not modified" refers to the last document of that address', async () => {
  const archive = await tempArchive();
  const unchanged = { status: 304, statusText: 'Not Modified', payload: new Uint8Array() };
  expect(await appendExchange(archive, makeExchange(unchanged), report)).toMatchObject({
    place: null,
    fresh: false,
  });
  const first = await appendExchange(archive, makeExchange(), report);
  await appendExchange(archive, makeExchange({ status: 404, payload: gbkPage('gone'), date: later }), report);
  const answer = await appendExchange(archive, makeExchange({ ...unchanged, date: later }), report);
  expect(answer).toMatchObject({ place: first.place, fresh: false });
  expect(recordsOf(archive.dir).at(-3)?.warc['WARC-Profile']).toBe(
    'http://netpreserve.org/warc/1.1/revisit/server-not-modified',
  );
  expect(
    [...captures(archive)].map(({ status, sha256 }) => [status, sha256 === first.place?.sha256]),
  ).toEqual([
    [304, false],
    [200, true],
    [404, false],
    [304, true],
  ]);
});

test('a body that stops before its end is kept as truncated, and is no document', async () => {
  const archive = await tempArchive();
  const cut = { ...makeExchange(), truncated: 'disconnect' } as const;
  expect(await appendExchange(archive, cut, report)).toMatchObject({ place: null, fresh: false });
  expect(recordsOf(archive.dir)[1]?.warc['WARC-Truncated']).toBe('disconnect');
  const whole = await appendExchange(archive, makeExchange(), report);
  expect(whole.fresh).toBe(true);
});

test('a page that the browser made is a resource with the page’s address', async () => {
  const archive = await tempArchive();
  const page = { url: PAGE, date: DATE, contentType: 'text/html; charset=utf-8' };
  const first = await appendRendered(archive, gbkPage('DOM'), page, report);
  const second = await appendRendered(archive, gbkPage('DOM'), { ...page, date: later }, report);
  expect(second).toMatchObject({ place: first.place, fresh: false });
  expect(recordsOf(archive.dir).map(({ type }) => type)).toEqual([
    ...['warcinfo', 'resource', 'metadata', 'revisit', 'metadata'],
  ]);
  const [made, revisited] = [...captures(archive)];
  expect(made).toMatchObject({ type: 'resource', url: PAGE, role: 'report', source: '220382' });
  expect(revisited).toMatchObject({ type: 'revisit', date: later.toISOString(), place: first.place });
});

/** An archive with a record of every kind. */
async function makeMixed(dir: string, fileLimitBytes: number) {
  const archive = await openArchive(dir, { fileLimitBytes });
  const pdf = {
    url: `${PAGE}/a.pdf`,
    payload: gbkPage('pdf'),
    responseHeaders: [['content-type', 'a/b']],
  } as const;
  await appendExchange(archive, makeExchange(), report);
  await appendExchange(archive, makeExchange(pdf), { role: 'attachment', page: PAGE });
  await appendExchange(archive, makeExchange({ date: later, statusText: '' }), {
    role: 'list',
    title: 'a\r\nrole: x\ud800 b',
  });
  await appendExchange(archive, makeExchange({ status: 304, payload: new Uint8Array() }), report);
  await appendExchange(
    archive,
    makeExchange({ method: 'POST', requestBody: 'a=年', url: 'http://x.cn/?a=,,,&b' }),
    report,
  );
  await appendRendered(
    archive,
    gbkPage('DOM'),
    { url: PAGE, date: DATE },
    { role: 'probe', file: 'x.warc.gz' },
  );
  await appendResource(archive, gbkPage('file'), { file: '年报.html', date: DATE });
  const bomb = {
    payload: gzipSync(Buffer.alloc(9_000_000)),
    responseHeaders: [['Content-Encoding', 'gzip']],
  } as const;
  await appendExchange(archive, makeExchange(bomb), report);
  await appendExchange(archive, { ...makeExchange(), payload: gbkPage('half'), truncated: 'time' }, report);
  await archive.close();
  return archive;
}

test.each([1, 3000, 1e9])(
  'the index is the same when made from the files alone; files of %d bytes',
  async (limit) => {
    const dir = tempDir();
    const archive = await makeMixed(dir, limit);
    const indexes = () => readdirSync(dir).filter((name) => name.endsWith('.jsonl'));
    const written = indexes().map((name) => readFileSync(join(dir, name), 'utf8'));
    const before = [...captures({ dir })];
    for (const name of indexes()) rmSync(join(dir, name));
    expect(rebuildIndex(dir)).toMatchObject({ records: 9, damages: [] });
    expect(indexes().map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(written);
    expect([...captures({ dir })]).toEqual(before);
    const again = await tempArchive(dir);
    expect(placesIn(again)).toEqual(placesIn(archive));
    const originals = ({ originals }: typeof archive) =>
      before.map(({ url, sha256 = '' }) => [
        originals.ofUri(url),
        originals.find('response', sha256),
        originals.find('resource', sha256),
      ]);
    expect(originals(again)).toEqual(originals(archive));
    expect(again.originals.ofUri(PAGE)).toMatchObject({ uri: PAGE });
    expect(latestCaptures({ dir }).get(PAGE)?.date).toBe(later.toISOString());
    expect(before[1]).toMatchObject({ role: 'attachment', page: PAGE, contentType: 'a/b', status: 200 });
    expect(before[2]).toMatchObject({ role: 'list', title: 'a role: x� b' });
  },
);

test('an index of the first version, which says less, still opens', async () => {
  const dir = tempDir();
  const archive = await openArchive(dir);
  const place = await appendResource(archive, gbkPage('file'), { url: PAGE, date: DATE });
  await archive.close();
  const index = join(dir, `${place.file}.index.jsonl`);
  const old = readFileSync(index, 'utf8').replaceAll(/,"(?:id|contentType)":"[^"]*"/g, '');
  writeFileSync(index, old);
  const again = await tempArchive(dir);
  expect(placesIn(again)).toEqual([place]);
  expect(readFileSync(index, 'utf8')).toBe(old);
  expect([...captures(again)]).toMatchObject([
    { type: 'resource', url: PAGE, date: DATE.toISOString(), sha256: place.sha256, place },
  ]);
});

test('another reader finds every record, and the digests are right', async () => {
  const dir = tempDir();
  await makeMixed(dir, 1e9);
  const seen: string[] = [];
  for await (const record of new WARCParser(createReadStream(join(dir, 'gongkai-000001.warc.gz')))) {
    const payload = await record.readFully(false);
    const digest = record.warcPayloadDigest;
    if (record.warcType !== 'revisit' && digest) expect(digest).toBe(`sha256:${sha256(payload)}`);
    const status = record.httpHeaders && record.warcType !== 'request' ? record.httpHeaders.statusCode : '';
    seen.push(`${record.warcType} ${record.warcTargetURI ?? ''} ${status}`);
  }
  expect(seen).toHaveLength(1 + 3 * 7 + 2 + 1);
  expect(seen).toContain('request http://x.cn/?a=,,,&b ');
  expect(seen.filter((line) => line.startsWith('revisit'))).toEqual([
    `revisit ${PAGE} 200`,
    `revisit ${PAGE} 304`,
    'revisit http://x.cn/?a=,,,&b 200',
  ]);
});
