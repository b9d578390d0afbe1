import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadCorrections } from '../../src/corrections/load-corrections.ts';
import { openStore } from '../../src/store/open-store.ts';
import { chainHead } from '../../src/store/review/append-event.ts';
import { correct } from '../../src/store/review/correct.ts';
import { say } from '../store/review/make-findings.ts';
import { makeDatabase } from '../web/review/serve-findings.ts';

const MAIN = resolve(import.meta.dirname, '../../dist/src/cli/main.js');
const run = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, [MAIN, ...args, '--database', file, '--lang', 'en'], { encoding: 'utf8' });

function decided() {
  const { file, folder } = makeDatabase(3);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = openStore(file);
  for (const id of [1, 2, 3]) say(store, id, '李', 'unsure');
  const head = chainHead(store);
  store.close();
  return { file, folder, head };
}

test('a sound log is told of with its head; one that was edited, cut or rewritten ends with 12', () => {
  const { file, folder, head } = decided();
  const release = join(folder, 'release');
  mkdirSync(release);
  writeFileSync(join(release, 'decision-log.json'), JSON.stringify(head));
  mkdirSync(`${file}.runs`);
  writeFileSync(`${file}.runs/run-000001.json`, JSON.stringify({ schema: 1, decisionLog: head }));
  const sound = run(file, 'audit', 'verify', '--anchor', release);
  expect(sound.stdout).toContain(`3 entries, in line with 2 hashes`);
  expect([sound.status, sound.stdout.includes(head.hash)]).toEqual([0, true]);

  const store = openStore(file);
  store.sqlite.exec('DROP TRIGGER review_event_is_never_deleted');
  store.sqlite.pragma('foreign_keys = 0');
  store.sqlite.exec('DELETE FROM review_event WHERE id = 3');
  store.close();
  const cut = run(file, 'audit', 'verify');
  expect([cut.status, cut.stdout]).toEqual([
    12,
    'the log of decisions is not sound: it begins to differ at entry 3\nits end was cut off: run-000001.json tells of more entries\n',
  ]);
  const wrong = run(file, 'audit', 'verify', '--anchor', join(folder, 'nothing'));
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('holds no hash')]);
});

test('corrections made in the app become files of data/corrections, once', () => {
  const { file, folder } = decided();
  const store = openStore(file);
  const variable = 'applications.received_new.total';
  store.sqlite.prepare('UPDATE variable SET name = ? WHERE id = 1').run(variable);
  const saved = correct(store, {
    ...{ reportId: 1, reason: '公报: "12.5"', author: '李', at: '2026-03-01T04:00:00Z' },
    changes: [{ variable, value: 12.5, seen: { printed: printed(store), version: 0 } }],
    request: 'request one',
  });
  expect(saved).toMatchObject({ outcome: 'saved' });
  store.close();
  const to = join(folder, 'corrections');
  expect(run(file, 'corrections', 'export', '--to', to).stdout).toContain('1 correction written');
  const path = join(to, 'jilin', '220382.yml');
  const { corrections, problems } = loadCorrections(to, () => true);
  expect(problems).toEqual([]);
  expect(corrections).toMatchObject([
    {
      division: '220382',
      year: 2021,
      variable,
      value: 12.5,
      reason: '公报: "12.5"',
      reviewer: '李',
      date: '2026-03-01',
    },
  ]);
  const text = `# checked twice\n${readFileSync(path, 'utf8')}`;
  writeFileSync(path, text);
  expect(run(file, 'corrections', 'export', '--to', to).stdout).toBe(
    'there is no correction to be written\n',
  );
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(existsSync(`${path}.new`)).toBe(false);
});

const printed = ({ sqlite }: ReturnType<typeof openStore>): string | null =>
  sqlite
    .prepare(
      "SELECT raw FROM report_values WHERE report_id = 1 AND variable = 'applications.received_new.total'",
    )
    .pluck()
    .get() as string | null;
