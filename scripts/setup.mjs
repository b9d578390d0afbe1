/*
 * Makes a fresh clone ready to run: installs packages when they are missing or other than the lock file says,
 * builds when a source has changed. Silent when there is nothing to do. Runs before `npm start` and `npm test`,
 * so it may use nothing that has to be installed first.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => join(root, ...parts);
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** The program, and the modules that browsers run: they know other globals. */
const PROJECTS = ['tsconfig.json', 'src/web/client'];
const SOURCES = ['src', 'scrapers', 'parsers', 'tsconfig.json'];
const INSTALL_STAMP = inRoot('node_modules', '.gongkai-setup');
const BUILD_STAMP = inRoot('dist', '.built-from');
const BUILD_MEMORY = inRoot('node_modules', '.cache', 'tsc', 'build.tsbuildinfo');
const PROGRAM = inRoot('dist', 'src', 'cli', 'main.js');

requireNode();
// `npm ci` runs the `prepare` script, which asks for the build alone: the packages are being installed just then.
if (!process.argv.includes('--build-only')) install();
build();

/** The oldest Node.js that package.json allows. */
function requireNode() {
  const wanted = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).engines.node.replace(/^>=/, '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  fail(
    `需要 Node.js ${wanted} 或更新版本，现在是 ${process.versions.node}：请从 https://nodejs.org 安装`,
    `Node.js ${wanted} or newer is needed, this is ${process.versions.node}: install it from https://nodejs.org`,
  );
}

function install() {
  const stamp = installStamp();
  if (isInstalled(stamp)) return;
  say('正在安装依赖（首次约一分钟）…', 'Installing packages (about a minute the first time)...');
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = runNpm(flags);
  if (result.status !== 0) explainInstall(`${result.stderr ?? ''}${result.error?.message ?? ''}`);
  writeFileSync(INSTALL_STAMP, stamp);
}

/** Changes with the lock file, and with what compiled packages are compiled for. */
function installStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return `${lock} node-abi-${process.versions.modules} ${process.platform}-${process.arch}\n`;
}

function isInstalled(stamp) {
  if (existsSync(INSTALL_STAMP)) return readFileSync(INSTALL_STAMP, 'utf8') === stamp;
  // Installed by hand: npm writes this file and the lock file within the same minute.
  const byNpm = inRoot('node_modules', '.package-lock.json');
  const lockMs = statSync(inRoot('package-lock.json')).mtimeMs;
  if (!existsSync(byNpm) || statSync(byNpm).mtimeMs + 60_000 < lockMs) return false;
  writeFileSync(INSTALL_STAMP, stamp);
  return true;
}

/** The npm that runs this script, or the one on the search path. */
function runNpm(flags) {
  const script = process.env.npm_execpath;
  const [command, args] = script ? [process.execPath, [script, ...flags]] : ['npm', flags];
  const shell = !script && process.platform === 'win32';
  return spawnSync(command, args, {
    cwd: root,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function explainInstall(output) {
  process.stderr.write(output);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    fail(
      '安装依赖失败：无法连接 npm 源，请检查网络或代理后重试',
      'Packages were not installed: the npm registry cannot be reached. Check the network or proxy and run again',
    );
  }
  if (/gyp|prebuild|make: |g\+\+/i.test(output)) {
    fail(
      '安装依赖失败：better-sqlite3 需要编译，请安装 python3、make、g++ 后重试',
      'Packages were not installed: better-sqlite3 has to be compiled. Install python3, make and g++ and run again',
    );
  }
  if (/ENOENT/.test(output))
    fail('找不到 npm：请重新安装 Node.js', 'npm was not found: install Node.js again');
  fail('安装依赖失败，原因见上', 'Packages were not installed, the reason is above');
}

function build() {
  const stamp = buildStamp();
  if (existsSync(PROGRAM) && existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === stamp) return;
  say('正在编译…', 'Building...');
  // An incremental build writes only what changed since the last one, which may be gone.
  if (!existsSync(PROGRAM)) rmSync(BUILD_MEMORY, { force: true });
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  for (const project of PROJECTS) {
    const result = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, encoding: 'utf8' });
    if (result.status === 0) continue;
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    fail('编译失败，原因见上', 'The build failed, the reason is above');
  }
  mkdirSync(dirname(BUILD_STAMP), { recursive: true });
  chmodSync(PROGRAM, 0o755);
  writeFileSync(BUILD_STAMP, stamp);
}

/** Changes when a source is added, removed or written. */
function buildStamp() {
  const hash = createHash('sha256').update(installStamp());
  for (const source of SOURCES)
    for (const path of filesOf(inRoot(source))) {
      const { mtimeMs, size } = statSync(path);
      hash.update(`${path} ${mtimeMs} ${size}\n`);
    }
  return hash.digest('hex');
}

function filesOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function say(zh, en) {
  process.stderr.write(`${chinese ? zh : en}\n`);
}

function fail(zh, en) {
  say(zh, en);
  process.exit(1);
}
