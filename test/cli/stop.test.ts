import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { samplePath } from '../../src/cli/sample-path.ts';
import { capture } from './hand-made.ts';
import { runIn } from './run-in.ts';

const dir = mkdtempSync(join(tmpdir(), 'gongkai-stop-'));
afterAll(() => rmSync(dir, { recursive: true }));
beforeAll(async () => {
  expect((await runIn(dir, 'import', samplePath())).code).toBe(0);
});

test.each([
  ['export', ['--to', join(dir, 'release')], 'the export is stopping'],
  ['reparse', [], 'reparse is stopping'],
])('%s that is asked to stop says so in its own words, and ends with 11', async (command, more, words) => {
  const told: string[] = [];
  const takeStopSignal = (message?: { readonly en: string }): AbortSignal => {
    told.push(message?.en ?? '');
    return AbortSignal.abort();
  };
  const places = ['--database', join(dir, 'db.sqlite'), '--archive', join(dir, 'archive')];
  expect(await runCli(['--lang', 'en', ...places, command, ...more], { ...capture(), takeStopSignal })).toBe(
    11,
  );
  expect(told).toEqual([expect.stringContaining(words)]);
  expect(existsSync(join(dir, 'release'))).toBe(false);
});
