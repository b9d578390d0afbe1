import type { FormBlock, FormRow } from '../../src/forms/form.ts';
import type { Columns } from './found-columns.ts';
import type { Placement } from './place-values.ts';
import type { DataRow } from './table-part.ts';

/** One form row as it was printed: where its numbers stand, or that this is not certain. */
export interface ReadRow {
  readonly block: FormBlock;
  readonly row: FormRow;
  readonly columns: Columns;
  readonly placement: Placement;
  readonly printed: DataRow;
  /** The label resembles the form's, and may be of another row: whose the numbers are is not certain. */
  readonly isOtherwiseNamed: boolean;
  /** Two tables print other numbers in the rows that both have: whose this row is is not certain. */
  readonly isContested?: true;
  /** The header was not printed (or not readable) and the form's own order was taken. */
  readonly assumed: boolean;
}
