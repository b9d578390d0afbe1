import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** A clone in small: npm and tsc are stand-ins that say that they ran. */
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'gongkai-setup-'));
  mkdirSync(join(clone, 'scripts'));
  mkdirSync(join(clone, 'src'));
  copyFileSync('scripts/setup.mjs', join(clone, 'scripts', 'setup.mjs'));
  put('package.json', '{"engines":{"node":">=20.19"}}');
  put('package-lock.json', '{}');
  put('src/a.ts', '1');
  put('tsc.js', TSC);
  put('npm.js', NPM);
});
afterEach(() => rmSync(clone, { recursive: true }));

const TSC = `const fs = require('node:fs');
fs.appendFileSync('ran.txt', process.argv[3] === 'tsconfig.json' ? 'build ' : 'browser ');
fs.mkdirSync('dist/src/cli', { recursive: true });
fs.writeFileSync('dist/src/cli/main.js', '');`;
const NPM = `const fs = require('node:fs');
fs.appendFileSync('ran.txt', 'install ');
fs.rmSync('node_modules', { recursive: true, force: true });
fs.mkdirSync('node_modules/typescript/bin', { recursive: true });
fs.copyFileSync('tsc.js', 'node_modules/typescript/bin/tsc');`;

function put(name: string, text: string): void {
  writeFileSync(join(clone, name), text);
}

function setup(env: Record<string, string> = {}) {
  rmSync(join(clone, 'ran.txt'), { force: true });
  const result = spawnSync(process.execPath, [join(clone, 'scripts', 'setup.mjs')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], npm_execpath: join(clone, 'npm.js'), LANG: 'C', ...env },
  });
  const log = join(clone, 'ran.txt');
  const ran = existsSync(log) ? readFileSync(log, 'utf8').trim() : '';
  return { status: result.status, ran, err: result.stderr };
}

test('a fresh clone is installed and built, after that nothing is done or said', () => {
  expect(setup()).toMatchObject({ status: 0, ran: 'install build browser' });
  expect(setup()).toEqual({ status: 0, ran: '', err: '' });
});

test('a changed source is built, a changed lock file is installed', () => {
  setup();
  put('src/b.ts', '2');
  expect(setup().ran).toBe('build browser');
  put('package-lock.json', '{"a":1}');
  expect(setup().ran).toBe('install build browser');
  rmSync(join(clone, 'dist'), { recursive: true });
  expect(setup().ran).toBe('build browser');
});

test('packages installed by hand are taken as they are', () => {
  spawnSync(process.execPath, [join(clone, 'npm.js')], { cwd: clone });
  put('node_modules/.package-lock.json', '{}');
  expect(setup().ran).toBe('build browser');
  rmSync(join(clone, 'node_modules', '.gongkai-setup'));
  const later = Date.now() / 1000 + 3600;
  utimesSync(join(clone, 'package-lock.json'), later, later);
  expect(setup().ran).toBe('install');
});

test('no network is told in a line, in the language of the locale, and tried again the next time', () => {
  put('npm.js', 'console.error("npm error code ENOTFOUND"); process.exit(1);');
  expect(setup()).toMatchObject({ status: 1, err: expect.stringContaining('registry cannot be reached') });
  expect(setup({ LANG: 'zh_CN.UTF-8' }).err).toContain('无法连接 npm 源');
  put('npm.js', NPM);
  expect(setup()).toMatchObject({ status: 0, ran: 'install build browser' });
});

test('a Node.js that is too old is told what to install', () => {
  put('package.json', '{"engines":{"node":">=99.1"}}');
  expect(setup()).toMatchObject({
    status: 1,
    ran: '',
    err: expect.stringContaining('Node.js 99.1 or newer'),
  });
});

test('a failed build shows what the compiler said and is not taken for done', () => {
  setup();
  put('src/a.ts', 'changed');
  put('node_modules/typescript/bin/tsc', 'console.log("a.ts(1,1): error TS1"); process.exit(2);');
  expect(setup()).toMatchObject({ status: 1, err: expect.stringContaining('error TS1') });
  put('node_modules/typescript/bin/tsc', TSC);
  expect(setup().ran).toBe('build browser');
});
