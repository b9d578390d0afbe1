import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { appendToIndex, eachEntry, type IndexEntry, readIndex } from '../../src/archive/index-file.ts';

const FILE = 'gongkai-000001.warc.gz';

function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-index-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

/** Lines of many lengths, so that pieces of the file end anywhere in one, in the middle of a character too. */
const ENTRIES: readonly IndexEntry[] = Array.from({ length: 4000 }, (_, index) => ({
  ...{ type: 'response' as const, offset: 100 * index, length: 100 },
  uri: `http://www.shuangliao.gov.cn/${'政府信息公开'.repeat(index % 17)}${'a'.repeat(index % 5)}`,
}));

test('an index of any length gives back its entries', () => {
  const dir = tempDir();
  expect(readIndex(dir, FILE)).toEqual([]);
  appendToIndex(dir, FILE, ENTRIES);
  expect(readIndex(dir, FILE)).toEqual(ENTRIES);
});

test('a line that a crash cut off ends it, and so does an entry that does not follow', () => {
  const dir = tempDir();
  appendToIndex(dir, FILE, ENTRIES.slice(0, 3));
  const [cut, path] = [JSON.stringify(ENTRIES[3]).slice(0, -4), join(dir, `${FILE}.index.jsonl`)];
  appendFileSync(path, cut);
  expect(readIndex(dir, FILE)).toEqual(ENTRIES.slice(0, 3));
  appendFileSync(path, '\n');
  appendToIndex(dir, FILE, ENTRIES.slice(4, 6));
  expect(readIndex(dir, FILE)).toEqual(ENTRIES.slice(0, 3));
  const other = tempDir();
  appendToIndex(other, FILE, [...ENTRIES.slice(0, 2), ...ENTRIES.slice(3, 5)]);
  expect(readIndex(other, FILE)).toEqual(ENTRIES.slice(0, 2));
});

test('entries are read as they are asked for', () => {
  const dir = tempDir();
  appendToIndex(dir, FILE, ENTRIES.slice(0, 2));
  const entries = eachEntry(dir, FILE);
  expect(entries.next().value).toEqual(ENTRIES[0]);
  expect(entries.return().done).toBe(true);
});
