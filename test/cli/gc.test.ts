import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { makeExchange } from '../archive/make-exchange.ts';
import { tempDir, tempStore } from '../store/temp-store.ts';
import { capture } from './hand-made.ts';

const LIST = 'http://www.shuangliao.gov.cn/list.html';

/** An archive of three nights of one list, each in a file of its own, with an empty database. */
async function madeNights(): Promise<readonly string[]> {
  const dir = tempDir();
  tempStore(join(dir, 'a.sqlite'));
  const archive = await openArchive(join(dir, 'archive'), { fileLimitBytes: 1 });
  for (const night of [1, 2, 3]) {
    const payload = Buffer.from(`night ${night}`);
    const date = new Date(Date.UTC(2022, 0, night));
    await appendExchange(archive, makeExchange({ url: LIST, date, payload }), { role: 'list' });
  }
  await archive.close();
  return ['--database', join(dir, 'a.sqlite'), '--archive', join(dir, 'archive'), '--lang', 'en'];
}

async function gc(files: readonly string[], ...options: readonly string[]) {
  const io = capture();
  const code = await runCli(['gc', ...options, ...files], io);
  return { code, out: io.out(), err: io.err() };
}

test('gc says what may go and why, marks it, and takes it out when its days of grace are over', async () => {
  const files = await madeNights();
  const marks = join(files[3] ?? '', 'sweep.json');
  const dry = await gc(files, '--dry-run');
  expect(dry.code).toBe(0);
  expect(dry.out).toMatch(
    /^may go: 2 answers, [\d.]+ KiB\n {2}earlier answers of lists and robots.txt: 2 answers/,
  );
  expect(dry.out).toContain('would go now: 0 answers, 0 B (nothing was written)');
  expect(existsSync(marks)).toBe(false);

  expect((await gc(files)).out).toContain('gone: 0 answers');
  expect(Object.keys(JSON.parse(readFileSync(marks, 'utf8')).marked)).toHaveLength(2);
  expect((await gc(files, '--grace', '0s')).out).toContain('gone: 2 answers');
  expect((await gc(files)).out).toContain('may go: 0 answers, 0 B');
});

test('gc makes no database, and says what is wrong with a time', async () => {
  const files = await madeNights();
  const lost = [files[0] ?? '', `${files[1]}.lost`, ...files.slice(2)];
  expect(await gc(lost)).toMatchObject({ code: 4, err: expect.stringContaining('does not exist') });
  expect(existsSync(`${files[1]}.lost`)).toBe(false);
  expect(await gc(files, '--older-than', 'ever')).toMatchObject({ code: 2 });
});
