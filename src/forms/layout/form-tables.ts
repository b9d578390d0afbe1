import { OTHER_AS_ONE_ROW } from '../applications.ts';
import { type Form, type FormBlock, type FormRow, isVariableColumn, variableName } from '../form.ts';
import { applicationsTable } from './applications-table.ts';
import { challengesTable } from './challenges-table.ts';
import { disclosureTable } from './disclosure-table.ts';
import type { FormTable } from './printed-table.ts';
import { statisticsTable } from './statistics-table.ts';

/**
 * The tables of a form as they are printed, in their order.
 *
 * @param isPrinted - whether the report prints a variable: a variant of a row is shown only where it is
 */
export function formTables({ blocks, id }: Form, isPrinted: (variable: string) => boolean): FormTable[] {
  const of = (table: string): readonly FormBlock[] => blocks.filter((block) => block.table === table);
  return [
    ...(of('disclosure').length > 0 ? [disclosureTable(of('disclosure'))] : []),
    ...of('applications').map((block) =>
      applicationsTable(block, (row) => isShown(id, block, row, isPrinted)),
    ),
    ...of('challenges').map(challengesTable),
    ...of('statistics').map(statisticsTable),
  ];
}

/** The form of 2021 prints (六)其他处理 as three rows; as one row only some publishers do. */
function isShown(
  form: Form['id'],
  block: FormBlock,
  row: FormRow,
  isPrinted: (variable: string) => boolean,
): boolean {
  const isVariant = form !== '2019' && OTHER_AS_ONE_ROW.some(({ id }) => id === row.id);
  const columns = block.columns.filter(isVariableColumn);
  return !isVariant || columns.some((column) => isPrinted(variableName(block, row, column)));
}
