import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { say } from '../store/review/make-findings.ts';
import { runIn } from './run-in.ts';

const SAMPLE = join(import.meta.dirname, '../../data/sample/shuangliao-2021.txt');
let dir = '';
let backup = '';

afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runIn(dir, ...argv);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gongkai-backup-'));
  backup = join(dir, 'backup', 'copy.sqlite');
  await run('import', SAMPLE);
  // Kept open while the backup is made: what it wrote lies in the log and not in the file.
  const writer = openStore(join(dir, 'db.sqlite'));
  writer.sqlite.exec("UPDATE report SET title = 'in the log'");
  const made = await run('backup', '--to', backup, '--seed', '7');
  writer.close();
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringContaining('sound: 1 reports, 20 cells read again'),
  });
});

test('a backup holds what was in the log, and is a database like the first', async () => {
  const copy = openStore(backup, { readonly: true });
  expect(copy.sqlite.prepare('SELECT title FROM report').pluck().get()).toBe('in the log');
  copy.close();
  expect(readdirSync(join(dir, 'backup'))).toEqual(['copy.sqlite']);
});

test('no file is overwritten', async () => {
  const before = readFileSync(backup);
  const again = await run('backup', '--to', backup);
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('is there already') });
  expect(readFileSync(backup).equals(before)).toBe(true);
});

test('a drill says which cells it drew, and draws the same for the same seed', async () => {
  const first = await run('backup', '--verify', backup);
  const seed = /seed (\d+)/.exec(first.out)?.[1] ?? '';
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/20 cells .* \(seed \d+\)/) });
  expect((await run('backup', '--verify', backup, '--seed', seed)).out).toBe(first.out);
});

/** A copy with one page overwritten by another's bytes. */
function withBadPage(page: number): string {
  const bad = join(dir, `bad-${page}.sqlite`);
  const bytes = readFileSync(backup);
  const size = bytes.readUInt16BE(16);
  bytes.fill(0xa5, (page - 1) * size, page * size);
  writeFileSync(bad, bytes);
  return bad;
}

test('a page that was overwritten ends the drill with 12', async () => {
  const sqlite = new Database(backup, { readonly: true });
  const root = sqlite
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'cell'")
    .pluck()
    .get() as number;
  sqlite.close();
  for (const page of [1, root]) {
    const drilled = await run('backup', '--verify', withBadPage(page));
    expect(drilled).toMatchObject({ code: 12, out: expect.stringContaining('damage: ') });
  }
});

test('a number that is not what the archive says ends the drill with 12', async () => {
  const changed = join(dir, 'changed.sqlite');
  copyFileSync(backup, changed);
  const sqlite = new Database(changed);
  sqlite.exec('UPDATE cell SET value = value + 1, raw = NULL WHERE value IS NOT NULL');
  sqlite.close();
  const drilled = await run('backup', '--verify', changed, '--seed', '1');
  expect(drilled).toMatchObject({ code: 12, out: expect.stringContaining('differs from the archive: ') });
});

test('a decision that was edited ends the drill with 12', async () => {
  const edited = join(dir, 'edited.sqlite');
  copyFileSync(backup, edited);
  const store = openStore(edited);
  say(store, 1, '李', 'publisher_error');
  store.sqlite.exec('DROP TRIGGER review_event_is_never_updated');
  store.sqlite.exec("UPDATE review_event SET verdict = 'unsure'");
  store.close();
  const drilled = await run('backup', '--verify', edited);
  expect(drilled).toMatchObject({
    code: 12,
    out: expect.stringContaining('log of decisions breaks at event: 1'),
  });
});

test('a database that is damaged gives no backup, and an archive that is gone fails the drill', async () => {
  const database = join(dir, 'db.sqlite');
  const sound = readFileSync(database);
  copyFileSync(withBadPage(2), database);
  const to = join(dir, 'backup', 'second.sqlite');
  expect((await run('backup', '--to', to)).code).not.toBe(0);
  expect(existsSync(to)).toBe(false);
  writeFileSync(database, sound);
  rmSync(join(dir, 'archive'), { recursive: true });
  const drilled = await run('backup', '--verify', backup);
  expect(drilled).toMatchObject({ code: 12, out: expect.stringContaining('faulty: 1 faults') });
  expect(
    drilled.out.match(/^archive: .*is not there.* \(20 cells could not be read again for it\)$/gm),
  ).toHaveLength(1);
});

test.each([[[]], [['--to', 'a', '--verify', 'b']], [['--to', 'a', '--seed', '-1']]])(
  'backup %j is refused with 2',
  async (options) => expect((await run('backup', ...options)).code).toBe(2),
);
