import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import { checkFixity, FIXITY_PARTS } from '../../src/archive/check-fixity.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { makeExchange } from './make-exchange.ts';
import { gbkPage, placesIn, tempDir } from './temp-archive.ts';

const PAGES = 15;

/** An archive of 15 exchanges over several files; 45 records and the first of each file. */
async function makeArchive() {
  const dir = tempDir();
  const archive = await openArchive(dir, { fileLimitBytes: 12_000 });
  for (let n = 0; n < PAGES; n++) {
    const exchange = makeExchange({ url: `http://a.gov.cn/${n}`, payload: gbkPage(`年报 ${n}`.repeat(n)) });
    await appendExchange(archive, exchange, { role: 'report' });
  }
  await archive.close();
  return { dir, files: archive.files, places: placesIn(archive) };
}

const allParts = (dir: string) =>
  Array.from({ length: FIXITY_PARTS }, (_, part) => checkFixity(dir, { part }));

test('thirty parts are every record once', async () => {
  const { dir, files } = await makeArchive();
  expect(files.length).toBeGreaterThan(1);
  const parts = allParts(dir);
  expect(parts.reduce((sum, { checked }) => sum + checked, 0)).toBe(3 * PAGES + files.length);
  expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(
    files.reduce((sum, file) => sum + readFileSync(join(dir, file)).length, 0),
  );
  expect(parts.flatMap(({ damages }) => damages)).toEqual([]);
});

test('one bit that has changed is found, wherever it is in the compressed bytes', async () => {
  const { dir, places } = await makeArchive();
  const place = places[7]!;
  const path = join(dir, place.file);
  const sound = readFileSync(path);
  // From behind the gzip header, which has no check, to the end of its trailer.
  for (let at = place.offset + 10; at < place.offset + place.length; at += 3) {
    const bytes = Buffer.from(sound);
    // The lowest bit: the higher ones of the last compressed byte only fill it up (RFC 1951, 3.1.1) and mean nothing.
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x01, at);
    writeFileSync(path, bytes);
    const found = allParts(dir).flatMap(({ damages }) => damages);
    expect(found, `byte ${at - place.offset}`).toEqual([
      { file: place.file, offset: place.offset, uri: 'http://a.gov.cn/7', reason: 'damaged' },
    ]);
  }
});

test('records that are gone are told of', async () => {
  const { dir, files, places } = await makeArchive();
  const last = places.at(-1)!;
  truncateSync(join(dir, files.at(-1)!), last.offset + 1);
  const found = allParts(dir).flatMap(({ damages }) => damages);
  expect(found).toHaveLength(3);
  expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['missing']));
});
