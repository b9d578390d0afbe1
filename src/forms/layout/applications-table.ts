import { type FormBlock, type FormRow, isVariableColumn, variableName } from '../form.ts';
import { TABLE_TITLES } from '../tables.ts';
import { type FormCell, type FormTable, labelCell, valueCell } from './printed-table.ts';

/** Item, result, reason: labels stand in three columns, and one without a finer part takes those behind it. */
const LABEL_COLUMNS = 3;

/**
 * Table three: a header of three rows, and labels in three columns (国办公开办函〔2021〕30号, annex).
 *
 * @param isShown - rows that are shown; (六)其他处理 is printed as one row or as three
 */
export function applicationsTable(block: FormBlock, isShown: (row: FormRow) => boolean): FormTable {
  const rows = block.rows.filter(isShown);
  const columns = block.columns.filter(isVariableColumn);
  return {
    id: 'applications',
    title: TABLE_TITLES.applications,
    columns: LABEL_COLUMNS + columns.length,
    head: headRows(block),
    body: rows.map((row, index) => [
      ...labelsOf(block, rows, index),
      ...columns.map((column) => valueCell(variableName(block, row, column))),
    ]),
  };
}

function headRows({ columns: all, columnGroups, corner }: FormBlock): FormCell[][] {
  const columns = all.filter(isVariableColumn);
  const [outer, inner] = columnGroups;
  const inside = columns.filter(({ group }) => group !== undefined);
  const middle = columns.flatMap((column): FormCell[] => {
    if (column.group === undefined) return [labelCell(column, 'column', 1, 2)];
    return column === inside[0] && inner ? [labelCell(inner, 'column', inside.length)] : [];
  });
  return [
    [
      ...(corner ? [labelCell(corner, 'corner', LABEL_COLUMNS, 3)] : []),
      ...(outer ? [labelCell(outer, 'column', columns.length)] : []),
    ],
    middle,
    inside.map((column) => labelCell(column, 'column')),
  ];
}

/** The labels that begin in a row: a group's only in its first row, down to its last. */
function labelsOf({ rowGroups }: FormBlock, rows: readonly FormRow[], index: number): FormCell[] {
  const row = rows[index];
  if (!row) return [];
  if (row.group === undefined) return [labelCell(row, 'row', LABEL_COLUMNS)];
  const [whole, ...parts] = rowGroups;
  const grouped = rows.filter(({ group }) => group !== undefined);
  const cells: FormCell[] = [];
  if (row === grouped[0] && whole) cells.push(labelCell(whole, 'group', 1, grouped.length));
  const part = parts.find(({ id }) => id === row.group);
  if (!part) return [...cells, labelCell(row, 'row', LABEL_COLUMNS - 1)];
  const members = rows.filter(({ group }) => group === part.id);
  if (row === members[0]) cells.push(labelCell(part, 'group', 1, members.length));
  return [...cells, labelCell(row, 'row')];
}
