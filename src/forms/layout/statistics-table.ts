import { type FormBlock, isVariableColumn, variableName } from '../form.ts';
import { TABLE_TITLES } from '../tables.ts';
import { type FormCell, type FormTable, labelCell, valueCell } from './printed-table.ts';

/** The statistics table of 2014: indicators one below the other, headings between them (国办发〔2014〕32号, annex). */
export function statisticsTable(block: FormBlock): FormTable {
  const { corner, columns, rowGroups, rows } = block;
  const body = rows.flatMap((row): FormCell[][] => {
    const { printedUnit = '', unit = '' } = row;
    return [
      ...rowGroups.filter(({ above }) => above === row.id).map((heading) => [labelCell(heading, 'band', 3)]),
      [
        labelCell(row, 'row'),
        labelCell({ zh: printedUnit, en: unit }, 'unit'),
        ...columns.filter(isVariableColumn).map((column) => valueCell(variableName(block, row, column))),
      ],
    ];
  });
  const head = [
    [
      ...(corner ? [labelCell(corner, 'corner')] : []),
      ...columns.map((column) => labelCell(column, 'column')),
    ],
  ];
  return { id: 'statistics', title: TABLE_TITLES.statistics, columns: 3, head, body };
}
