import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLookups, parseLookups } from '../../src/lookups/load-lookups.ts';
import { problemLine } from '../../src/sources/source-problem.ts';
import { tempDir } from '../store/temp-store.ts';

const entry = (changes: Readonly<Record<string, string | undefined>> = {}): string =>
  Object.entries({
    ...{ division: '"220382"', agency: '双辽市政府办公室', years: '[2021, 2023]' },
    ...{ label: '国家机密', row: 'applications.refused_state_secret', reason: 'no other row is left' },
    ...{ evidence: 'a'.repeat(64), reviewer: 'a', date: '2026-01-01' },
    ...changes,
  })
    .filter(([, value]) => value !== undefined)
    .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('');

test('every lookup of data/lookups loads', () => {
  expect(loadLookups('data/lookups').problems).toEqual([]);
});

test('the example of docs/corrections.md is one', () => {
  const examples = [...readFileSync('docs/corrections.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)];
  expect(parseLookups(examples[1]?.[1] ?? '', 'jilin/220399.yml')).toMatchObject({ lookups: [{ line: 1 }] });
});

test('a file gives its lookups with their lines and with the words of the form', () => {
  const column = entry({ row: undefined, column: 'applications.natural_person', label: '个人' });
  expect(parseLookups(`# reviewed\n${entry()}${column}`, 'jilin/220382.yml')).toMatchObject({
    lookups: [
      {
        ...{ file: 'jilin/220382.yml', line: 2, years: [2021, 2023] },
        target: { kind: 'row', table: 'applications', id: 'refused_state_secret', zh: '1.属于国家秘密' },
      },
      { line: 11, target: { kind: 'column', id: 'natural_person', zh: '自然人' } },
    ],
  });
});

test.each([
  [
    'a row that no form has',
    entry({ row: 'applications.nothing' }),
    '5: no form has the row applications.nothing',
  ],
  ['a column in place of a row', entry({ row: 'applications.natural_person' }), '5: no form has the row'],
  ['neither row nor column', entry({ row: undefined }), '1: 0: names either a row or a column'],
  ['a row and a column', entry({ column: 'applications.total' }), '1: 0: names either a row or a column'],
  ['one year', entry({ years: '2021' }), '3: 0.years:'],
  ['a field too many', entry({ note: 'x' }), ': there is no field note'],
  ['no digest', entry({ evidence: 'abc' }), '7: 0.evidence: is not written as it should be'],
  ['another province', entry({ division: '"110000"' }), '1: the code 110000 belongs in the folder beijing/'],
])('%s is named with its line', (_, text, problem) => {
  const parsed = parseLookups(text, 'jilin/220382.yml');
  const lines = 'problems' in parsed ? parsed.problems.map((one) => problemLine(one, 'en')) : [];
  expect(lines.join('\n')).toContain(problem);
});

test('a file in no province’s folder is told of, and the others are read', () => {
  const dir = tempDir();
  mkdirSync(join(dir, 'jilin'));
  writeFileSync(join(dir, 'jilin', '220382.yml'), entry());
  writeFileSync(join(dir, 'stray.yml'), entry());
  const { lookups, problems } = loadLookups(dir);
  expect(lookups).toHaveLength(1);
  expect(problems).toMatchObject([{ file: 'stray.yml', line: 1 }]);
});
