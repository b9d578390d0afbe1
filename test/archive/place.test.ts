import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { PlaceTable } from '../../src/archive/place.ts';

const digestOf = (at: number): string => hash('sha256', String(at), 'hex');

test.each([
  ['the first byte of a file', 0, 1],
  ['the end of a file of 1 GiB', 1024 ** 3 - 1, 300],
  ['behind 4 GiB', 2 ** 32, 2 ** 32 - 1],
  ['behind 1 TiB less a byte', 2 ** 40 - 1, 7],
])('a place comes back as it was: %s', (_, offset, length) => {
  const places = new PlaceTable();
  const all = ['gongkai-000001.warc.gz', 'gongkai-000002.r1.warc.gz'].map((file, at) => ({
    ...{ file, offset, length },
    sha256: digestOf(at),
  }));
  for (const place of all) places.add(place);
  expect(all.map(({ sha256 }) => places.get(sha256))).toEqual(all);
  expect(places.get(digestOf(9))).toBeUndefined();
});
