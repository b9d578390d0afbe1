import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { appendResource } from '../../src/archive/append-resource.ts';
import { captures } from '../../src/archive/captures.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { DATE, gbkPage, placesIn, tempArchive, tempDir } from './temp-archive.ts';

const url = 'http://www.shuangliao.gov.cn/年报/2021.html';
const listing = (dir: string) => readdirSync(dir).map((name) => [name, statSync(join(dir, name)).size]);

test.each([
  ['GBK', gbkPage()],
  ['no bytes at all', new Uint8Array()],
  ['bytes like a WARC record', Buffer.from('\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n\r\n')],
  ['two megabytes', Buffer.alloc(2_000_000, gbkPage('一'))],
])('%s comes back byte for byte', async (_, bytes) => {
  const archive = await tempArchive();
  await appendResource(archive, gbkPage('before'), { file: 'before.html', date: DATE });
  const place = await appendResource(archive, bytes, { url, date: DATE, contentType: 'text/html' });
  await appendResource(archive, gbkPage('after'), { file: 'after.html', date: DATE });
  const back = await readRecord(archive.dir, place);
  expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true);
  expect(place.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('a record is a gzip member with the headers of WARC 1.1', async () => {
  const archive = await tempArchive();
  const { file, offset, length, sha256 } = await appendResource(archive, gbkPage(), {
    url,
    date: DATE,
    contentType: 'text/html; charset=gbk',
  });
  const member = readFileSync(join(archive.dir, file)).subarray(offset, offset + length);
  const [head] = gunzipSync(member).toString('latin1').split('\r\n\r\n');
  const lines = (head ?? '').split('\r\n');
  expect(lines[0]).toBe('WARC/1.1');
  expect(lines).toEqual(
    expect.arrayContaining([
      'WARC-Type: resource',
      'WARC-Target-URI: http://www.shuangliao.gov.cn/%E5%B9%B4%E6%8A%A5/2021.html',
      'WARC-Date: 2022-01-20T08:00:00.000Z',
      'Content-Type: text/html; charset=gbk',
      `Content-Length: ${gbkPage().length}`,
      `WARC-Payload-Digest: sha256:${sha256}`,
      `WARC-Block-Digest: sha256:${sha256}`,
    ]),
  );
});

test('another reader sees the warcinfo and every record', async () => {
  const archive = await tempArchive();
  const first = await appendResource(archive, gbkPage('1'), { file: '年报/1.html', date: DATE });
  await appendResource(archive, gbkPage('2'), { file: '2.html', date: DATE });
  const seen = [];
  for await (const record of new WARCParser(createReadStream(join(archive.dir, first.file)))) {
    seen.push([record.warcType, record.warcTargetURI, Buffer.from(await record.readFully(false)).length]);
  }
  expect(seen).toEqual([
    ['warcinfo', null, expect.any(Number)],
    ['resource', 'file:///%E5%B9%B4%E6%8A%A5/1.html', 9],
    ['resource', 'file:///2.html', 9],
  ]);
});

test('the same bytes again are not written; another name of theirs is noted, once', async () => {
  const dir = tempDir();
  const archive = await openArchive(dir);
  const place = await appendResource(archive, gbkPage(), { url, date: DATE });
  const once = listing(dir);
  expect(await appendResource(archive, gbkPage(), { url, date: DATE })).toEqual(place);
  expect(listing(dir)).toEqual(once);
  const other = { file: '别名.html', date: new Date(0) };
  expect(await appendResource(archive, gbkPage(), other)).toEqual(place);
  const before = listing(dir);
  expect(before).not.toEqual(once);
  expect([...captures(archive)].map(({ type, name, sha256 }) => [type, name, sha256])).toEqual([
    ['resource', undefined, place.sha256],
    ['note', '别名.html', place.sha256],
  ]);
  await archive.close();
  const again = await tempArchive(dir);
  expect(await appendResource(again, gbkPage(), { url, date: DATE })).toEqual(place);
  expect(await appendResource(again, gbkPage(), other)).toEqual(place);
  await again.close();
  expect(listing(dir)).toEqual(before.filter(([name]) => name !== 'writer.lock'));
});

test('many at once are written one after the other, each once', async () => {
  const archive = await tempArchive();
  const texts = Array.from({ length: 40 }, (_, index) => String(index % 20));
  const places = await Promise.all(
    texts.map((text) => appendResource(archive, gbkPage(text), { file: text, date: DATE })),
  );
  expect(new Set(places.map(({ offset }) => offset)).size).toBe(20);
  for (const [index, place] of places.entries()) {
    expect(Buffer.from(await readRecord(archive.dir, place)).equals(gbkPage(texts[index]))).toBe(true);
  }
});

test('a full file is left and the next one begun; a later run goes on in the last one', async () => {
  const dir = tempDir();
  const archive = await openArchive(dir, { fileLimitBytes: 1500 });
  for (let index = 0; index < 6; index++)
    await appendResource(archive, gbkPage(`${index}`), { file: `${index}`, date: DATE });
  await archive.close();
  const files = new Set(placesIn(archive).map(({ file }) => file));
  expect([...files].slice(0, 2)).toEqual(['gongkai-000001.warc.gz', 'gongkai-000002.warc.gz']);
  const again = await tempArchive(dir, { fileLimitBytes: 100_000 });
  const { file } = await appendResource(again, gbkPage('new'), { file: 'new', date: DATE });
  expect(file).toBe([...files].at(-1));
});

test('only one process writes at a time', async () => {
  const archive = await tempArchive();
  await expect(openArchive(archive.dir)).rejects.toMatchObject({ problem: 'locked' });
  await archive.close();
  await (await openArchive(archive.dir)).close();
});

test('headers cannot be forged by a name or a media type', async () => {
  const archive = await tempArchive();
  const evil = 'a\r\nWARC-Type: response\r\n\r\nx';
  const place = await appendResource(archive, gbkPage(), {
    file: evil,
    date: DATE,
    contentType: `text/html\r\nX: y`,
  });
  const member = readFileSync(join(archive.dir, place.file)).subarray(
    place.offset,
    place.offset + place.length,
  );
  expect(gunzipSync(member).toString('latin1').split('\r\n\r\n')[0]).not.toMatch(
    /^(WARC-Type: response|X: y)/m,
  );
});

test('two names of the same bytes that come together are both kept', async () => {
  const archive = await tempArchive();
  const names = ['1.html', '2.html', '3.html'];
  const places = await Promise.all(
    names.map((file) => appendResource(archive, gbkPage('年报'), { file, date: DATE })),
  );
  expect(new Set(places.map(({ offset }) => offset)).size).toBe(1);
  await archive.close();
  expect([...captures(archive)].map(({ type, name }) => [type, name])).toEqual([
    ['resource', '1.html'],
    ['note', '2.html'],
    ['note', '3.html'],
  ]);
});
