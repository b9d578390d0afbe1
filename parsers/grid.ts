import type { Source } from '../src/model/source.ts';

/** One printed cell. `row` and `column` are its top left place in the grid, spans are at least 1. */
export interface GridCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly source: Source;
}

/**
 * A table as it was printed: where HTML, text, PDF, DOCX and OCR meet.
 *
 * `rows[r]` holds the cells that begin in row r, left to right; a cell that hangs down from above is listed
 * only where it begins. With `columnsKnown` false the document kept the order of the cells but not their
 * columns (flattened text): `column` is then no more than the position in the row.
 */
export interface Grid {
  readonly index: number;
  readonly columnsKnown: boolean;
  readonly rows: readonly (readonly GridCell[])[];
  /** Number of paragraphs of the document that are printed before this grid. */
  readonly after: number;
  /** Text that the table prints outside of every cell. */
  readonly outside?: readonly string[];
}
