import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findChromium } from '../../scrapers/find-chromium.ts';
import { checkDatabase } from '../../src/cli/doctor/check-database.ts';
import { checkEncodings, checkNode, checkSample, isAtLeast } from '../../src/cli/doctor/check-program.ts';
import { checkWritable, judgeDisk } from '../../src/cli/doctor/check-storage.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { capture } from './hand-made.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test.each([
  ['20.19.0', '20.19', true],
  ['20.18.9', '20.19', false],
  ['22.0.0', '20.19', true],
  ['9.9.9', '20.19', false],
])('%s against %s', (version, wanted, enough) => {
  expect(isAtLeast(version, wanted)).toBe(enough);
});

test('an old Node.js fails with what to install', () => {
  expect(checkNode('18.20.0')).toMatchObject({
    state: 'fail',
    fix: { en: expect.stringContaining('20.19') },
  });
  expect(checkNode().state).toBe('ok');
});

test.each([
  ['none.sqlite', null, 'ok'],
  ['junk.sqlite', 'this is no database, whatever it is called', 'fail'],
  ['empty.sqlite', '', 'fail'],
])('database %s', async (name, text, state) => {
  const file = text === null ? join(folder, name) : at(name, text);
  expect((await checkDatabase(file)).state).toBe(state);
});

test('a failing database has its own exit code, and doctor changes nothing', async () => {
  const io = capture();
  const database = at('broken.sqlite', 'SQLite format 3\0 and no more');
  expect(await runCli(['doctor', '--database', database, '--archive', folder], io)).toBe(4);
  expect(io.out()).toMatch(/^fail {2}database/m);
  expect(io.out()).toMatch(/to mend\n$/);
});

test('disk, folder, encodings', () => {
  expect(judgeDisk({ freeBytes: 50e9, leastBytes: 5e9 }).state).toBe('ok');
  expect(judgeDisk({ freeBytes: 2e9, leastBytes: 5e9 }).state).toBe('warn');
  expect(judgeDisk({ freeBytes: 1e7, leastBytes: 5e9 })).toMatchObject({
    state: 'fail',
    fix: expect.anything(),
  });
  expect(checkWritable(join(folder, 'not', 'yet')).state).toBe('ok');
  expect(checkWritable(join(at('plain-file', 'x'), 'below')).state).toBe('fail');
  expect(checkEncodings().state).toBe('ok');
  expect(checkSample(join(folder, 'none.txt'))).toMatchObject({ state: 'fail', fix: expect.anything() });
});

test('a Chromium that is named counts alone', () => {
  expect(findChromium({ GONGKAI_CHROMIUM: process.execPath })).toBe(process.execPath);
  expect(findChromium({ GONGKAI_CHROMIUM: '/nowhere/chromium', PATH: '/usr/bin' })).toBeNull();
});
