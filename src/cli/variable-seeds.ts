import { DERIVED_VARIABLES, type DerivedVariable } from '../forms/derived.ts';
import { allVariables, FORMS, formsOfVariable, type Variable } from '../forms/index.ts';
import type { VariableSeed } from '../store/seed-variables.ts';

/** Every variable that a record can name, for the database to know before it is loaded. */
export function variableSeeds(): VariableSeed[] {
  return [...allVariables().map(seedOf), ...DERIVED_VARIABLES.map(seedOfDerived)];
}

/** A row of a group is labelled as variables.tsv does: （三）不予公开 / 1.属于国家秘密. */
function seedOf({ name, table, block, row, column }: Variable): VariableSeed {
  const group = block.rowGroups.slice(1).find(({ id }) => id === row.group);
  const columnGroup = row.id === '' ? block.columnGroups.find(({ id }) => id === column.group) : undefined;
  return {
    name,
    table,
    rowLabel: [group?.zh, row.zh || columnGroup?.zh].filter(Boolean).join(' / '),
    columnLabel: column.zh,
    unit: column.unit,
    forms: formsOfVariable(name).map(({ id }) => id),
  };
}

function seedOfDerived({ name, table, row, column, unit }: DerivedVariable): VariableSeed {
  const forms = FORMS.map(({ id }) => id);
  return { name, table, rowLabel: row.zh, columnLabel: column.zh, unit, forms, derived: true };
}
