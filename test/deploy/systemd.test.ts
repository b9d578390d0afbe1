import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/cli/exit-codes.ts';
import { parseDurationMs } from '../../src/cli/parse-duration.ts';
import { faultsOf, knownVariables } from './command-line.ts';

const units = resolve(import.meta.dirname, '../../deploy/systemd');
const service = readFileSync(join(units, 'gongkai-run.service'), 'utf8');
const timer = readFileSync(join(units, 'gongkai-run.timer'), 'utf8');
const valuesOf = (unit: string, key: string): string[] =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
const [start = ''] = valuesOf(service, 'ExecStart');

test('the unit starts a command that exists, with options and variables that exist', () => {
  const [node, main, ...args] = start.split(' ');
  expect([node, main]).toEqual(['/usr/bin/node', 'dist/src/cli/main.js']);
  expect(faultsOf(args)).toEqual([]);
  const set = valuesOf(service, 'Environment').map((line) => line.split('=')[0] ?? '');
  expect(set.filter((name) => !knownVariables().has(name))).toEqual([]);
});

test('the exit codes that are no failure are the ones that the program means so', () => {
  const codes = valuesOf(service, 'SuccessExitStatus')[0]?.split(' ').map(Number);
  const { lockHeld, someFailed, timeBudgetReached } = EXIT_CODES;
  expect(codes).toEqual([lockHeld, someFailed, timeBudgetReached]);
});

test('the unit gives the run more time than its budget, and the run more than nothing to stop in', () => {
  const budget = /--budget (\S+)/.exec(start)?.[1] ?? '';
  expect(valuesOf(service, 'TimeoutStartSec')).toEqual([`${budget}15min`]);
  expect(parseDurationMs(budget)).toBe(6 * 3_600_000);
  expect(valuesOf(service, 'TimeoutStopSec')).toEqual(['60']);
});

const installed = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' }).status === 0;
describe.skipIf(!installed)('systemd-analyze (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-units-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const analyze = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  test('finds no fault and no setting without effect', () => {
    // Where this test runs, node lies elsewhere.
    const here = service.replace('/usr/bin/node', process.execPath);
    writeFileSync(join(folder, 'gongkai-run.service'), here);
    writeFileSync(join(folder, 'gongkai-run.timer'), timer);
    const { status, stderr } = analyze(
      'verify',
      `${folder}/gongkai-run.service`,
      `${folder}/gongkai-run.timer`,
    );
    const own = stderr.split('\n').filter((line) => line.includes('gongkai'));
    expect({ status, own }).toEqual({ status: 0, own: [] });
  });

  test('reads the time as every night at half past two in China', () => {
    const [calendar = ''] = valuesOf(timer, 'OnCalendar');
    const { status, stdout } = analyze('calendar', '--base-time=2026-01-31 00:00:00 UTC', calendar);
    expect(status).toBe(0);
    expect(stdout).toMatch(/2026-01-31 18:30:00 UTC|2026-02-01 02:30:00/);
  });

  test('finds the service exposed no more than "OK"', () => {
    const { status, stdout } = analyze(
      'security',
      '--offline=true',
      '--threshold=45',
      join(units, 'gongkai-run.service'),
    );
    expect(status, stdout.split('\n').slice(-4).join('\n')).toBe(0);
  });
});
