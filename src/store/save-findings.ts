import { build } from './build.ts';
import { touchPartOf } from './explore/summaries/parts.ts';
import type { KeyedFinding } from './finding-key.ts';
import { packNames, packSuggestions } from './packed-names.ts';
import { getRow, getRows, PARAMETER, type Prepared, prepare, prepareInsert, run } from './run.ts';
import type { FindingRow } from './schema.ts';
import type { Store } from './store.ts';
import { type VariableBook, variableBook } from './variable-book.ts';

/**
 * Steps that make findings: of the report alone, of its neighbouring years, of its peers, of corrections. Each step
 * replaces its own; a rule belongs to one of them. They are shown in this order.
 */
export const FINDING_FAMILIES = ['report', 'history', 'peers', 'corrections'] as const;
export type FindingFamily = (typeof FINDING_FAMILIES)[number];
/** More findings than a report has of any family. */
const POSITIONS = 100_000;

const IDENTITY = ['report', 'family', 'rule', 'scope', 'nth'] as const;
const CONTENT = [
  'position',
  'key',
  'signature',
  'severity',
  'outcome',
  'message_zh',
  'message_en',
  'expected',
  'actual',
  'delta',
  'variables',
  'suggestions',
  'confirmed',
  'withdrawn',
  'own_suggestions',
  'rule_version',
] as const satisfies readonly (keyof FindingRow)[];

const findingsOf = prepare(
  build
    .selectFrom('finding')
    .select(['id', 'rule', 'scope', 'nth'])
    .where('report', '=', PARAMETER)
    .where('family', '=', PARAMETER),
);
const signaturesOf: Prepared<{ signature: string }> = {
  sql: `SELECT signature FROM finding WHERE report = ? AND family = 'report' AND withdrawn = 0 ORDER BY position`,
};
const insertFinding = prepareInsert('finding', [...IDENTITY, ...CONTENT]);
const updateFinding = prepare(
  build
    .updateTable('finding')
    .set(Object.fromEntries(CONTENT.map((column) => [column, PARAMETER])))
    .where('id', '=', PARAMETER),
);
const findEvent = prepare(
  build.selectFrom('review_event').select('id').where('finding', '=', PARAMETER).limit(1),
);
const withdrawFinding = prepare(
  build.updateTable('finding').set({ withdrawn: PARAMETER }).where('id', '=', PARAMETER),
);
const deleteFinding = prepare(build.deleteFrom('finding').where('id', '=', PARAMETER));

/** Stores the findings of a report that has none. */
export function insertFindings(store: Store, report: number, findings: readonly KeyedFinding[]): void {
  const book = variableBook(store);
  findings.forEach((keyed, position) => {
    run(store, insertFinding, report, 'report', ...identityOf(keyed), ...contentOf(book, keyed, position));
  });
}

/**
 * Replaces the findings of one family of a report. One that was there before keeps its id, whatever its text and numbers
 * are now; one that is gone is deleted, unless a person has decided upon it: then it is withdrawn.
 */
export function replaceFindings(
  store: Store,
  report: number,
  findings: readonly KeyedFinding[],
  family: FindingFamily = 'report',
): void {
  const book = variableBook(store);
  const start = FINDING_FAMILIES.indexOf(family) * POSITIONS;
  const before = new Map(
    getRows(store, findingsOf, report, family).map((row) => [nameOf(row.rule, row.scope, row.nth), row.id]),
  );
  let inserted = 0;
  findings.forEach((keyed, index) => {
    const position = start + index;
    const name = nameOf(...identityOf(keyed));
    const id = before.get(name);
    before.delete(name);
    if (id === undefined) {
      run(store, insertFinding, report, family, ...identityOf(keyed), ...contentOf(book, keyed, position));
      inserted++;
    } else run(store, updateFinding, ...contentOf(book, keyed, position), id);
  });
  for (const id of before.values()) removeFinding(store, id);
  if (inserted + before.size > 0) touchPartOf(store, report);
}

/** Whether the stored findings of a report alone stand for the same as these; false after a new version of a rule. */
export function haveSignatures(store: Store, report: number, findings: readonly KeyedFinding[]): boolean {
  const stored = getRows(store, signaturesOf, report);
  return (
    stored.length === findings.length &&
    stored.every(({ signature }, index) => signature === findings[index]?.signature)
  );
}

function removeFinding(store: Store, id: number): void {
  if (getRow(store, findEvent, id, 1)) run(store, withdrawFinding, 1, id);
  else run(store, deleteFinding, id);
}

function identityOf({ finding, nth }: KeyedFinding): [rule: string, scope: string, nth: number] {
  return [finding.rule, finding.scope, nth];
}

function contentOf(
  book: VariableBook,
  { finding, key, signature, version }: KeyedFinding,
  position: number,
): unknown[] {
  const { severity, outcome, message, expected, actual, delta, variables, suggestions, confirmed } = finding;
  return [
    ...[position, key, signature, severity, outcome, message.zh, message.en, expected, actual, delta],
    ...[packNames(book, variables), packSuggestions(book, suggestions)],
    ...[confirmed === null ? null : Number(confirmed), 0, null, version],
  ];
}

const nameOf = (rule: string, scope: string, nth: number): string => JSON.stringify([rule, scope, nth]);
