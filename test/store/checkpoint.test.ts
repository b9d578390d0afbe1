import { expect, test } from 'vitest';
import { checkpoint, walBytes } from '../../src/store/checkpoint.ts';
import { openStore } from '../../src/store/open-store.ts';
import { WAL_LIMIT_BYTES } from '../../src/store/pragmas.ts';
import { makeExtraction } from './make-extraction.ts';
import { load, tempStore } from './temp-store.ts';

test('the log stays bounded while loading and is emptied afterwards', () => {
  const store = tempStore();
  let most = 0;
  for (let seed = 1; seed <= 600; seed++) {
    load(store, makeExtraction({ seed }));
    most = Math.max(most, walBytes(store));
  }
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(8 * 1024 * 1024); // SQLite checkpoints every 1,000 pages by itself
  expect(store.sqlite.pragma('journal_size_limit', { simple: true })).toBe(WAL_LIMIT_BYTES);
  expect(checkpoint(store)).toEqual({ complete: true, walBytes: 0 });
});

test('an old reader keeps the log; it is said so, and the next time it goes', { timeout: 30_000 }, () => {
  const store = tempStore();
  load(store, makeExtraction({ seed: 1 }));
  const reader = openStore(store.file, { readonly: true });
  reader.sqlite.exec('BEGIN; SELECT count(*) FROM report;');
  const rows = reader.sqlite.prepare('SELECT count(*) AS n FROM report').all();
  store.sqlite.pragma('busy_timeout = 100');
  load(store, makeExtraction({ seed: 2 }));
  expect(checkpoint(store).complete).toBe(false);
  expect(reader.sqlite.prepare('SELECT count(*) AS n FROM report').all()).toEqual(rows);
  reader.sqlite.exec('COMMIT');
  reader.close();
  expect(checkpoint(store)).toEqual({ complete: true, walBytes: 0 });
});
