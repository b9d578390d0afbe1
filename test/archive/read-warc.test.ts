import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import { readWarc, type WarcItem } from '../../src/archive/read-warc.ts';
import { makeExchange, PAGE } from './make-exchange.ts';
import { eachGzipped, rawRecord, rawResponse, sha1Base32, writeWarc } from './make-warc.ts';
import { DATE, gbkPage, tempArchive, tempDir } from './temp-archive.ts';

async function read(path: string, limits?: Parameters<typeof readWarc>[1]): Promise<WarcItem[]> {
  const items: WarcItem[] = [];
  for await (const item of readWarc(path, limits)) items.push(item);
  return items;
}

/** An item in a word: the body of a document, or why there is none. */
const brief = (item: WarcItem): string =>
  item.kind === 'document' ? Buffer.from(item.body).toString() : `${item.kind} ${item.reason}`;

const url = 'http://a.gov.cn/1';
const records = [
  rawRecord('warcinfo', 'software: x\r\n'),
  rawResponse(url, 'one'),
  rawRecord('request', 'GET / HTTP/1.1\r\n\r\n', { 'WARC-Target-URI': url }),
  rawResponse(url, 'two'),
  rawResponse(url, 'three'),
];
/** The head alone: the length of the block stays true. */
function withoutReturns(record: Buffer): Buffer {
  const end = record.indexOf('\r\n\r\n') + 4;
  return Buffer.concat([
    Buffer.from(record.toString('latin1', 0, end).replaceAll('\r', '')),
    record.subarray(end),
  ]);
}
const told = ['left_out other_record', 'one', 'left_out other_record', 'two', 'three'];

test.each<[string, readonly Uint8Array[]]>([
  ['a gzip member a record', eachGzipped(records)],
  ['one gzip stream for all', [gzipSync(Buffer.concat(records))]],
  ['no gzip', records],
  [
    'gzip members that cut records anywhere',
    [gzipSync(Buffer.concat(records).subarray(0, 700)), gzipSync(Buffer.concat(records).subarray(700))],
  ],
  ['lines without carriage returns', records.map(withoutReturns)],
])('the same records from %s', async (_, parts) => {
  expect((await read(writeWarc(parts))).map(brief)).toEqual(told);
});

test('a document comes with its address, date, status, headers and both bodies', async () => {
  const payload = gzipSync(gbkPage('年报'));
  const chunked = Buffer.concat([
    Buffer.from(`${payload.length.toString(16)};x=y\r\n`),
    payload,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
  const http = [
    'Content-Type: text/html; charset=gbk',
    'Content-Encoding: gzip',
    'Transfer-Encoding: chunked',
  ];
  const fields = { 'WARC-IP-Address': '192.0.2.1', 'WARC-Target-URI': `<${url}>` };
  const [item] = await read(writeWarc(eachGzipped([rawResponse(url, chunked, { http, fields })])));
  expect(item).toMatchObject({
    kind: 'document',
    ...{
      type: 'response',
      url,
      ip: '192.0.2.1',
      status: 200,
      contentType: 'text/html; charset=gbk',
      payload,
    },
    date: new Date('2022-02-01T00:00:00Z'),
  });
  expect(item).toHaveProperty('http.headers.2', ['Transfer-Encoding', 'chunked']);
  expect(Buffer.from((item as { body: Uint8Array }).body)).toEqual(gbkPage('年报'));
});

test('an address with Chinese characters is given as it is asked for', async () => {
  const [item] = await read(writeWarc([rawResponse('http://a.gov.cn/年报.html', 'x')]));
  expect(item).toMatchObject({ url: 'http://a.gov.cn/%E5%B9%B4%E6%8A%A5.html' });
});

test('a resource is a document, a revisit says that it is none', async () => {
  const parts = [
    rawRecord('resource', 'file', { 'WARC-Target-URI': 'file:///a.html', 'Content-Type': 'text/html' }),
    rawRecord('revisit', 'HTTP/1.1 200 OK\r\n\r\n', { 'WARC-Target-URI': url }),
    rawRecord('conversion', 'text', { 'WARC-Target-URI': url }),
  ];
  const items = await read(writeWarc(eachGzipped(parts)));
  expect(items.map(brief)).toEqual(['file', 'left_out revisit', 'left_out other_record']);
  expect(items[0]).toMatchObject({ type: 'resource', url: 'file:///a.html', contentType: 'text/html' });
});

test('Common Crawl: digests in base 32, headers of the wire renamed, bodies that it cut', async () => {
  const body = Buffer.from('政府信息公开');
  const http = [
    'Content-Type: text/html',
    'X-Crawl-Content-Encoding: gzip',
    'X-Crawl-Transfer-Encoding: chunked',
    `Content-Length: ${body.length}`,
  ];
  const block = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${http.join('\r\n')}\r\n\r\n`), body]);
  const digests = { 'WARC-Payload-Digest': sha1Base32(body), 'WARC-Block-Digest': sha1Base32(block) };
  const cut = { fields: { 'WARC-Truncated': 'length' } };
  const wrong = { fields: { 'WARC-Payload-Digest': sha1Base32('other') } };
  const unknown = { fields: { 'WARC-Payload-Digest': 'blake3:abc' } };
  const parts = [
    rawResponse(url, body, { http, fields: digests }),
    rawResponse(url, 'cut', cut),
    rawResponse(url, 'wrong', wrong),
    rawResponse(url, 'unknown', unknown),
  ];
  expect((await read(writeWarc(eachGzipped(parts)))).map(brief)).toEqual([
    body.toString(),
    'left_out truncated',
    'left_out damaged',
    'unknown',
  ]);
});

const chunkedHeader = { http: ['Transfer-Encoding: chunked'] };
test.each([
  ['chunks', '3\r\nabc\r\n2;e=1\r\nde\r\n0\r\n\r\n', 'abcde'],
  ['a body that was taken apart already', 'abcde', 'abcde'],
  ['a body that only looks like a chunk at first', 'ad\r\nvert', 'left_out damaged'],
  ['a body that begins with digits', '2021\r\n年'.padEnd(9000, ' '), '2021\r\n年'.padEnd(9000, ' ')],
  ['chunks that stop too early', '3\r\nabc\r\nff\r\nde', 'left_out damaged'],
  ['chunks without their end', '3\r\nabc\r\n', 'left_out damaged'],
  ['no bytes', '', ''],
])('a body said to be chunked: %s', async (_, body, expected) => {
  expect((await read(writeWarc([rawResponse(url, body, chunkedHeader)]))).map(brief)).toEqual([expected]);
});

test('contents that cannot be decoded, or grow too large, are told and not held', async () => {
  const http = (encoding: string) => ({ http: [`Content-Encoding: ${encoding}`] });
  const parts = [
    rawResponse(url, gzipSync(Buffer.alloc(90_000_000)), http('gzip')),
    rawResponse(url, brotliCompressSync(Buffer.alloc(9_000_000)), http('br')),
    rawResponse(url, 'abc', http('zstd')),
    rawResponse(url, gzipSync(gzipSync('x')), http('gzip, gzip')),
    rawResponse(url, 'whole'),
  ];
  expect((await read(writeWarc(eachGzipped(parts)))).map(brief)).toEqual([
    'left_out too_large',
    'left_out too_large',
    'left_out undecodable',
    'left_out undecodable',
    'whole',
  ]);
});

test('a record over the limit of size is passed over in little memory', async () => {
  const path = join(tempDir(), 'large.warc.gz');
  const descriptor = openSync(path, 'w');
  const size = 400_000_000;
  const [head = ''] = rawResponse(url, '').toString().split('\r\n\r\n');
  writeSync(
    descriptor,
    gzipSync(`${head.replace(/Content-Length: \d+/, `Content-Length: ${size}`)}\r\n\r\n`),
  );
  const piece = gzipSync(Buffer.alloc(size / 100));
  for (let n = 0; n < 100; n++) writeSync(descriptor, piece);
  writeSync(descriptor, gzipSync('\r\n\r\n'));
  writeSync(descriptor, gzipSync(rawResponse(url, 'behind')));
  closeSync(descriptor);
  let most = 0;
  const before = process.memoryUsage().rss;
  for await (const item of readWarc(path)) {
    most = Math.max(most, process.memoryUsage().rss - before);
    expect(['left_out too_large', 'behind']).toContain(brief(item));
  }
  expect(most).toBeLessThan(150 * 1024 * 1024);
});

const members = eachGzipped(records);
const middle = (bytes: Buffer): number => Math.floor(bytes.length / 2);
function flip(bytes: Buffer, at = middle(bytes)): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 0x10, at);
  return changed;
}
const replaced = (index: number, bytes: Buffer) => members.with(index, bytes);

test.each<[string, readonly Uint8Array[], readonly string[]]>([
  [
    'cut off in its last record',
    replaced(4, members[4]!.subarray(0, -40)),
    [...told.slice(0, 4), 'left_out damaged', 'junk cut_off'],
  ],
  ['cut off in its first bytes', [members[0]!.subarray(0, 20)], ['left_out damaged', 'junk cut_off']],
  [
    'with a changed checksum',
    replaced(3, flip(members[3]!, members[3]!.length - 6)),
    [...told.slice(0, 3), 'left_out damaged', 'junk damaged', 'three'],
  ],
  [
    'with junk between records',
    members.toSpliced(3, 0, Buffer.from('no gzip at all '.repeat(20))),
    [...told.slice(0, 3), 'junk damaged', ...told.slice(3)],
  ],
  [
    'plain, with junk before and between',
    [
      Buffer.from('filedesc://x.arc 0.0.0.0 2007 text/plain 77\n1 0 x\n\n'),
      ...records.toSpliced(3, 0, Buffer.from('junk\nmore junk\n')),
    ],
    ['junk damaged', ...told.slice(0, 3), 'junk damaged', ...told.slice(3)],
  ],
  [
    'plain and cut off',
    [...records.slice(0, 4), records[4]!.subarray(0, -30)],
    [...told.slice(0, 4), 'left_out damaged'],
  ],
  [
    'with a length that is too small',
    records.with(1, Buffer.from(records[1]!.toString().replace(/Content-Length: \d+/, 'Content-Length: 20'))),
    [told[0]!, 'left_out damaged', 'junk damaged', ...told.slice(2)],
  ],
  [
    'with a length that is none',
    records.with(1, Buffer.from(records[1]!.toString().replace(/Content-Length: \d+/, 'Content-Length: x'))),
    [told[0]!, 'left_out damaged', 'junk damaged', ...told.slice(2)],
  ],
  [
    'with an answer that is no HTTP',
    records.with(1, rawRecord('response', 'nonsense', { 'WARC-Target-URI': url })),
    [told[0]!, 'left_out damaged', ...told.slice(2)],
  ],
  ['that is no WARC', [Buffer.from('<html>'.repeat(1000))], ['junk damaged']],
  ['that is gzip, and no WARC', [gzipSync('<html>\n'.repeat(1000))], ['junk damaged']],
  ['without a byte', [], []],
])('a file %s gives what can be read, and says so', async (_, parts, expected) => {
  expect((await read(writeWarc(parts))).map(brief)).toEqual(expected);
});

test('wherever one byte of a record has changed, its body never comes out as another', async () => {
  for (let at = 0; at < members[3]!.length; at += 2) {
    const found = (await read(writeWarc(replaced(3, flip(members[3]!, at))))).map(brief);
    expect(found.filter((text) => !/^(?:left_out|junk)/.test(text) && !told.includes(text))).toEqual([]);
    expect(found.at(-1)).toBe('three');
  }
});

test('the project’s own files read like any other', async () => {
  const archive = await tempArchive();
  await appendExchange(archive, makeExchange(), { role: 'report' });
  await appendExchange(archive, makeExchange(), { role: 'report' });
  const items = await read(join(archive.dir, 'gongkai-000001.warc.gz'));
  expect(items.filter(({ kind }) => kind === 'document')).toMatchObject([
    { url: PAGE, date: DATE, ip: '192.0.2.7' },
  ]);
  expect(items.filter((item) => item.kind === 'left_out' && item.reason === 'revisit')).toHaveLength(1);
});
