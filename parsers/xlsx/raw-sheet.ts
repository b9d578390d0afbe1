/** A cell as it is displayed; counts start at 0. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** A value that the cell holds and its format shows to nobody. */
  readonly unseen?: string;
}

/** Rows first to last and columns first to last, both included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A sheet before merging: what both formats of workbooks have in common. */
export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: readonly RawCell[];
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The sheet has more than was read. */
  readonly cut: boolean;
}

/** A workbook before its sheets are made into grids; `title` is what its properties say. */
export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly title: string | undefined;
}

/** Rows and cells of a sheet that are read, merged ranges, and sheets of a workbook. */
export const MOST = { rows: 10_000, cells: 200_000, merges: 20_000, sheets: 100 } as const;
