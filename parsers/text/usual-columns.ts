import { isVariableColumn } from '../../src/forms/form.ts';
import { CATALOGUE } from '../labels/label-index.ts';

/** Columns of the form's applications and challenges tables, for rows whose header was lost. */
export const USUAL_COLUMNS: Readonly<Record<string, number>> = Object.fromEntries(
  CATALOGUE.filter((block) => block.table !== 'disclosure').map((block) => [
    block.table,
    block.columns.filter(isVariableColumn).length,
  ]),
);

/** Bars of a blank row of challenges: the last cell need not be closed. */
export const FEWEST_BLANK_CELLS = (USUAL_COLUMNS['challenges'] ?? 0) - 1;
