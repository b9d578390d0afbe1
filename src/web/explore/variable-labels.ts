import { DERIVED_VARIABLES, type DerivedVariable, findDerivedVariable } from '../../forms/derived.ts';
import { TABLE_IDS, type TableId } from '../../forms/form.ts';
import { allVariables, FORMS, findVariable, formsOfVariable } from '../../forms/index.ts';
import { TABLE_TITLES } from '../../forms/tables.ts';
import type { Message } from '../../model/finding.ts';

/** A variable in words. */
export interface VariableLabel {
  readonly name: string;
  readonly table: TableId;
  /** The part of the table, under one header, that it stands in; empty: computed by the dataset. */
  readonly block: string;
  /** What is printed above that header: 第二十条第（一）项. */
  readonly head: Message | null;
  /** Group and row, group and column as they are printed. */
  readonly row: Message;
  readonly column: Message;
  readonly unit: string;
  readonly forms: readonly string[];
  readonly derived: boolean;
  /** Amounts have decimals; everything else is counted. */
  readonly counted: boolean;
}

const labels = new Map<string, VariableLabel | undefined>();

export function labelOf(name: string): VariableLabel | undefined {
  if (labels.size === 0)
    for (const { name: one } of [...allVariables(), ...DERIVED_VARIABLES]) labels.set(one, makeLabel(one));
  return labels.get(name);
}

function makeLabel(name: string): VariableLabel | undefined {
  const printed = findVariable(name);
  const derived = printed ? undefined : findDerivedVariable(name);
  if (derived) return derivedLabel(derived);
  if (!printed) return undefined;
  const { block, row, column, table } = printed;
  const group = block.rowGroups.slice(1).find(({ id }) => id === row.group);
  const columnGroup = block.columnGroups.find(({ id }) => id === column.group);
  const join = (parts: readonly (Message | undefined)[]): Message => ({
    zh: parts
      .map((part) => part?.zh)
      .filter(Boolean)
      .join(' / '),
    en: parts
      .map((part) => part?.en)
      .filter(Boolean)
      .join(' / '),
  });
  return {
    ...{
      name,
      table,
      block: block.id,
      head: block.head ?? null,
      unit: row.unit ?? column.unit,
      derived: false,
    },
    row: row.id === '' ? join([columnGroup]) : join([group, row]),
    column: join([column]),
    forms: formsOfVariable(name).map(({ id }) => id),
    counted: (row.number ?? column.number ?? 'count') !== 'amount_10k_yuan',
  };
}

const derivedLabel = ({ name, table, row, column, unit }: DerivedVariable): VariableLabel => ({
  ...{ name, table, block: '', head: null, row, column, unit, derived: true, counted: true },
  forms: FORMS.map(({ id }) => id),
});

/** Every variable, table by table as the forms print them. */
export const everyLabel = (): readonly VariableLabel[] => {
  const names = [...allVariables(), ...DERIVED_VARIABLES].map(({ name }) => name);
  const all = names.flatMap((name) => labelOf(name) ?? []);
  return TABLE_IDS.flatMap((table) => all.filter((label) => label.table === table));
};

export const tableTitle = (table: TableId): Message => TABLE_TITLES[table];
/** 收到申请 · 自然人 */
export const shortLabel = ({ row, column }: VariableLabel): Message => ({
  zh: [row.zh, column.zh].filter(Boolean).join(' · '),
  en: [row.en, column.en].filter(Boolean).join(' · '),
});
