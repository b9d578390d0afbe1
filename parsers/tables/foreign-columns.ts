import type { FormBlock, FormColumn } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { labelKeys } from '../labels/label-index.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { isOtherTime, isThisYear } from './column-times.ts';
import { covers, type Interval, overlap, own, widthOf } from './intervals.ts';
import { columnsNamed, isKnownElsewhere } from './name-columns.ts';

type HeaderRow = readonly GridCell[];

/** Where a column's label is printed. */
export interface HeaderPlace {
  readonly interval: Interval;
  readonly cell: GridCell;
}

/** What a column's label is divided into below it. */
export interface Divided {
  /** The one label that says this year: 本年 beside 上年 under one label. */
  readonly column: GridCell;
  readonly others: readonly GridCell[];
}

/**
 * The labels below a column's own, where they divide it; null where there are none. `unknown` where they do not tell
 * which of their columns is meant: 统计数 over the names of levels.
 */
export function dividedInto(
  block: FormBlock,
  { interval, cell }: HeaderPlace,
  cells: readonly HeaderRow[],
): Divided | 'unknown' | null {
  const below = cells
    .flat()
    .filter(
      (other) =>
        other.row > cell.row &&
        covers(interval, own(other)) &&
        widthOf(own(other)) < widthOf(interval) &&
        columnsNamed(block, other).length === 0,
    );
  if (below.length === 0) return null;
  const [column, ...more] = below.filter(({ text }) => isThisYear(text));
  const others = below.filter((other) => other !== column);
  if (column === undefined || more.length > 0) return 'unknown';
  return others.every(({ text }) => isOtherTime(text)) ? { column, others } : 'unknown';
}

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

/** A column for such a label, so that its cells are told of and never taken for another's; `under` is the form's it divides. */
export function foreignColumn(
  { ignoredColumns }: FormBlock,
  { text, column }: GridCell,
  under?: FormColumn,
): FormColumn {
  const name = [under?.zh ?? '', cleanText(text)].join(' ').trim();
  return {
    id: `foreign ${column}`,
    zh: name,
    en: name,
    unit: '',
    ...(under?.group === undefined ? {} : { group: under.group }),
    ...(ignoredColumns && labelKeys(ignoredColumns).includes(normaliseLabel(text))
      ? { role: 'ignored' as const }
      : { extra: true as const }),
  };
}
