import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { capture } from './hand-made.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-sample-'));
afterAll(() => rmSync(folder, { recursive: true }));
const database = join(folder, 'gongkai.sqlite');
const places = ['--database', database, '--archive', join(folder, 'archive')];

async function run(...args: string[]) {
  const io = capture();
  const exitCode = await runCli([...args, ...places], io);
  return { exitCode, out: io.out(), err: io.err() };
}

const digest = () => createHash('sha256').update(readFileSync(database)).digest('hex');

test('the sample shows tables, findings, what was stored and what to do next; again it changes nothing', async () => {
  const first = await run('sample', '--lang', 'zh');
  expect(first).toMatchObject({ exitCode: 0, err: '' });
  for (const title of ['二、主动公开', '三、收到和处理', '四、政府信息公开行政复议'])
    expect(first.out).toContain(title);
  expect(first.out).toMatch(/错误 {2}新收加上年结转应等于办结加结转下年 · 自然人\n\s+27 \+ 1 = 28/);
  expect(first.out).toContain('数据库（新存入）');
  expect(first.out).toContain('接下来可以');
  const stored = digest();
  const second = await run('sample', '--lang', 'zh');
  expect(second.out).toContain('数据库（未变）');
  expect(digest()).toBe(stored);
});

test('what is stored is listed, narrowed by filters, in each format', async () => {
  const [report] = JSON.parse((await run('reports')).out);
  expect(report).toMatchObject({ place: '双辽市', division: '220382', year: 2021, form: '2021' });
  expect(JSON.parse((await run('reports', '--division', '11')).out)).toEqual([]);
  expect(
    JSON.parse((await run('reports', '--division', '22', '--year', '2021', '--form', '2021')).out),
  ).toHaveLength(1);
  const errors = JSON.parse((await run('findings', '--severity', 'error')).out);
  expect(errors.map((finding: { scope: string }) => finding.scope).sort()).toEqual([
    'natural_person',
    'total',
  ]);
  expect(errors[0]).toMatchObject({
    rule: 'applications.balance',
    expected: 28,
    actual: 27,
    place: '双辽市',
  });
  const csv = (await run('findings', '--rule', 'cell.malformed', '--format', 'csv')).out.split('\r\n');
  expect(csv).toHaveLength(4);
  expect(csv[0]).toMatch(/^finding_id,report_id,division,/);
  const table = (await run('findings', '--format', 'table', '--lang', 'zh')).out;
  expect(table).toContain('（三）不予公开 5.属于三类内部事务信息');
  expect(table).not.toContain('applications.');
});

test('import tells of each file and goes on after one that cannot be read', async () => {
  const { exitCode, out } = await run('import', 'test/cli/nothing.txt', 'package.json');
  expect(exitCode).toBe(6);
  expect(out).toMatch(/^failed {2}test\/cli\/nothing\.txt {2}there is no such file$/m);
  expect(out).toMatch(/^added {2}package\.json {2}#\d+ {2}1 error$/m);
  expect(out).toContain('1 added, 0 updated, 0 unchanged, 1 failed');
  expect((await run('import', 'test/cli/nothing.txt')).exitCode).toBe(2);
});
