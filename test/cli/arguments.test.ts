import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { capture } from './hand-made.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-arguments-'));
const junk = join(folder, 'junk.sqlite');
writeFileSync(junk, 'no database at all');
const empty = join(folder, 'empty.sqlite');
writeFileSync(empty, '');

/** Arguments, exit code, and what must stand on standard error. */
const REFUSED: readonly (readonly [args: string, exitCode: number, says: RegExp])[] = [
  ['extract', 2, /paths is missing/],
  ['extract --formt json a', 2, /no option --formt; did you mean --format\?/],
  ['extract --format xml a', 2, /--format cannot be xml; choose table, json, jsonl, csv/],
  ['extract --format', 2, /option --format <format> needs a value/],
  ['extrat a', 2, /no command extrat; did you mean extract\?/],
  ['backup', 2, /give either --to or --verify/],
  ['review --double-review half', 2, /--double-review is a whole number from 0 to 100, not half/],
  ['review --port http', 2, /--port is a number from 0 to 65535: http/],
  ['export', 2, /name the folder of the release with --to/],
  ['--lang fr doctor', 2, /--lang cannot be fr; choose zh, en/],
  ['doctor extra', 2, /too many arguments/],
  ['extract ftp://example.gov.cn/a.html', 2, /takes an http or https address, not ftp/],
  ['run --sources /nowhere', 2, /no registered sources in \/nowhere/],
  ['run --budget 6', 2, /not a duration: 6/],
  ['run --canary ftp://x.cn/', 2, /--canary takes an http or https address, not ftp:\/\/x\.cn/],
  ['run --min-free much', 2, /--min-free: much\. Write it as 500MiB/],
  ['run --mail-to nobody', 2, /not a mail address: nobody/],
  ['gc --older-than 90', 2, /not a duration: 90/],
  ['export --to /tmp/none --doi zenodo', 2, /zenodo is no DOI/],
  ['schedule --sources /nowhere', 2, /no registered sources in \/nowhere/],
  ['schedule --budget soon', 2, /not a duration: soon/],
  ['schedule --connect-to nowhere', 2, /not a target for --connect-to/],
  ['run --source 999999', 2, /no registered source is 999999/],
  ['schedule --at bad', 2, /--at is no cron pattern: bad/],
  ['crawl --delay 0', 2, /--delay 0 is too fast|no registered source/],
  ['import http://example.gov.cn/a.html', 2, /takes files of this machine.*gongkai extract.*sources add/],
  ['extract --url ftp://x a.html', 2, /--url takes an http or https address, not ftp:\/\/x/],
  ['extract --url https://x.cn/ a.html b.html', 2, /--url goes with exactly one file/],
  ['reports --year 21', 2, /four digits, not 21/],
  ['findings --division 22a', 2, /2 to 6 digits, not 22a/],
  ['findings --rule nosuch', 2, /there is no rule nosuch; the nearest are \S+, \S+, \S+ \(/],
  ['findings --rule aplications.balance', 2, /the nearest are applications\.balance,/],
  ['findings --rule carry_over', 2, /the nearest are applications\.carry_over,/],
  ['findings --severity bad', 2, /choose error, warning, question, info/],
  [`reports --database ${folder}/none.sqlite`, 4, /none\.sqlite: does not exist.*import/],
  [`reports --database ${junk}`, 4, /not an SQLite database/],
  [`findings --database ${empty}`, 4, /is empty/],
  [`--lang zh extract`, 2, /错误：缺少参数 paths/],
  [`--lang zh reports --database ${junk}`, 4, /不是 SQLite 数据库/],
];

test.each(REFUSED)('gongkai %s → %i', async (args, exitCode, says) => {
  const io = capture();
  expect(await runCli(args.split(' '), io)).toBe(exitCode);
  expect(io.err()).toMatch(says);
  expect(io.out()).toBe('');
});

test('wrong usage tells where the help is, a broken database does not', async () => {
  const usage = capture();
  await runCli(['extract'], usage);
  expect(usage.err()).toContain('--help');
  const database = capture();
  await runCli(['reports', '--database', junk], database);
  expect(database.err().trim().split('\n')).toHaveLength(1);
});

test('no command shows the help and is wrong usage', async () => {
  const io = capture();
  expect(await runCli([], io)).toBe(2);
  expect(io.err()).toContain('Usage:');
});

test('the version is the one of package.json', async () => {
  const io = capture();
  expect(await runCli(['--version'], io)).toBe(0);
  expect(io.out()).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('control characters of an argument do not reach the terminal', async () => {
  const io = capture();
  await runCli(['extract', '\u001b[31mhttps://x', 'https://\u001b[2J\u202e.cn'], io);
  expect(io.err().replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(io.err()).toContain('\\u{1b}[2J\\u{202e}');
});
