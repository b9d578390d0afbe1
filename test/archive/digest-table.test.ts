import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DigestTable } from '../../src/archive/digest-table.ts';

const digestOf = (at: number): string => hash('sha256', String(at), 'hex');

test('a row is found by its digest, however many there are, and keeps its numbers', () => {
  const table = new DigestTable(2);
  const count = 20_000;
  for (let at = 0; at < count; at++) expect(table.add(digestOf(at), [at, 2 ** 32 - 1 - at])).toBe(at);
  expect(table.size).toBe(count);
  for (let at = 0; at < count; at += 7) {
    const row = table.rowOf(digestOf(at));
    expect([row, table.numberAt(row, 0), table.numberAt(row, 1)]).toEqual([at, at, 2 ** 32 - 1 - at]);
  }
  expect(table.rowOf(digestOf(count))).toBe(-1);
});

test('digests that begin the same are told apart by the rest of what is kept of them', () => {
  const table = new DigestTable(1, 12);
  const begin = 'ab'.repeat(10);
  const digests = Array.from(
    { length: 100 },
    (_, at) => begin + at.toString(16).padStart(4, '0') + 'cd'.repeat(20),
  );
  for (const [at, digest] of digests.entries()) table.add(digest, [at]);
  expect(digests.map((digest) => table.numberAt(table.rowOf(digest), 0))).toEqual([...digests.keys()]);
  expect(table.rowOf(`${begin}ffff${'cd'.repeat(20)}`)).toBe(-1);
});

test('a number can be replaced', () => {
  const table = new DigestTable(2);
  const row = table.add(digestOf(1), [1, 7]);
  table.setNumber(row, 0, 2);
  expect([table.numberAt(row, 0), table.numberAt(row, 1)]).toEqual([2, 7]);
});

test('a document takes 40 bytes or so', () => {
  const table = new DigestTable(3);
  const before = process.memoryUsage().arrayBuffers;
  const rows = 90_000;
  for (let at = 0; at < rows; at++) table.add(at.toString(16).padStart(8, '0').repeat(8), [at, at, at]);
  expect((process.memoryUsage().arrayBuffers - before) / rows).toBeLessThan(60);
});
