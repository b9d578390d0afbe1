import { expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { capture } from './hand-made.ts';

const COMMANDS = [
  ...['sample', 'extract', 'import', 'reports', 'findings', 'export', 'verify-cell', 'backup', 'gc'],
  ...['run', 'crawl', 'schedule', 'reparse', 'status', 'sources', 'review', 'users'],
  ...['audit', 'corrections', 'doctor'],
];
const USERS = ['add', 'list', 'passwd', 'role', 'disable', 'enable'].map((name) => `users ${name}`);
const NESTED = [
  'sources list',
  'sources check',
  'sources add',
  ...USERS,
  'audit verify',
  'corrections export',
];
const GLOBAL_OPTIONS = ['--database', '--archive', '--log-level', '--lang'];

async function help(...args: string[]): Promise<string> {
  const io = capture();
  expect(await runCli([...args, '--help'], io)).toBe(0);
  expect(io.err()).toBe('');
  return io.out();
}

test('the list above names every command there is', () => {
  const { commands } = buildProgram(capture(), 'en', () => {});
  expect(commands.map((command) => command.name())).toEqual(COMMANDS);
  const nested = commands.flatMap((group) =>
    group.commands.map((command) => `${group.name()} ${command.name()}`),
  );
  expect(nested).toEqual(NESTED);
});

test.each(['zh', 'en'])('help in %s mentions every command and global option', async (lang) => {
  const text = await help('--lang', lang);
  for (const word of [...COMMANDS, ...GLOBAL_OPTIONS, 'GONGKAI_DATABASE']) expect(text).toContain(word);
});

test.each([...COMMANDS, ...NESTED])('help of %s has an example in both languages', async (name) => {
  const [zh, en] = [
    await help('--lang', 'zh', ...name.split(' ')),
    await help('--lang', 'en', ...name.split(' ')),
  ];
  expect(zh).toMatch(/例如：\n {2}gongkai/);
  expect(en).toMatch(/Examples?:\n {2}gongkai/);
  expect(zh).toContain(`gongkai ${name}`);
  expect(en).toContain(`gongkai ${name}`);
});

test('Chinese help keeps no English heading and English help no Chinese word', async () => {
  for (const name of [...COMMANDS, ...NESTED].map((each) => each.split(' '))) {
    expect(await help('--lang', 'zh', ...name)).not.toMatch(/Usage:|Options:|Arguments:|Commands:|default:/);
    expect(await help('--lang', 'en', ...name)).not.toMatch(/[\u4e00-\u9fff]/);
  }
});
