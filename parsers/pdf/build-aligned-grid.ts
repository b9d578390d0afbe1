import type { Grid, GridCell } from '../grid.ts';
import type { AlignedColumn } from './align-columns.ts';
import { type Box, unionBox } from './box.ts';
import type { AlignedTable } from './find-aligned-tables.ts';
import { type LabelledRow, textOf } from './label-rows.ts';
import type { Word } from './split-words.ts';
import { boxFromReading, type Turn } from './turn.ts';

/**
 * A table without lines → grid: what stands beside the label, the label, then the numbers. Where a number's column is not certain, cells are given in their order and the
 * grid says that it does not know the columns: no number is put into a column by guess.
 */
export function buildAlignedGrid(
  { columns, rows, page, turn }: AlignedTable,
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
      const source = { kind: 'pdf', table: index, row, column, page: rowPage, bbox } as const;
      own.push({ text: cell.text, row, column, rowSpan: 1, columnSpan: 1, source });
    }
    built.push(own);
  };
  for (const word of columns.over) add([draftOf([word], word)], page, turn);
  if (columns.columns.some((column) => column.header.length > 0)) {
    add(
      [null, null, ...columns.columns.map((column) => draftOf(column.header, fallbackBox(column, rows)))],
      page,
      turn,
    );
  }
  for (const row of rows) add(draftRow(row, columns.columns, columns.certain), row.page, row.turn);
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
  columns: readonly AlignedColumn[],
  certain: boolean,
): readonly (Draft | null)[] {
  const words = [...row.beside, ...row.label, ...row.values];
  const box = words.map((word): Box => word).reduce(unionBox);
  const labels = [row.beside.length > 0 ? draftOf(row.beside, box) : null, draftOf(row.label, box)];
  const isLabelLess = row.label.length === 0 && row.beside.length === 0;
  const head = isLabelLess ? labels.map(() => null) : labels;
  const isPlaced = row.values.every(
    (value) => columns.filter(({ x0, x1 }) => value.x0 < x1 && x0 < value.x1).length === 1,
  );
  if (!certain || !isPlaced) return [...head, ...row.values.map((value) => draftOf([value], value))];
  const isText = row.values.length === 0 && row.label.length === 0;
  if (isText) return head;
  return [
    ...head,
    ...columns.map(({ x0, x1 }) => {
      const own = row.values.filter((value) => value.x0 < x1 && x0 < value.x1);
      return draftOf(own, { x0, x1, y0: box.y0, y1: box.y1 });
    }),
  ];
}

const fallbackBox = ({ x0, x1 }: AlignedColumn, rows: readonly LabelledRow[]): Box => {
  const first = rows.flatMap((row) => [...row.values, ...row.label])[0];
  return { x0, x1, y0: first?.y0 ?? 0, y1: first?.y1 ?? 0 };
};

const round = (points: number): number => Math.round(points * 100) / 100;
