import { type FormBlock, isVariableColumn, type Label, type TableId } from './form.ts';
import { FORM_2021, findVariable } from './index.ts';

/** A total that no form prints, told in prose and computed from the rows or columns of its group. */
export interface DerivedVariable {
  readonly name: string;
  readonly table: TableId;
  readonly row: Label;
  readonly column: Label;
  readonly unit: string;
  /** The printed variables that add up to it. */
  readonly parts: readonly string[];
}

/** Totals of 不予公开, 无法提供, 不予处理 and 其他处理 for each applicant, and of 行政诉讼 for each outcome. */
export const DERIVED_VARIABLES: readonly DerivedVariable[] = FORM_2021.blocks
  .flatMap((block) => [...totalsOfRows(block), ...totalsOfColumns(block)])
  .filter(({ name }) => findVariable(name) === undefined);

const byName = new Map(DERIVED_VARIABLES.map((variable) => [variable.name, variable]));
export const findDerivedVariable = (name: string): DerivedVariable | undefined => byName.get(name);

/** The first row group of a block holds the others; its total is printed. */
function totalsOfRows({ table, rowGroups, columns, rows }: FormBlock): DerivedVariable[] {
  return rowGroups.slice(1).flatMap((row) =>
    columns.filter(isVariableColumn).map((column) => ({
      name: `${table}.${row.id}.${column.id}`,
      table,
      row,
      column,
      unit: column.unit,
      parts: rows.filter(({ group }) => group === row.id).map(({ id }) => `${table}.${id}.${column.id}`),
    })),
  );
}

/** Column groups that stand above others and have no columns of their own. */
function totalsOfColumns({ table, columnGroups, columns, rows }: FormBlock): DerivedVariable[] {
  if (rows.some(({ id }) => id !== '')) return [];
  const outer = columnGroups.filter(({ id }) => columns.every(({ group }) => group !== id));
  return outer.flatMap((row) =>
    columns
      .filter(({ group }) => group === columns[0]?.group)
      .map((column) => {
        const outcome = column.id.replace(/.*\./, '');
        const parts = columns
          .filter(({ id, group }) => group !== columns[0]?.group && id.endsWith(`.${outcome}`))
          .map(({ id }) => `${table}.${id}`);
        return { name: `${table}.${row.id}.${outcome}`, table, row, column, unit: column.unit, parts };
      }),
  );
}
