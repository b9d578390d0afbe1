import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { MIXED, makeDatabase, RELEASE_DIR } from '../export/make-release.ts';
import { readCsv } from '../export/read-csv.ts';
import { tempDir } from '../store/temp-store.ts';
import { runIn } from './run-in.ts';

const SAMPLE = join(import.meta.dirname, '../../data/sample/shuangliao-2021.txt');

test('export writes a release, and never over another', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'db.sqlite'), MIXED);
  const to = join(dir, 'r1');
  const first = await runIn(dir, 'export', '--to', to, '--formats', 'csv,parquet');
  expect(first).toMatchObject({
    code: 0,
    out: expect.stringMatching(/version 0\.1\.0\+[0-9a-f]{12}, 7 reports in force/),
  });
  expect(
    readdirSync(to).filter((name) => ['csv', 'parquet', 'xlsx', 'sqlite', 'stata'].includes(name)),
  ).toEqual(['csv', 'parquet']);
  const again = await runIn(dir, 'export', '--to', to);
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('never overwritten') });
});

test('figures beyond their bands end with 7, each on a line, and publish nothing', async () => {
  const dir = tempDir();
  makeDatabase(join(dir, 'db.sqlite'), MIXED);
  await runIn(dir, 'export', '--to', join(dir, 'r1'), '--formats', 'csv');
  const store = openStore(join(dir, 'db.sqlite'));
  store.sqlite.exec('UPDATE report SET current = 0 WHERE year = 2022');
  store.close();
  const argv = ['export', '--to', join(dir, 'r2'), '--since', join(dir, 'r1'), '--formats', 'csv'];
  const stopped = await runIn(dir, ...argv);
  expect(stopped.code).toBe(7);
  expect(stopped.err).toContain('\n  reports 2022: 1 → 0 (-1; ±0.01)\n');
  expect(existsSync(join(dir, 'r2'))).toBe(false);
  const gates = readFileSync(join(RELEASE_DIR, 'gates.yml'), 'utf8').replaceAll(
    'max_drop: 0.01',
    'max_drop: 1',
  );
  writeFileSync(join(dir, 'gates.yml'), gates);
  const passed = await runIn(dir, ...argv, '--gates', join(dir, 'gates.yml'));
  expect(passed).toMatchObject({ code: 0, out: expect.stringContaining('207 rows changed') });
});

test.each([
  ['without a folder', ['export'], '--to'],
  ['of an unknown format', ['export', '--to', 'x', '--formats', 'csv,ods'], 'ods'],
  ['since what is no release', ['export', '--to', 'x', '--since', '/nowhere'], 'no release'],
])('a release %s is refused with 2', async (_, argv, words) => {
  const dir = tempDir();
  makeDatabase(join(dir, 'db.sqlite'), []);
  expect(await runIn(dir, ...argv)).toMatchObject({ code: 2, err: expect.stringContaining(words) });
});

test('verify-cell reads a number again from the archive, by the number of the report and by its report_id', async () => {
  const dir = tempDir();
  await runIn(dir, 'import', SAMPLE);
  await runIn(dir, 'export', '--to', join(dir, 'r'), '--formats', 'csv');
  const [row] = readCsv(join(dir, 'r', 'csv', 'report_values.csv')).filter(
    ({ variable }) => variable === 'applications.received_new.total',
  );
  for (const id of ['1', String(row?.['report_id'])]) {
    const verified = await runIn(dir, 'verify-cell', id, 'applications.received_new.total');
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('equal') });
    expect(verified.out).toContain(`"value":${row?.['value']}`);
  }
});

test('verify-cell says when the stored number is not what the document prints, and when there is none', async () => {
  const dir = tempDir();
  await runIn(dir, 'import', SAMPLE);
  const store = openStore(join(dir, 'db.sqlite'));
  store.sqlite.exec(
    "UPDATE cell SET value = 28, raw = NULL WHERE variable = (SELECT id FROM variable WHERE name = 'applications.received_new.total')",
  );
  store.close();
  const changed = await runIn(dir, 'verify-cell', '1', 'applications.received_new.total');
  expect(changed).toMatchObject({ code: 12, out: expect.stringContaining('different') });
  expect(changed.out).toContain('"value":28');
  expect(changed.out).toContain('"value":27');
  expect((await runIn(dir, 'verify-cell', '7', 'applications.received_new.total')).code).toBe(2);
  expect((await runIn(dir, 'verify-cell', '1', 'applications.nothing')).code).toBe(2);
  expect((await runIn(dir, 'verify-cell', 'x', 'applications.received_new.total')).code).toBe(2);
});

test('verify-cell ends with 12 when the archive is damaged', async () => {
  const dir = tempDir();
  await runIn(dir, 'import', SAMPLE);
  const [name = ''] = readdirSync(join(dir, 'archive')).filter((each) => each.endsWith('.warc.gz'));
  const file = join(dir, 'archive', name);
  const bytes = readFileSync(file);
  bytes.fill(0, bytes.length - 200);
  writeFileSync(file, bytes);
  expect((await runIn(dir, 'verify-cell', '1', 'applications.received_new.total')).code).toBe(12);
});
