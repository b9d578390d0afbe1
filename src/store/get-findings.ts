import type { Finding } from '../model/finding.ts';
import { build } from './build.ts';
import { unpackNames, unpackSuggestions } from './packed-names.ts';
import { getRows, PARAMETER, prepare } from './run.ts';
import type { FindingRow } from './schema.ts';
import type { Store } from './store.ts';
import { type VariableBook, variableBook } from './variable-book.ts';

const findingsOf = prepare(
  build
    .selectFrom('finding')
    .selectAll()
    .where('report', '=', PARAMETER)
    .where('family', '=', PARAMETER)
    .where('withdrawn', '=', PARAMETER)
    .orderBy('position'),
);

/** The findings of a report alone, as they were loaded, in the order of the rules, without those withdrawn. */
export function getFindings(store: Store, reportId: number): Finding[] {
  const book = variableBook(store);
  return getRows(store, findingsOf, reportId, 'report', 0).map((row) =>
    restoreFinding(book, { ...row, suggestions: row.own_suggestions ?? row.suggestions }),
  );
}

/** A stored finding as the validators made it. */
export function restoreFinding(
  book: VariableBook,
  row: Omit<
    FindingRow,
    'id' | 'report' | 'nth' | 'withdrawn' | 'family' | 'own_suggestions' | 'review_status' | 'rule_version'
  >,
): Finding {
  return {
    rule: row.rule,
    scope: row.scope,
    severity: row.severity as Finding['severity'],
    outcome: row.outcome as Finding['outcome'],
    message: { zh: row.message_zh, en: row.message_en },
    expected: row.expected,
    actual: row.actual,
    delta: row.delta,
    variables: unpackNames(book, row.variables),
    suggestions: unpackSuggestions(book, row.suggestions),
    confirmed: row.confirmed === null ? null : row.confirmed === 1,
  };
}
