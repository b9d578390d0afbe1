import type { Box } from './box.ts';
import type { Turn } from './turn.ts';

/** A cell of a table that may run over several pages. */
export interface JoinedCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  readonly page: number;
  readonly turn: Turn;
  readonly box: Box;
}

export interface JoinedTable {
  readonly rows: number;
  readonly cells: readonly JoinedCell[];
  /** Pages whose repeated header differs from the first. */
  readonly oddHeaders: readonly number[];
}
