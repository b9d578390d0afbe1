import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorrections, parseCorrections } from '../../src/corrections/load-corrections.ts';
import { findVariable } from '../../src/forms/index.ts';
import { problemLine } from '../../src/sources/source-problem.ts';
import { tempDir } from '../store/temp-store.ts';

const isVariable = (name: string): boolean => findVariable(name) !== undefined;

const entry = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    ...{ division: '"220382"', agency: '双辽市政府办公室', year: '2021' },
    ...{ variable: 'applications.carried_out.natural_person', value: '1', expect: '"0"' },
    ...{
      reason: 'the text says 28 were answered',
      evidence: 'a'.repeat(64),
      reviewer: 'a',
      date: '2026-01-01',
    },
    ...changes,
  })
    .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('');

test('every correction of data/corrections loads', () => {
  expect(loadCorrections('data/corrections', isVariable).problems).toEqual([]);
});

test('the example of docs/corrections.md is one', () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/corrections.md', 'utf8')) ?? [];
  expect(parseCorrections(example, 'jilin/220382.yml', isVariable)).toMatchObject({
    corrections: [{ line: 1 }],
  });
});

test('a file gives its corrections with their lines', () => {
  const text = `# reviewed\n${entry()}${entry({ variable: 'applications.carried_out.total', expect: 'null' })}`;
  expect(parseCorrections(text, 'jilin/220382.yml', isVariable)).toMatchObject({
    corrections: [
      { file: 'jilin/220382.yml', line: 2, division: '220382', value: 1, expect: '0' },
      { line: 12, variable: 'applications.carried_out.total', expect: null },
    ],
  });
});

const wrong: [what: string, text: string, problem: string][] = [
  [
    'a division without quotes',
    entry({ division: '220382' }),
    '1: 0.division: should be text; a number needs quotes',
  ],
  ['a field too many', entry({ note: 'x' }), '11: 0: there is no field note'],
  ['a field too few', entry().replace(/ {2}reviewer.*\n/, ''), '1: 0.reviewer: is missing'],
  [
    'a printed value without quotes',
    entry({ expect: '0' }),
    '6: 0.expect: should be text; a number needs quotes',
  ],
  ['no digest', entry({ evidence: 'abc' }), '8: 0.evidence: is not written as it should be'],
  [
    'a name that is no variable',
    entry({ variable: 'applications.x' }),
    '4: there is no variable applications.x (see docs/codebook.md)',
  ],
  [
    'a province of its own',
    entry({ division: '"320100"' }),
    '1: the code 320100 belongs in the folder jiangsu/',
  ],
  ['no YAML', 'a: [', '1: no valid YAML: '],
];

test.each(wrong)('%s is told of with its line', (_, text, problem) => {
  const parsed = parseCorrections(text, 'jilin/220382.yml', isVariable);
  const lines = 'problems' in parsed ? parsed.problems.map((one) => problemLine(one, 'en')) : [];
  expect(lines[0]).toContain(`jilin/220382.yml:${problem}`);
});

test('two corrections of one cell, and files that are not read, are problems; other files still load', () => {
  const dir = tempDir();
  mkdirSync(join(dir, 'jilin'));
  writeFileSync(join(dir, 'jilin', 'a.yml'), entry());
  writeFileSync(join(dir, 'jilin', 'b.yml'), entry());
  writeFileSync(join(dir, 'jilin', 'c.yaml'), entry());
  writeFileSync(join(dir, 'd.yml'), entry());
  const { corrections, problems } = loadCorrections(dir, isVariable);
  expect(corrections.map(({ file }) => file)).toEqual(['jilin/a.yml']);
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'd.yml:1',
    'jilin/b.yml:1',
    'jilin/c.yaml:1',
  ]);
  expect(loadCorrections(join(dir, 'none'), isVariable)).toEqual({ corrections: [], problems: [] });
});
