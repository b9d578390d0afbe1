import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../../dist/src/cli/main.js');

/** `gongkai review` on an empty database, once it says where it answers. */
async function startReview(lang: string) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-review-'));
  const database = join(folder, 'gongkai.sqlite');
  const args = [MAIN, 'review', '--port', '0', '--database', database, '--lang', lang];
  const child = spawn(process.execPath, args);
  const said = { out: '', err: '' };
  child.stderr.on('data', (chunk) => (said.err += chunk));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
  await new Promise<void>((ready) => {
    child.stdout.on('data', (chunk) => {
      said.out += chunk;
      if (said.out.includes('http://')) ready();
    });
  });
  return { child, said, ended };
}

test.each([
  ['en', 'the review app is stopping: requests that are here are answered'],
  ['zh', '正在停止核对网页'],
])('asked to stop, in %s, the review app says what that means for it, and ends well', async (lang, words) => {
  const { child, said, ended } = await startReview(lang);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(said.err).toContain(words);
  expect(said.err).not.toMatch(/next run|下次运行/);
});
