import { isVariableColumn, variableName } from '../../src/forms/form.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Finding } from '../../src/model/finding.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import type { Grid } from '../grid.ts';
import { cleanText } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import type { ReadRow } from './read-row.ts';

const SHOWN = 5;

/**
 * Numbers that tables print outside of every cell: no row takes them. The row that lost one has others in its place,
 * so the finding names the rows of its table that have something else than a number in a cell, and if none has, all.
 */
export function outsideCells(
  grids: readonly Grid[],
  rows: readonly ReadRow[],
  cells: ReadonlyMap<string, Cell>,
): readonly Finding[] {
  return grids.flatMap(({ index, outside = [] }) => {
    const numbers = outside.map(cleanText).filter((text) => /\d/.test(text) && looksLikeValue(text));
    if (numbers.length === 0) return [];
    const own = rows.filter(({ printed }) => printed.grid.index === index).map(variablesOf);
    const broken = own.filter((names) => names.some((name) => cells.get(name)?.status !== 'reported'));
    return [unmappedNumbers(index, numbers, (broken.length > 0 ? broken : own).flat())];
  });
}

const variablesOf = ({ block, row, columns }: ReadRow): readonly string[] =>
  columns.slots.filter(isVariableColumn).map((column) => variableName(block, row, column));

function unmappedNumbers(table: number, numbers: readonly string[], variables: readonly string[]): Finding {
  const shown = numbers.slice(0, SHOWN).join('、') + (numbers.length > SHOWN ? '…' : '');
  return makeFinding({
    rule: 'table.unmapped',
    scope: String(table + 1),
    severity: 'warning',
    message: {
      zh: `第 ${table + 1} 个表格中有不在任何单元格内的数字（${shown}），没有变量接收。`,
      en: `Table ${table + 1} prints numbers outside of every cell (${shown}), which no variable takes.`,
    },
    variables: [...new Set(variables)],
  });
}
