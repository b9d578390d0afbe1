import type { TableId } from '../../src/forms/form.ts';
import type { Grid, GridCell } from '../grid.ts';

/** A row of data: its label cells, and the cells to their right. */
export interface DataRow {
  readonly grid: Grid;
  readonly row: number;
  readonly labels: readonly GridCell[];
  readonly values: readonly GridCell[];
}

/**
 * A stretch of rows under one header: a whole table, one item of the disclosure table, or what a page break or a
 * careless paste cut off from one. `headers` is empty when the stretch prints no header of its own.
 */
export interface TablePart {
  readonly table: TableId;
  /** The disclosure item, when its title or its rows tell. */
  readonly blockId: string | null;
  readonly grid: Grid;
  readonly headers: readonly (readonly GridCell[])[];
  readonly rows: readonly DataRow[];
  /** Rows of blank cells behind a label that the form does not have so: a varied one, or a heading of the publisher's. */
  readonly blank: readonly DataRow[];
}
