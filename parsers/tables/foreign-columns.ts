import type { FormBlock, FormColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { labelKeys } from '../labels/label-index.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { covers, type Interval, overlap, own, widthOf } from './intervals.ts';
import { columnsNamed, isKnownElsewhere } from './name-columns.ts';

type HeaderRow = readonly GridCell[];

/** Where a column's label is printed. */
export interface HeaderPlace {
  readonly interval: Interval;
  readonly cell: GridCell;
}

/** 统计数 over labels that nobody knows: which of their columns is meant cannot be told. */
export const isDivided = (
  block: FormBlock,
  { interval, cell }: HeaderPlace,
  cells: readonly HeaderRow[],
): boolean =>
  cells
    .flat()
    .some(
      (below) =>
        below.row > cell.row &&
        covers(interval, own(below)) &&
        widthOf(own(below)) < widthOf(interval) &&
        columnsNamed(block, below).length === 0,
    );

/** Labels of columns that the form does not have, beside those it has: 乡镇街道, 备注. */
export function foreignCells(
  block: FormBlock,
  found: ReadonlyMap<FormColumn, HeaderPlace>,
  groups: readonly Interval[],
  cells: readonly HeaderRow[],
): readonly GridCell[] {
  const taken = [...[...found.values()].map(({ interval }) => interval), ...groups];
  const left = Math.min(...taken.map(({ from }) => from));
  const foreign: GridCell[] = [];
  for (const cell of cells.flat()) {
    const known = columnsNamed(block, cell).length > 0 || isKnownElsewhere(block, cell);
    if (known || own(cell).from < left || taken.some((interval) => overlap(interval, own(cell)))) continue;
    foreign.push(cell);
    taken.push(own(cell));
  }
  return foreign;
}

/** A column for such a label, so that its cells are told of and never taken for another's. */
export const foreignColumn = ({ ignoredColumns }: FormBlock, { text, column }: GridCell): FormColumn => ({
  id: `foreign ${column}`,
  zh: cleanText(text),
  en: cleanText(text),
  unit: '',
  ...(ignoredColumns && labelKeys(ignoredColumns).includes(normaliseLabel(text))
    ? { role: 'ignored' as const }
    : { extra: true as const }),
});
