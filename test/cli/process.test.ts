import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** Absolute, so that the program can be run from a folder without a database of its own. */
const MAIN = ['--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts')];
const elsewhere = mkdtempSync(join(tmpdir(), 'gongkai-process-'));
afterAll(() => rmSync(elsewhere, { recursive: true }));
const env = (extra: Record<string, string> = {}) => ({ PATH: process.env['PATH'], ...extra });

const run = (args: string[], extra: Record<string, string> = {}) =>
  spawnSync(process.execPath, [...MAIN, ...args], { encoding: 'utf8', env: env(extra), cwd: elsewhere });

test('the exit code and the streams reach the caller', () => {
  expect(run(['--version'])).toMatchObject({ status: 0, stderr: '' });
  expect(run(['nonsense'])).toMatchObject({ status: 2, stdout: '' });
});

test('the language comes from the option, the environment or the locale', () => {
  expect(run(['--help'], { LANG: 'zh_CN.UTF-8' }).stdout).toContain('用法：');
  expect(run(['--help'], { LANG: 'zh_CN.UTF-8', GONGKAI_LANG: 'en' }).stdout).toContain('Usage:');
  expect(run(['--help', '--lang', 'zh'], { LANG: 'C' }).stdout).toContain('用法：');
});

test('a wrong environment variable is named, an empty one counts as not set', () => {
  const wrong = run(['doctor'], { GONGKAI_LOG_LEVEL: 'loud' });
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('GONGKAI_LOG_LEVEL cannot be loud');
  const unset = run(['reports'], { GONGKAI_DATABASE: '' });
  expect(unset.stderr).toContain('data/local/gongkai.sqlite');
});

test('a database of the environment is used', () => {
  const { status, stderr } = run(['reports'], { GONGKAI_DATABASE: '/nowhere/a.sqlite' });
  expect(status).toBe(4);
  expect(stderr).toContain('/nowhere/a.sqlite');
});

test('a reader that goes away is no error', async () => {
  const child = spawn(process.execPath, [...MAIN, '--help'], {
    env: env(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.runIf(existsSync('/dev/full'))(
  'output that cannot be written is told, with the code for a full disk',
  () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [...MAIN, '--help'], {
      encoding: 'utf8',
      env: env(),
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(3);
    expect(stderr).toContain('the disk is full');
  },
);
