import { type Cell, filler, label, placeCells, type Table, tableWidth } from './table.ts';

/** Ways in which publishing bends a table without changing what it says. */
export type Shape = (table: Table) => Table;

const withRows = (table: Table, rows: readonly (readonly Cell[])[]): Table => ({ ...table, rows });

/** Spans lost, an empty cell in every place they covered: the grid is still rectangular. */
export const fillLostSpans: Shape = (table) => {
  const width = tableWidth(table);
  const origins = new Map(placeCells(table.rows).map(({ cell, row, column }) => [`${row},${column}`, cell]));
  return withRows(
    table,
    table.rows.map((_, row) =>
      Array.from({ length: width }, (_, column) => {
        const cell = origins.get(`${row},${column}`);
        return cell === undefined ? filler() : { ...cell, colspan: 1, rowspan: 1 };
      }),
    ),
  );
};

/** Spans lost and nothing in their place: ragged rows. */
export const dropSpans =
  (keepRowspan: boolean): Shape =>
  (table) =>
    withRows(
      table,
      table.rows.map((row) =>
        row.map((cell) => ({ ...cell, colspan: 1, rowspan: keepRowspan ? cell.rowspan : 1 })),
      ),
    );

/** How the second part of a split table names the groups that began in the first. */
export type GroupAfterSplit = 'label' | 'blank' | 'missing';

const continuation = (cell: Cell, rowspan: number, group: GroupAfterSplit): Cell[] => {
  if (group === 'missing') return [];
  return [group === 'label' ? { ...cell, rowspan } : filler(cell.colspan, rowspan)];
};

/** Two tables, the second beginning with row `at` of the first. */
export const splitTable = (
  table: Table,
  at: number,
  repeatHeader: boolean,
  group: GroupAfterSplit,
): Table[] => {
  const placed = placeCells(table.rows);
  const crossing = placed.filter(({ cell, row }) => row < at && row + cell.rowspan > at);
  const first = table.rows
    .slice(0, at)
    .map((cells, row) => cells.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, at - row) })));
  const second = table.rows.slice(at).map((cells, index) => {
    if (index > 0) return cells;
    const own = placed.filter(({ row }) => row === at);
    const carried = crossing.map(({ cell, row, column }) => ({
      cells: continuation(cell, row + cell.rowspan - at, group),
      column,
    }));
    return [...carried, ...own.map(({ cell, column }) => ({ cells: [cell], column }))]
      .sort((a, b) => a.column - b.column)
      .flatMap((entry) => entry.cells);
  });
  const header = repeatHeader ? table.rows.slice(0, table.headerRows) : [];
  return [
    { ...table, rows: first },
    { ...table, rows: [...header, ...second], headerRows: repeatHeader ? table.headerRows : 0 },
  ];
};

const scaled = (table: Table, width: number): Table => {
  const factor = width / tableWidth(table);
  return withRows(
    table,
    table.rows.map((row) => row.map((cell) => ({ ...cell, colspan: cell.colspan * factor }))),
  );
};

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The least width into which all tables divide, as a word processor makes of one page-wide table. */
const commonWidth = (tables: readonly Table[]): number =>
  tables.map(tableWidth).reduce((a, b) => (a * b) / divisor(a, b), 1);

/** All tables in one, a full-width row with the section's title before each. */
export const mergeTables = (
  tables: readonly Table[],
  headings: readonly string[],
  evenWidth: boolean,
): readonly Table[] => {
  const parts = evenWidth ? tables.map((table) => scaled(table, commonWidth(tables))) : tables;
  const width = Math.max(...parts.map(tableWidth));
  const rows = parts.flatMap((part, at) => [[label(headings[at] ?? '', width)], ...part.rows]);
  const [first] = tables;
  return first === undefined ? [] : [{ id: first.id, rows, headerRows: 0 }];
};

/** A column without any text, at grid column `at`. */
export const insertBlankColumn =
  (at: number): Shape =>
  (table) => {
    const placed = placeCells(table.rows);
    const width = tableWidth(table);
    const target = Math.min(at, width);
    // a merged cell that reaches over the new column grows; every other row gets an empty cell there
    const widened = placed.map((entry) => {
      const across = entry.column < target && entry.column + entry.cell.colspan > target;
      return {
        ...entry,
        across,
        cell: across ? { ...entry.cell, colspan: entry.cell.colspan + 1 } : entry.cell,
      };
    });
    return withRows(
      table,
      table.rows.map((_, row) => {
        const own = widened.filter((entry) => entry.row === row);
        const covered = widened.some(
          (entry) => entry.across && entry.row <= row && entry.row + entry.cell.rowspan > row,
        );
        const before = own.filter((entry) => entry.column < target).map((entry) => entry.cell);
        const after = own.filter((entry) => entry.column >= target).map((entry) => entry.cell);
        return covered ? [...before, ...after] : [...before, filler(), ...after];
      }),
    );
  };

/** 商业 in one row of the table and 企业 in the next, as at 徐闻. */
export const breakHeaderRow: Shape = (table) => {
  const last = table.headerRows - 1;
  const header = table.rows[last];
  if (table.id !== 'applications' || header === undefined) return table;
  const breakable = (cell: Cell): boolean => cell.text.length >= 4;
  const upper = header.map((cell) =>
    breakable(cell) ? { ...cell, text: cell.text.slice(0, -2) } : { ...cell, rowspan: 2 },
  );
  const lower = header.filter(breakable).map((cell) => ({ ...cell, text: cell.text.slice(-2) }));
  const above = table.rows
    .slice(0, last)
    .map((cells, row) =>
      cells.map((cell) => (row + cell.rowspan > last ? { ...cell, rowspan: cell.rowspan + 1 } : cell)),
    );
  return {
    ...table,
    rows: [...above, upper, lower, ...table.rows.slice(last + 1)],
    headerRows: table.headerRows + 1,
  };
};

/** A label that spanned columns beside a blank sub-cell instead, as one publisher does every other year. */
export const blankSubCells =
  (which: (cell: Cell) => boolean): Shape =>
  (table) =>
    withRows(
      table,
      table.rows.map((cells, row) =>
        row < table.headerRows
          ? cells
          : cells.flatMap((cell) =>
              cell.kind === 'label' && cell.colspan > 1 && which(cell)
                ? [{ ...cell, colspan: 1 }, filler(cell.colspan - 1)]
                : [cell],
            ),
      ),
    );

/** 行政诉讼 over five columns and nothing over the other five. */
export const splitChallengeHeader: Shape = (table) =>
  table.id !== 'challenges'
    ? table
    : withRows(
        table,
        table.rows.map((cells) =>
          cells.flatMap((cell) => (cell.colspan === 10 ? [{ ...cell, colspan: 5 }, filler(5)] : [cell])),
        ),
      );

/** The rowspan of 三、本年度办理结果 off by `slip`: left over from the other edition of the form. */
export const slipRowspan =
  (slip: number): Shape =>
  (table) =>
    withRows(
      table,
      table.rows.map((cells) =>
        cells.map((cell) => (cell.rowspan > 15 ? { ...cell, rowspan: cell.rowspan + slip } : cell)),
      ),
    );

/** 三、本年度办理结果 one character under the other. */
export const verticalResults: Shape = (table) =>
  withRows(
    table,
    table.rows.map((cells) =>
      cells.map((cell) => (cell.rowspan > 5 && cell.kind === 'label' ? { ...cell, vertical: true } : cell)),
    ),
  );

/** The table's title and unit in a first row of its own. */
export const addTitleRow: Shape = (table) => {
  const titles = {
    disclosure: '主动公开政府信息情况统计表',
    applications: '收到和处理政府信息公开申请情况（单位：件）',
    challenges: '政府信息公开行政复议、行政诉讼情况（单位：件）',
    statistics: '政府信息公开情况统计表',
  };
  const row = [label(titles[table.id], tableWidth(table))];
  return { ...table, rows: [row, ...table.rows], headerRows: table.headerRows + 1 };
};

/** A note with numbers of its own under the last row. */
export const addNoteRow: Shape = (table) =>
  withRows(table, [
    ...table.rows,
    [label('注：1.本表由12个镇、46个部门填报汇总；2.填报日期1月10日，联系电话12345。', tableWidth(table))],
  ]);

/** Rows without any text before and after the body, as left over by a spreadsheet. */
export const addEmptyRows: Shape = (table) => {
  const empty = Array.from({ length: tableWidth(table) }, () => filler());
  const { headerRows } = table;
  return withRows(table, [...table.rows.slice(0, headerRows), empty, ...table.rows.slice(headerRows), empty]);
};
