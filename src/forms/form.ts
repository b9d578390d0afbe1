import type { FormId } from '../model/status.ts';
import type { IdentityRuleId } from '../rules/identity-rules.ts';

export const TABLE_IDS = ['disclosure', 'applications', 'challenges', 'statistics'] as const;
export type TableId = (typeof TABLE_IDS)[number];

/** A printed label: what the form says, how it is said in English, and how publishers vary it. */
export interface Label {
  readonly zh: string;
  readonly en: string;
  readonly aliases?: readonly string[];
}

export interface FormColumn extends Label {
  readonly id: string;
  /** The column group it is printed under, by id. */
  readonly group?: string;
  /** What a number in it may look like; counts unless said otherwise. */
  readonly number?: NumberKind;
  readonly unit: string;
  /** Printed by some publishers, taken by no variable (wild.md 16: a subtotal of the organisations). */
  readonly extra?: true;
  /** The column prints each row's unit, or nothing that is asked for (a running number), not a figure. */
  readonly role?: 'unit' | 'ignored';
}

export interface FormRow extends Label {
  readonly id: string;
  readonly group?: string;
  /** Where rows and not columns have units: the unit, as the form prints it, and what its numbers look like. */
  readonly unit?: string;
  readonly printedUnit?: string;
  readonly number?: NumberKind;
}

export interface LabelGroup extends Label {
  readonly id: string;
  /** The group of columns whose label is printed above this one's. */
  readonly within?: string;
  /** Of a heading that has no rows of its own: the row that it is printed above. */
  readonly above?: string;
}

export const NUMBER_KINDS = ['count', 'change', 'amount_10k_yuan'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/**
 * A part of a table under one header: rows × columns of variables. The variable of a cell is
 * `table.row.column`; a block whose only row has no label (challenges) has the row id ''.
 */
export interface FormBlock {
  readonly id: string;
  readonly table: TableId;
  /** Label of the full-width row above the header (第二十条第（一）项). */
  readonly head?: Label;
  /** Label of the header's first cell (信息内容). */
  readonly corner?: Label;
  readonly columnGroups: readonly LabelGroup[];
  readonly columns: readonly FormColumn[];
  /** Columns that publishers add and that hold no figure (序号, 代码): they are left out and nothing is said. */
  readonly ignoredColumns?: Label;
  readonly rowGroups: readonly LabelGroup[];
  readonly rows: readonly FormRow[];
}

/**
 * An identity that the form demands: the sum of `left` equals the sum of `right`, once for each value of
 * `over`, whose placeholder `{x}` is filled in. A term may be a list of alternatives of which the first
 * that is printed counts ((六)其他处理 as one row or as three).
 */
export interface Identity {
  readonly rule: IdentityRuleId;
  readonly over: readonly string[];
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}
export type Term = string | { readonly firstPrinted: readonly (readonly string[])[] };

export interface Form {
  readonly id: FormId;
  readonly name: { readonly zh: string; readonly en: string };
  /** The notice that prescribes the form. */
  readonly basis: string;
  readonly years: readonly [first: number, last: number | null];
  readonly blocks: readonly FormBlock[];
  readonly identities: readonly Identity[];
}

/** The columns that variables are made of. */
export const isVariableColumn = (column: FormColumn): boolean => !column.extra && column.role === undefined;

/** The variable of a cell: `applications.granted.total`, `challenges.reconsideration.upheld`. */
export function variableName(block: FormBlock, row: FormRow, column: FormColumn): string {
  const ofRow = `${block.table}${row.id === '' ? '' : `.${row.id}`}`;
  return column.id === '' ? ofRow : `${ofRow}.${column.id}`;
}
