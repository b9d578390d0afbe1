import { type FormBlock, isVariableColumn, variableName } from '../form.ts';
import { TABLE_TITLES } from '../tables.ts';
import { type FormCell, type FormTable, labelCell, valueCell } from './printed-table.ts';

/**
 * Table two: blocks one below the other, each with a band that names its item of the law and a header of its own. The
 * last column of a block takes what its columns leave of the table's width (国办公开办函〔2021〕30号, annex).
 */
export function disclosureTable(blocks: readonly FormBlock[]): FormTable {
  const widest = Math.max(...blocks.map(({ columns }) => columns.filter(isVariableColumn).length));
  const body = blocks.flatMap((block) => blockRows(block, widest));
  return { id: 'disclosure', title: TABLE_TITLES.disclosure, columns: widest + 1, head: [], body };
}

function blockRows(block: FormBlock, widest: number): FormCell[][] {
  const columns = block.columns.filter(isVariableColumn);
  const spanOf = (index: number): number => (index === columns.length - 1 ? widest - index : 1);
  const { head, corner } = block;
  return [
    ...(head ? [[labelCell(head, 'band', widest + 1)]] : []),
    [
      ...(corner ? [labelCell(corner, 'corner')] : []),
      ...columns.map((column, index) => labelCell(column, 'column', spanOf(index))),
    ],
    ...block.rows.map((row) => [
      labelCell(row, 'row'),
      ...columns.map((column, index) => valueCell(variableName(block, row, column), spanOf(index))),
    ]),
  ];
}
