import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import type { Reading } from '../../../src/model/extraction.ts';
import { validateOrKeep } from '../../../src/pipeline/validate-or-keep.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { validateAlone, validateReading, validateUnexplained } from '../../../src/validators/index.ts';

const file = 'data/sample/shuangliao-2021.txt';
const reading = await parseDocument(readFileSync(file), { file, gazetteer: loadGazetteer() });

/** The report with another number in each cell of its total column. */
const wrongTotals: Reading = {
  ...reading,
  cells: reading.cells.map((cell) =>
    /^applications\..*\.total$/.test(cell.variable) && cell.value !== null
      ? { ...cell, value: cell.value + 3 }
      : cell,
  ),
};
const failing = ({ findings }: Pick<Reading, 'findings'>) =>
  findings.filter(({ rule, outcome }) => outcome === 'fail' && /^applications\./.test(rule));

test('where too many cells are wrong each contradiction stays and says that no cell can be pointed at', async () => {
  const record = await validateReading(wrongTotals);
  const found = failing(record);
  expect(found.filter(({ rule }) => rule === 'applications.row_total')).toHaveLength(25);
  for (const { message, suggestions } of found) {
    expect(suggestions).toEqual([]);
    expect(message.zh).toMatch(/至少要改 2\d 格才能全部消除，指不出是哪几格有误/);
    expect(message.en).toMatch(/at least 2\d cells would have to change/);
  }
  expect(record.cells).toEqual(wrongTotals.cells);
});

test('where the cells can be told nothing is added to a message', () => {
  const found = failing(validateAlone(reading));
  expect(found.length).toBeGreaterThan(0);
  for (const { message } of found) expect(message.zh).not.toContain('指不出');
});

test('a search that was broken off costs neither values nor contradictions, and is told of', () => {
  const record = validateUnexplained(reading, { zh: '程序故障（x）', en: 'a fault of the program (x)' });
  const alone = validateAlone(reading);
  expect(record.report).toEqual(reading.report);
  expect(record.cells).toEqual(alone.cells);
  const without = failing(alone).map((finding) => ({ ...finding, suggestions: [] }));
  expect(failing(record)).toEqual(without);
  expect(record.findings.find(({ rule }) => rule === 'document.not_localised')?.message.en).toContain(
    'not looked for: a fault of the program (x)',
  );
});

test('a second look that breaks is told of and costs nothing that was read', async () => {
  const record = await validateOrKeep(reading, { readAgain: () => Promise.reject(new Error('no ink')) });
  expect(record.cells).toEqual(validateAlone(reading).cells);
  expect(failing(record).length).toBeGreaterThan(0);
  const told = record.findings.find(({ rule }) => rule === 'document.not_localised');
  expect(told?.message.zh).toContain('程序故障（no ink）');
});
