import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countStaleParts } from '../../src/store/explore/summaries/parts.ts';
import { keepSummaries } from '../../src/web/summaries/keep-summaries.ts';
import { loadExplorable } from './explore/make-explorable.ts';
import { openTools } from './open-tools.ts';

test('what others load while the app is open is summed up, by a process of its own', async () => {
  const { tools, close } = openTools();
  onTestFinished(close);
  loadExplorable(tools.writer);
  tools.writer.sqlite.exec("UPDATE report SET title = title || '（更正）', current = 0 WHERE id = 1");
  expect(countStaleParts(tools.reader)).toBeGreaterThan(0);
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const told: unknown[] = [];
  keepSummaries(tools.writer.file, stop.signal, (error) => told.push(error));
  await expect.poll(() => countStaleParts(tools.reader), { timeout: 30_000 }).toBe(0);
  expect(told).toEqual([]);
});

test('that it cannot be summed up is told, and the app goes on', async () => {
  const { folder, close } = openTools();
  onTestFinished(close);
  const none = join(folder, 'no-database');
  writeFileSync(none, 'no database');
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const told: unknown[] = [];
  keepSummaries(none, stop.signal, (error) => told.push(String(error)));
  await expect.poll(() => told, { timeout: 30_000 }).toEqual(['Error: summing up: crash']);
});
