import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { say } from '../store/review/make-findings.ts';
import { runIn } from './run-in.ts';

const SAMPLE = join(import.meta.dirname, '../../data/sample/shuangliao-2021.txt');
let dir = '';
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Printed {
  readonly finding_id: number;
  readonly variables: readonly string[];
  readonly verdict: string | null;
  readonly corrected: boolean;
}
const listed = async (): Promise<Printed[]> =>
  JSON.parse((await runIn(dir, 'findings', '--severity', 'error')).out);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gongkai-findings-'));
  await runIn(dir, 'import', SAMPLE);
});

test('a finding says what was decided of it, and whether its numbers are corrected', async () => {
  const before = await listed();
  expect(before.length).toBeGreaterThan(1);
  expect(before.filter(({ verdict, corrected }) => verdict !== null || corrected)).toEqual([]);
  const [first] = before as [Printed];
  const store = openStore(join(dir, 'db.sqlite'));
  say(store, first.finding_id, '李', 'publisher_error');
  store.sqlite
    .prepare(
      `INSERT INTO correction (report, variable, value, expected, reason, author, decided_at, evidence)
       SELECT 1, id, 1, NULL, 'seen in the original', '李', '2026-03-01', NULL FROM variable WHERE name = ?`,
    )
    .run(first.variables[0]);
  store.close();

  const after = await listed();
  expect(after[0]).toMatchObject({
    finding_id: first.finding_id,
    verdict: 'publisher_error',
    corrected: true,
  });
  const touched = after.filter(({ variables }) => variables.includes(first.variables[0] ?? ''));
  expect(after.filter(({ corrected }) => corrected)).toEqual(touched);
  expect(after.filter(({ verdict }) => verdict !== null)).toHaveLength(1);

  const [head = '', row = ''] = (
    await runIn(dir, 'findings', '--severity', 'error', '--format', 'csv')
  ).out.split('\r\n');
  expect(head).toMatch(/,verdict,corrected$/);
  expect(row).toMatch(/,publisher_error,true$/);
  const table = (await runIn(dir, 'findings', '--severity', 'error', '--format', 'table')).out;
  expect(table).toContain("[publisher's error] [corrected] ");
});
