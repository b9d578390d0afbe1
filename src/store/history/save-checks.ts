import type { Suggestion } from '../../model/finding.ts';
import { build } from '../build.ts';
import { touchPartOf } from '../explore/summaries/parts.ts';
import { packSuggestions } from '../packed-names.ts';
import { byCount, getRow, getRows, PARAMETER, prepare, prepareInsert, run } from '../run.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';

const COLUMNS = ['report', 'rule', 'previous', 'passed', 'failed', 'not_evaluable', 'reason'] as const;
const checksOf = prepare(
  build.selectFrom('cross_check').selectAll().where('report', '=', PARAMETER).orderBy('rule'),
);
const deleteChecks = prepare(build.deleteFrom('cross_check').where('report', '=', PARAMETER));
const insertChecks = byCount((count) => prepareInsert('cross_check', COLUMNS, count));

/** How often a rule that looks at the year before passed, failed or could not be evaluated, and why. */
export interface CrossCheck {
  readonly rule: string;
  readonly previous: number | null;
  readonly passed: number;
  readonly failed: number;
  readonly notEvaluable: number;
  readonly reason: string | null;
}

/**
 * Replaces what is counted of a report; writes nothing when it is the same.
 *
 * @param isNew - nothing was counted of it before
 */
export function saveChecks(store: Store, report: number, checks: readonly CrossCheck[], isNew = false): void {
  const wanted = checks
    .toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
    .map(({ rule, previous, passed, failed, notEvaluable, reason }) => {
      return [report, rule, previous, passed, failed, notEvaluable, reason];
    });
  const stored = isNew ? [] : getRows(store, checksOf, report);
  const before = stored.map((row) => COLUMNS.map((column) => row[column]));
  if (!isNew && JSON.stringify(before) === JSON.stringify(wanted)) return;
  if (before.length > 0) run(store, deleteChecks, report);
  if (wanted.length > 0) run(store, insertChecks(wanted.length), ...wanted.flat());
  // A new report has just said so itself, when its row was inserted.
  if (!isNew) touchPartOf(store, report);
}

const anySuggestion = prepare(
  build
    .selectFrom('finding')
    .select('id')
    .where('report', '=', PARAMETER)
    .where('suggestions', '<>', PARAMETER)
    .limit(PARAMETER),
);
const ownFindings = prepare(
  build
    .selectFrom('finding')
    .select(['id', 'rule', 'scope', 'suggestions', 'own_suggestions'])
    .where('report', '=', PARAMETER)
    .where('family', '=', PARAMETER)
    .where('outcome', '=', PARAMETER)
    .where('withdrawn', '=', PARAMETER),
);
const setSuggestions = prepare(
  build
    .updateTable('finding')
    .set({ suggestions: PARAMETER, own_suggestions: PARAMETER })
    .where('id', '=', PARAMETER),
);

/** Whether a report has findings whose suggestions could come in another order. */
export const hasSuggestions = (store: Store, report: number): boolean =>
  getRow(store, anySuggestion, report, '[]', 1) !== undefined;

/**
 * Shows a report's findings with these suggestions, by rule and scope; those of the record are kept beside them, and
 * come back for a finding that the list leaves out.
 */
export function saveSuggestions(
  store: Store,
  report: number,
  suggestions: ReadonlyMap<string, readonly Suggestion[]>,
): void {
  const book = variableBook(store);
  for (const row of getRows(store, ownFindings, report, 'report', 'fail', 0)) {
    const own = row.own_suggestions ?? row.suggestions;
    const wanted = suggestions.get(`${row.rule} ${row.scope}`);
    const shown = wanted ? packSuggestions(book, wanted) : own;
    if (shown === row.suggestions) continue;
    run(store, setSuggestions, shown, shown === own ? null : own, row.id);
  }
}
