import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Cron } from 'croner';
import { expect, test } from 'vitest';
import { faultsOf, knownVariables } from './command-line.ts';

const lines = readFileSync(resolve(import.meta.dirname, '../../deploy/crontab'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const [zone = '', job = '', ...more] = lines;
const [, pattern = '', command = ''] = /^((?:\S+\s+){5})(.*)$/.exec(job) ?? [];

test('the crontab has one job, at half past two in China', () => {
  expect(more).toEqual([]);
  expect(zone).toBe('CRON_TZ=Asia/Shanghai');
  const cron = new Cron(pattern.trim(), { timezone: zone.split('=')[1] ?? '', paused: true });
  expect(cron.nextRun('2026-02-01T00:00:00')?.toISOString()).toBe('2026-01-31T18:30:00.000Z');
});

test('its command exists, with options and variables that exist', () => {
  const [, assignments = '', args = ''] =
    /^cd \S+ && ((?:\w+=\S+ )+)node dist\/src\/cli\/main\.js (.*?) >> \S+ 2>&1$/.exec(command) ?? [];
  expect(faultsOf(args.split(' '))).toEqual([]);
  const set = assignments
    .trim()
    .split(' ')
    .map((one) => one.split('=')[0] ?? '');
  expect(set.filter((name) => !knownVariables().has(name))).toEqual([]);
  // cron takes a bare % for the end of the line.
  expect(job).not.toContain('%');
});
