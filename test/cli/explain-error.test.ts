import { expect, test } from 'vitest';
import { ArchiveError } from '../../src/archive/archive-error.ts';
import { EXIT_CODES } from '../../src/cli/exit-codes.ts';
import { explainError } from '../../src/cli/explain-error.ts';
import { TEXTS } from '../../src/cli/texts.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { STORE_PROBLEMS, StoreError } from '../../src/store/store-error.ts';

const coded = (code: string, cause?: unknown) => Object.assign(new Error(`${code}: no`, { cause }), { code });

test.each([
  [coded('ENOSPC'), 3],
  [new Error('wrapped', { cause: coded('ENOSPC') }), 3],
  [coded('EACCES'), 2],
  [new UsageError(TEXTS.noDocuments), 2],
  [new StoreError('corrupt', 'a', 'is damaged'), 4],
  [new StoreError('locked', 'a', 'is locked'), 5],
  [new StoreError('disk_full', 'a', 'is full'), 3],
  [new StoreError('broken_disk', 'a', 'cannot be read'), 4],
  [new ArchiveError('broken_disk', 'a', 'cannot be written'), 4],
  [new StoreError('bad_input', 'a', 'is wrong'), 1],
  [new TypeError('x is not a function'), 1],
  ['thrown text', 1],
])('%s ends with %i', (error, exitCode) => {
  expect(explainError(error).exitCode).toBe(exitCode);
});

test('every problem of a database has a code of the contract and words in both languages', () => {
  for (const problem of STORE_PROBLEMS) {
    const { exitCode, text } = explainError(new StoreError(problem, '/data/a.sqlite', 'is so'));
    expect(Object.values(EXIT_CODES)).toContain(exitCode);
    expect(text?.zh).toMatch(/^\/data\/a\.sqlite：.*[\u4e00-\u9fff]/);
    expect(text?.en).toContain('/data/a.sqlite');
  }
});

test('an unexpected error is told in one line', () => {
  expect(explainError(new Error('first\nsecond')).text?.en).toMatch(/^unexpected error: first \(.*debug/);
});

test('the numbers of the contract are all there', () => {
  expect(Object.values(EXIT_CODES)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12]);
});
