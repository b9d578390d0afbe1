/** The abstract table that every renderer shares: rows of cells as a person would draw them. */
export type CellKind = 'label' | 'value' | 'filler';

export type Cell = {
  readonly text: string;
  readonly kind: CellKind;
  readonly colspan: number;
  readonly rowspan: number;
  /** The variable whose figure this cell prints. */
  readonly variable?: string;
  /** 三、本年度办理结果 and its like: printed one character a line. */
  readonly vertical?: boolean;
};

export type TableId = 'disclosure' | 'applications' | 'challenges' | 'statistics';

export type Table = {
  readonly id: TableId;
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows at the top are the header; they are repeated when a table is split. */
  readonly headerRows: number;
};

export const label = (text: string, colspan = 1, rowspan = 1): Cell => ({
  text,
  kind: 'label',
  colspan,
  rowspan,
});
export const filler = (colspan = 1, rowspan = 1): Cell => ({ text: '', kind: 'filler', colspan, rowspan });
export const value = (variable: string, text: string, colspan = 1): Cell => ({
  text,
  kind: 'value',
  colspan,
  rowspan: 1,
  variable,
});

export type Placed = { readonly cell: Cell; readonly row: number; readonly column: number };

/** Where each cell lies in the grid, by the rules of HTML tables. */
export const placeCells = (rows: readonly (readonly Cell[])[]): Placed[] => {
  const taken = new Set<string>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row},${column}`)) column += 1;
      const placed = { cell, row, column };
      for (let down = 0; down < cell.rowspan; down += 1) {
        for (let right = 0; right < cell.colspan; right += 1) taken.add(`${row + down},${column + right}`);
      }
      column += cell.colspan;
      return placed;
    });
  });
};

export const tableWidth = (table: Table): number =>
  Math.max(...placeCells(table.rows).map(({ cell, column }) => column + cell.colspan));

/** Variable → printed text, over several tables in printed order. */
export const printedCells = (tables: readonly Table[]): Map<string, string> =>
  new Map(
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.flatMap((cell): [string, string][] =>
          cell.variable === undefined ? [] : [[cell.variable, cell.text]],
        ),
      ),
    ),
  );
