import { expect, test } from 'vitest';
import { reportOptions } from './defaults.ts';
import { createRandom } from './random.ts';
import { makeReport } from './report.ts';
import {
  addEmptyRows,
  addNoteRow,
  addTitleRow,
  blankSubCells,
  breakHeaderRow,
  fillLostSpans,
  insertBlankColumn,
  mergeTables,
  type Shape,
  splitChallengeHeader,
  splitTable,
  verticalResults,
} from './shapes.ts';
import { placeCells, printedCells, type Table, tableWidth } from './table.ts';

const SHAPES: Readonly<Record<string, Shape>> = {
  fillLostSpans,
  breakHeaderRow,
  splitChallengeHeader,
  verticalResults,
  addTitleRow,
  addNoteRow,
  addEmptyRows,
  subCells: blankSubCells(() => true),
  columnFirst: insertBlankColumn(0),
  columnSecond: insertBlankColumn(1),
  columnThird: insertBlankColumn(2),
  columnAfterLabels: insertBlankColumn(3),
  columnInside: insertBlankColumn(4),
  columnLater: insertBlankColumn(7),
  columnLast: insertBlankColumn(99),
};

const reports = [1, 2, 3, 4, 5, 6].map((seed) => {
  const random = createRandom(seed);
  const edition = seed % 2 === 0 ? '2019' : '2021';
  return makeReport(
    reportOptions({ edition, subtotal: seed > 4, disclosureWidth: seed > 2 ? 5 : 4 }, random),
    random,
  );
});

/** Every place of the grid is covered exactly once. */
const expectRectangular = (table: Table): void => {
  const width = tableWidth(table);
  const covered = placeCells(table.rows).flatMap(({ cell, row, column }) =>
    Array.from({ length: cell.rowspan }, (_, down) =>
      Array.from({ length: cell.colspan }, (_, right) => `${row + down},${column + right}`),
    ).flat(),
  );
  expect(new Set(covered).size).toBe(covered.length);
  expect(covered.length).toBe(width * table.rows.length);
};

test('the drawn tables are rectangular', () => {
  for (const { tables } of reports) for (const table of tables) expectRectangular(table);
});

test.each(Object.entries(SHAPES))('%s keeps the grid rectangular and every figure in order', (_, shape) => {
  for (const { tables } of reports) {
    for (const table of tables) {
      const bent = shape(table);
      expectRectangular(bent);
      expect([...printedCells([bent])]).toEqual([...printedCells([table])]);
    }
  }
});

test.each(['label', 'blank'] as const)('a split with %s gives two rectangular parts', (group) => {
  for (const { tables } of reports) {
    const applications = tables[1] as Table;
    for (let at = 4; at < applications.rows.length; at += 1) {
      const parts = splitTable(applications, at, at % 2 === 0, group);
      for (const part of parts) expectRectangular(part);
      expect([...printedCells(parts)]).toEqual([...printedCells([applications])]);
    }
  }
});

test('tables merged to an even width are rectangular', () => {
  for (const { tables } of reports)
    for (const table of mergeTables(tables, ['二', '三', '四'], true)) expectRectangular(table);
});

test('a blank column between values moves the columns after it, header and values alike', () => {
  const applications = insertBlankColumn(4)(reports[0]?.tables[1] as Table);
  const placed = placeCells(applications.rows);
  const header = placed.find(({ cell }) => cell.text === '商业企业')?.column;
  const figure = placed.find(
    ({ cell }) => cell.variable === 'applications.granted.commercial_enterprise',
  )?.column;
  expect(figure).toBe(header);
});
