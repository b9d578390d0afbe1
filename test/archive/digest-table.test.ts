import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DigestTable } from '../../src/archive/digest-table.ts';

const digestOf = (at: number): string => hash('sha256', String(at), 'hex');

test('a row is found by its digest, however many there are, and keeps its number', () => {
  const table = new DigestTable(2);
  const count = 20_000;
  for (let at = 0; at < count; at++) expect(table.add(digestOf(at), [at, at * 2 ** 33])).toBe(at);
  expect(table.size).toBe(count);
  for (let at = 0; at < count; at += 7) {
    const row = table.rowOf(digestOf(at));
    expect([row, table.numberAt(row, 0), table.numberAt(row, 1)]).toEqual([at, at, at * 2 ** 33]);
    expect(table.digestAt(row)).toBe(digestOf(at));
  }
  expect(table.rowOf(digestOf(count))).toBe(-1);
});

test('digests that begin the same are told apart', () => {
  const table = new DigestTable(1);
  const begin = 'ab'.repeat(30);
  const digests = Array.from({ length: 100 }, (_, at) => begin + at.toString(16).padStart(4, '0'));
  for (const [at, digest] of digests.entries()) table.add(digest, [at]);
  expect(digests.map((digest) => table.numberAt(table.rowOf(digest), 0))).toEqual([...digests.keys()]);
  expect(table.rowOf(`${begin}ffff`)).toBe(-1);
});

test('a number can be replaced, and a short key keeps only its part of the digest', () => {
  const table = new DigestTable(1, 16);
  const row = table.add(digestOf(1), [1]);
  table.setNumber(row, 0, 2);
  expect(table.numberAt(table.rowOf(digestOf(1)), 0)).toBe(2);
  expect(table.digestAt(row)).toBe(digestOf(1).slice(0, 32));
});
