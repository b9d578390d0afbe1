import type { Grid, GridCell } from '../grid.ts';
import type { AlignedColumns } from './align-columns.ts';
import { isUnitLabel } from './aligned-lines.ts';
import { type Box, unionBox } from './box.ts';
import type { AlignedTable } from './find-aligned-tables.ts';
import { textOf } from './label-rows.ts';
import type { LabelledRow } from './labelled-row.ts';
import type { Word } from './split-words.ts';
import { boxFromReading, type Turn } from './turn.ts';
import { isOver, type Span, unitsOf } from './unit-column.ts';

/**
 * A table without lines → grid: what stands beside the label, the label, the unit where the rows print one behind it,
 * then the numbers. Where a number's column is not certain, cells are given in their order and the grid says that it
 * does not know the columns: no number is put into a column by guess.
 */
export function buildAlignedGrid(
  { columns, units, rows, page, turn }: AlignedTable,
  index: number,
  after: number,
): Grid {
  const built: GridCell[][] = [];
  const add = (cells: readonly (Draft | null)[], rowPage: number, rowTurn: Turn): void => {
    const row = built.length;
    const own: GridCell[] = [];
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue;
      const { x0, y0, x1, y1 } = boxFromReading(rowTurn, cell.box);
      const bbox: [number, number, number, number] = [round(x0), round(y0), round(x1), round(y1)];
      const source = { kind: 'pdf', table: index, row, column, page: Math.floor(rowPage), bbox } as const;
      own.push({ text: cell.text, row, column, rowSpan: 1, columnSpan: 1, source });
    }
    built.push(own);
  };
  const overUnits = columns.over.filter(
    (word) => units !== null && (isOver(word, units) || isUnitLabel(word.text)),
  );
  for (const word of columns.over) if (!overUnits.includes(word)) add([draftOf([word], word)], page, turn);
  if (overUnits.length > 0 || columns.columns.some((column) => column.header.length > 0)) {
    const unit = units === null ? [] : [draftOf(overUnits, fallbackBox(units, rows))];
    const named = columns.columns.map((column) => draftOf(column.header, fallbackBox(column, rows)));
    add([null, null, ...unit, ...named], page, turn);
  }
  for (const row of rows) add(draftRow(row, columns, units), row.page, row.turn);
  return { index, columnsKnown: columns.certain, rows: built, after };
}

interface Draft {
  readonly text: string;
  readonly box: Box;
}

function draftOf(words: readonly Word[], fallback: Box): Draft {
  const box = words.length > 0 ? words.map((word): Box => word).reduce(unionBox) : fallback;
  return { text: textOf(words), box };
}

function draftRow(
  row: LabelledRow,
  { columns, certain }: AlignedColumns,
  units: Span | null,
): readonly (Draft | null)[] {
  const words = [...row.beside, ...row.label, ...row.values];
  const box = words.map((word): Box => word).reduce(unionBox);
  const unit = unitsOf(row, units);
  const beside = row.beside.filter((word) => !unit.includes(word));
  const labels = [beside.length > 0 ? draftOf(beside, box) : null, draftOf(row.label, box)];
  if (units !== null) labels.push(draftOf(unit, { ...box, ...units }));
  const isLabelLess = row.label.length === 0 && row.beside.length === 0;
  const head = isLabelLess ? labels.map(() => null) : labels;
  const isPlaced = row.values.every(
    (value) => columns.filter((column) => isOver(value, column)).length === 1,
  );
  if (!certain || !isPlaced) return [...head, ...row.values.map((value) => draftOf([value], value))];
  const isText = row.values.length === 0 && row.label.length === 0;
  if (isText) return head;
  return [
    ...head,
    ...columns.map(({ x0, x1 }) => {
      const own = row.values.filter((value) => isOver(value, { x0, x1 }));
      return draftOf(own, { x0, x1, y0: box.y0, y1: box.y1 });
    }),
  ];
}

const fallbackBox = ({ x0, x1 }: Span, rows: readonly LabelledRow[]): Box => {
  const first = rows.flatMap((row) => [...row.values, ...row.label])[0];
  return { x0, x1, y0: first?.y0 ?? 0, y1: first?.y1 ?? 0 };
};

const round = (points: number): number => Math.round(points * 100) / 100;
