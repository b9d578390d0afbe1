/*
 * Prints the path of a Chromium for tests that need a browser. Finds one; else, as root on Debian, installs
 * chromium and the Chinese fonts; else says what to do and exits 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
const finder = join(root, 'dist', 'src', 'cli', 'find-chromium.js');

if (!existsSync(finder)) {
  const setup = spawnSync(process.execPath, [join(root, 'scripts', 'setup.mjs')], { stdio: 'inherit' });
  if (setup.status !== 0) process.exit(setup.status ?? 1);
}
const { findChromium } = await import(finder);

const found = findChromium(process.env) ?? installed();
if (found === null) {
  say(
    '未找到 Chromium：请以 root 运行 apt-get install chromium fonts-noto-cjk，或用 GONGKAI_CHROMIUM 指明其位置',
    'No Chromium found: run `apt-get install chromium fonts-noto-cjk` as root, or give its path in GONGKAI_CHROMIUM',
  );
  process.exit(1);
}
process.stdout.write(`${found}\n`);

/** A named browser that is not there is a mistake to report, not a reason to install another. */
function installed() {
  const mayInstall =
    process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !process.env.GONGKAI_CHROMIUM;
  if (!mayInstall) return null;
  say('正在安装 Chromium 与中文字体…', 'Installing Chromium and Chinese fonts...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['chromium', 'fonts-noto-cjk'];
  const steps = [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ];
  for (const step of steps) {
    const { status } = spawnSync('apt-get', step, { env, stdio: ['ignore', 2, 2] });
    if (status !== 0) return null;
  }
  return findChromium(process.env);
}

function say(zh, en) {
  process.stderr.write(`${chinese ? zh : en}\n`);
}
