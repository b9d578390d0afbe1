import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHANGE_COLUMNS, CHANGE_REASONS } from '../../src/export/changes.ts';
import { REASON_WORDS } from '../../src/export/pages/changes-page.ts';
import { Gates, loadGates, loadReleaseData } from '../../src/export/release-data.ts';
import { Statistics } from '../../src/export/statistics.ts';
import { tempDir } from '../store/temp-store.ts';
import { correctTwo, exportFrom, type MadeReport, MIXED, makeDatabase, RELEASE_DIR } from './make-release.ts';
import { parse, readCsv } from './read-csv.ts';

/** So wide that no move is beyond them. */
const OPEN: Gates = {
  ...{ reports: { max_drop: 1 }, divisions: { max_drop: 1 }, fill_rate: { max_move: 1, min_cells: 0 } },
  ...{ status_share: { max_move: 1, min_cells: 0 }, anomaly_rate: { max_rise: 9, min_reports: 0 } },
};

/** As CHANGES.md says it is done. */
function applyChanges(before: string, changes: string): string {
  const [head = [], ...old] = parse(readFileSync(before, 'utf8'));
  const [changeHead = [], ...told] = parse(readFileSync(changes, 'utf8'));
  const keyOf = (row: string[]) => `${row[head.indexOf('report_id')]} ${row[head.indexOf('variable')]}`;
  const rows = new Map(old.map((row) => [keyOf(row), row]));
  const at = changeHead.indexOf(head[0] ?? '');
  for (const change of told) rows.delete(keyOf(change.slice(at)));
  for (const change of told) if (change[0] !== 'remove') rows.set(keyOf(change.slice(at)), change.slice(at));
  const order = ['year', 'division', 'report_id', 'variable'].map((name) => head.indexOf(name));
  const sortKey = (row: string[]) => order.map((index) => row[index]).join('\0');
  const sorted = [...rows.values()].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [head, ...sorted].map((row) => `${row.map(field).join(',')}\n`).join('');
}

const YEAR_MOVED: readonly MadeReport[] = MIXED.map((made) =>
  made.seed === 6 ? { ...made, first: 3 } : made,
);

/** Loads `before` and `after` into databases of their own, and exports both. */
async function twoReleases(after: readonly MadeReport[], options: { formats?: ['csv'] } = {}) {
  const dir = tempDir();
  makeDatabase(join(dir, 'before.sqlite'), MIXED);
  makeDatabase(join(dir, 'after.sqlite'), after, correctTwo);
  const [since, to] = [join(dir, 'before'), join(dir, 'after')];
  await exportFrom(join(dir, 'before.sqlite'), { to: since, formats: ['csv'] });
  const { changes } = await exportFrom(join(dir, 'after.sqlite'), {
    ...{ to, since, gates: OPEN, formats: ['csv'] },
    ...options,
  });
  const values = join('csv', 'report_values.csv');
  return { since: join(since, values), to, now: join(to, values), changes };
}

test('changes.csv, applied to the release before, gives this one to the byte', async () => {
  // One report gone, one new, one read anew, a version superseded, two corrections.
  const after: MadeReport[] = [
    ...YEAR_MOVED.filter(({ seed }) => seed !== 1),
    { seed: 9, form: '2014', year: 2014 },
    { seed: 10, form: '2021', year: 2021, agency: '双辽市财政局', published: '2022-05-01' },
  ];
  const { since, to, now, changes } = await twoReleases(after);
  expect(applyChanges(since, join(to, 'changes.csv'))).toBe(readFileSync(now, 'utf8'));
  expect(Object.fromEntries(changes)).toMatchObject({
    ...{ human_correction: 1, read_anew: 1, version_in_force: 207, removed: 58 },
    added: 58 + 207 + 1,
  });
  const page = readFileSync(join(to, 'CHANGES.md'), 'utf8');
  for (const [reason, rows] of changes)
    expect(page).toContain(`| \`${reason}\` | ${REASON_WORDS[reason]} | ${rows} |`);
  const told = readCsv(join(to, 'changes.csv'));
  expect(Object.keys(told[0] ?? {})).toEqual([...CHANGE_COLUMNS]);
  const corrected = told.find(({ reason }) => reason === 'human_correction');
  expect(corrected).toMatchObject({ op: 'change', old_status: 'reported', corrected: '77', value: '77' });
  expect(corrected?.['old_value']).toBe(corrected?.['reported']);
});

test('without a change, and without a release before, changes.csv has no row', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'db.sqlite'), MIXED);
  await exportFrom(join(dir, 'db.sqlite'), { to: join(dir, '1'), formats: ['csv'] });
  await exportFrom(join(dir, 'db.sqlite'), { to: join(dir, '2'), since: join(dir, '1'), formats: ['csv'] });
  for (const name of ['1', '2']) expect(readCsv(join(dir, name, 'changes.csv'))).toEqual([]);
  const lines = (name: string) => readFileSync(join(dir, name, 'SHA256SUMS'), 'utf8').split('\n');
  expect(
    lines('1')
      .filter((line) => !lines('2').includes(line))
      .map((line) => line.slice(66)),
  ).toEqual(['CHANGES.md', 'datapackage.json']);
});

test('every reason for a change is explained', () => {
  expect(Object.keys(REASON_WORDS).sort()).toEqual([...CHANGE_REASONS].sort());
});

test('figures beyond their bands stop the release, with the largest moves', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'before.sqlite'), MIXED);
  makeDatabase(
    join(dir, 'after.sqlite'),
    MIXED.filter(({ seed }) => seed !== 7),
  );
  const since = join(dir, 'before');
  await exportFrom(join(dir, 'before.sqlite'), { to: since, formats: ['csv'] });
  const exporting = exportFrom(join(dir, 'after.sqlite'), { to: join(dir, 'after'), since });
  await expect(exporting).rejects.toMatchObject({
    problem: 'gate',
    breaches: [
      { gate: 'reports', of: '2017', before: 1, after: 0, move: -1, band: 0.01 },
      { gate: 'divisions', of: '2017', before: 1, after: 0, move: -1, band: 0.01 },
    ],
    moves: expect.objectContaining({ length: 2 }),
  });
  expect(readdirSync(dir).filter((name) => !name.includes('.sqlite'))).toEqual(['before']);
});

test('a release with other columns needs another first number of its version, and the codebook keeps what went', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'db.sqlite'), MIXED.slice(0, 2));
  const since = join(dir, 'before');
  await exportFrom(join(dir, 'db.sqlite'), { to: since, formats: ['csv'] });
  // As if the release before had a column of the panel that is not made any more.
  const file = join(since, 'statistics.json');
  const before = Statistics.parse(JSON.parse(readFileSync(file, 'utf8')));
  const panel = { ...before.columns['panel'], h_old: 'number' as const };
  writeFileSync(file, JSON.stringify({ ...before, columns: { ...before.columns, panel } }));
  const retired = {
    ...{ table: 'panel', column: 'h_old', variable: 'harmonised.old', zh: '旧变量', en: 'an old variable' },
    ...{ last_version: '0.0.0', replaced_by: 'panel.h_app_received' },
    why: { zh: '口径不清', en: 'its meaning was not clear' },
  };
  const data = { ...loadReleaseData(RELEASE_DIR), retired: [retired] };
  const build = (to: string, options: object) =>
    exportFrom(join(dir, 'db.sqlite'), { to: join(dir, to), since, formats: ['csv'], ...options });
  const refused = { problem: 'gate', breaches: [{ gate: 'columns', of: 'panel.h_old (number)' }] };
  await expect(build('minor', { data, softwareVersion: '0.9.0' })).rejects.toMatchObject(refused);
  await expect(build('untold', { softwareVersion: '1.0.0' })).rejects.toMatchObject(refused);
  await build('major', { data, softwareVersion: '1.0.0' });
  expect(readdirSync(dir).filter((name) => !name.includes('.sqlite'))).toEqual(['before', 'major']);
  const told = readCsv(join(dir, 'major', 'CODEBOOK.csv')).at(-1);
  expect(told).toMatchObject({
    ...{ variable: 'harmonised.old', column_name: 'h_old', label_en: 'an old variable' },
    ...{ last_version: '0.0.0', replaced_by: 'panel.h_app_received', note_zh: '口径不清' },
  });
  expect(readFileSync(join(dir, 'major', 'CODEBOOK.md'), 'utf8')).toContain(
    '| `panel.h_old` (`harmonised.old`) | 旧变量 | an old variable | 0.0.0 | `panel.h_app_received` |',
  );
});

test('a folder that holds no release is not compared with', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'db.sqlite'), MIXED.slice(0, 1));
  const exporting = exportFrom(join(dir, 'db.sqlite'), { to: join(dir, 'to'), since: dir });
  await expect(exporting).rejects.toMatchObject({ problem: 'no_release' });
});

test('the bands of the project are as they must be', () => {
  expect(Gates.safeParse(loadGates(join(RELEASE_DIR, 'gates.yml'))).success).toBe(true);
});
