import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Cron } from 'croner';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { EXIT_CODES } from '../../src/cli/exit-codes.ts';
import { parseDurationMs } from '../../src/cli/parse-duration.ts';
import { runsFolder } from '../../src/cli/runs-folder.ts';
import { faultsOf, knownVariables } from './command-line.ts';

const file = resolve(import.meta.dirname, '../../deploy/github-actions/nightly.yml');
const text = readFileSync(file, 'utf8');
const document = parseDocument(text);
const workflow = document.toJS();
const { run: job } = workflow.jobs;
interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
const steps: readonly Step[] = job.steps;
const scripts = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
const [, args = ''] = /^node dist\/src\/cli\/main\.js (.*?) \|\|/m.exec(scripts.at(-1) ?? '') ?? [];

test('the workflow is YAML without a fault, with keys that there are', () => {
  expect(document.errors).toEqual([]);
  const keys = ['name', 'on', 'concurrency', 'permissions', 'jobs'];
  expect(Object.keys(workflow).filter((key) => !keys.includes(key))).toEqual([]);
  const ofJob = ['runs-on', 'timeout-minutes', 'env', 'steps'];
  expect(Object.keys(job).filter((key) => !ofJob.includes(key))).toEqual([]);
  const ofStep = ['name', 'if', 'uses', 'with', 'run'];
  expect(steps.flatMap((step) => Object.keys(step).filter((key) => !ofStep.includes(key)))).toEqual([]);
  for (const { uses, run } of steps) expect([uses, run].filter((one) => one !== undefined)).toHaveLength(1);
});

test('it runs each night at half past two in China, one at a time', () => {
  const [{ cron }] = workflow.on.schedule;
  const next = new Cron(cron, { timezone: 'UTC', paused: true }).nextRun(new Date('2026-01-31T00:00:00Z'));
  expect(next?.toISOString()).toBe('2026-01-31T18:30:00.000Z');
  expect(workflow.concurrency['cancel-in-progress']).toBe(false);
});

test('its command exists, with options and variables that exist, and has more time than its budget', () => {
  expect(args).not.toBe('');
  expect(faultsOf(args.split(' '))).toEqual([]);
  expect(Object.keys(job.env).filter((name) => !knownVariables().has(name))).toEqual([]);
  const budget = parseDurationMs(/--budget (\S+)/.exec(args)?.[1] ?? '');
  expect(job['timeout-minutes'] * 60_000).toBeGreaterThan(budget + 15 * 60_000);
});

test('the exit codes that are no failure are the ones that the program means so', () => {
  const codes = /^\s+([\d|]+)\) exit 0/m
    .exec(scripts.at(-1) ?? '')?.[1]
    ?.split('|')
    .map(Number);
  const { done, lockHeld, someFailed, timeBudgetReached } = EXIT_CODES;
  expect(codes).toEqual([done, lockHeld, someFailed, timeBudgetReached]);
});

test.each([
  ...[0, 5, 6, 10].map((code) => [code, 0] as const),
  ...[1, 2, 3, 4, 8, 11, 12].map((code) => [code, code] as const),
])('a run that ends with %i ends the step with %i', (code, ends) => {
  const script = (scripts.at(-1) ?? '').replace(/^node .*? \|\|/m, `(exit ${code}) ||`);
  expect(spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script]).status).toBe(ends);
});

test('it may only read the code, and no value of outside stands in a script', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  for (const script of scripts) expect(script).not.toContain('${{');
  const secrets = [...text.matchAll(/^ +(\w+): \$\{\{ secrets\.(\w+) \}\}$/gm)];
  expect(secrets.length).toBe(text.match(/secrets\./g)?.length);
  for (const [, name, secret] of secrets) expect(name).toBe(secret);
  for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
  expect(steps[0]?.with).toMatchObject({ 'persist-credentials': false });
});

test('the report that is kept is where the run writes it', () => {
  const paths = String(steps.at(-1)?.with?.['path']).trim().split('\n');
  for (const path of paths) expect(path).toContain(`${runsFolder(job.env.GONGKAI_DATABASE)}/latest.`);
});
