/** Columns of `panel` before those of the variables. */
const KEYS = ['report_id', 'division', 'agency', 'place', 'level', 'year', 'form', 'published'] as const;

/** A variable's column in `panel`. */
export const panelColumn = (variable: string): string => variable.replaceAll('.', '_');

/**
 * SQL of the view `panel`: one row an agency and year (the version in force of reports whose division, agency
 * and year are known), one column a variable. Each column looks its cell up by key, so that a query pays for
 * the columns it names only.
 */
export function panelView(variables: readonly { readonly id: number; readonly name: string }[]): string {
  const keys = KEYS.map((key) => (key === 'report_id' ? 'r.id AS report_id' : `r.${key}`));
  const columns = variables.map(({ id, name }) => `${cellValue(id)} AS "${panelColumn(name)}"`);
  return `CREATE VIEW panel AS
SELECT ${keys.join(', ')}${columns.map((column) => `,\n  ${column}`).join('')}
FROM report r
WHERE r.current = 1 AND r.division IS NOT NULL AND r.agency IS NOT NULL AND r.year IS NOT NULL`;
}

/** Corrected, else reported, else imputed, as in report_values. */
function cellValue(id: number): string {
  const corrected = `SELECT value FROM correction WHERE report = r.id AND variable = ${id}`;
  const read = `SELECT coalesce(value, imputed) FROM cell WHERE report = r.id AND variable = ${id}`;
  return `(SELECT iif(v = CAST(v AS INTEGER), CAST(v AS INTEGER), v) FROM (SELECT coalesce((${corrected}), (${read})) AS v))`;
}
