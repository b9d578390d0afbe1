import { type FormBlock, variableName } from '../form.ts';
import { TABLE_TITLES } from '../tables.ts';
import { type FormCell, type FormTable, labelCell, valueCell } from './printed-table.ts';

/**
 * Table four: one row of numbers under a header of three. The first procedure stands by itself, the others under the
 * group that has no columns of its own (国办公开办函〔2021〕30号, annex).
 */
export function challengesTable(block: FormBlock): FormTable {
  const { columns, columnGroups, rows } = block;
  const of = (id: string) => columns.filter(({ group }) => group === id);
  const procedures = columnGroups.filter(({ id }) => of(id).length > 0);
  const [alone, ...others] = procedures;
  const around = columnGroups.find(({ id }) => of(id).length === 0);
  const inOthers = others.flatMap(({ id }) => of(id));
  const head: FormCell[][] = [
    [
      ...(alone ? [labelCell(alone, 'column', of(alone.id).length)] : []),
      ...(around ? [labelCell(around, 'column', inOthers.length)] : []),
    ],
    [
      ...(alone ? of(alone.id).map((column) => labelCell(column, 'column', 1, 2)) : []),
      ...others.map((group) => labelCell(group, 'column', of(group.id).length)),
    ],
    inOthers.map((column) => labelCell(column, 'column')),
  ];
  const body = rows.map((row) => columns.map((column) => valueCell(variableName(block, row, column))));
  return { id: 'challenges', title: TABLE_TITLES.challenges, columns: columns.length, head, body };
}
