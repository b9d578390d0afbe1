import type { Label, TableId } from '../form.ts';

/** A cell of the form as it is printed: a label or the place of a variable. Spans are at least 1. */
export interface FormCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly label?: Label;
  readonly variable?: string;
  /** A label speaks for the cells below it, beside it, or for all rows up to the next such. */
  readonly role?: 'column' | 'row' | 'group' | 'band' | 'corner' | 'unit';
}

/** A table of the form in its printed layout. */
export interface FormTable {
  readonly id: TableId;
  readonly title: Label;
  readonly columns: number;
  /** The rows above the first number. */
  readonly head: readonly (readonly FormCell[])[];
  readonly body: readonly (readonly FormCell[])[];
}

export const labelCell = (
  label: Label,
  role: NonNullable<FormCell['role']>,
  columnSpan = 1,
  rowSpan = 1,
): FormCell => ({ label, role, columnSpan, rowSpan });

export const valueCell = (variable: string, columnSpan = 1): FormCell => ({
  variable,
  columnSpan,
  rowSpan: 1,
});
