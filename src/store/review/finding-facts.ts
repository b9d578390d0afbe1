import { restoreText } from '../cell-state.ts';
import { unpackNames } from '../packed-names.ts';
import { getRow, getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';

/** A finding as a person saw it when they decided: kept with the verdict, to be compared with what it is later. */
export interface FindingFacts {
  readonly severity: string;
  readonly outcome: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly expected: number | null;
  readonly actual: number | null;
  /** Variable and printed text of each cell involved; null where nothing is printed. */
  readonly cells: readonly (readonly [variable: string, raw: string | null])[];
  /** Of the document. */
  readonly sha256: string;
  readonly parser: string;
  /** Of the rule. */
  readonly ruleVersion: number;
}

/** What a decision about a finding has to know of it. */
export interface DecidableFinding {
  readonly id: number;
  readonly key: string;
  readonly signature: string;
  readonly reportId: number;
  readonly facts: FindingFacts;
}

interface Row {
  id: number;
  key: string;
  signature: string;
  report: number;
  severity: string;
  outcome: string;
  message_zh: string;
  message_en: string;
  expected: number | null;
  actual: number | null;
  variables: string;
  sha256: Uint8Array;
  parser_version: string;
  rule_version: number;
}

const findFinding: Prepared<Row> = {
  sql: `SELECT f.id, f.key, f.signature, f.report, f.severity, f.outcome, f.message_zh, f.message_en, f.expected, f.actual,
      f.variables, f.rule_version, d.sha256, r.parser_version
    FROM finding f JOIN report r ON r.id = f.report JOIN document d ON d.id = r.document
    WHERE f.id = ? AND f.withdrawn = 0`,
};
const cellsOf: Prepared<{ variable: number; value: number | null; state: number; raw: string | null }> = {
  sql: `SELECT c.variable, c.value, c.state, c.raw FROM json_each(?) e
    JOIN cell c ON c.report = ? AND c.variable = e.value ORDER BY e.key`,
};

/** A finding that can be decided upon; undefined when there is none (any more). */
export function decidableFinding(store: Store, id: number): DecidableFinding | undefined {
  const row = getRow(store, findFinding, id);
  if (!row) return undefined;
  const { key, signature, report, severity, outcome, expected, actual } = row;
  const message = { zh: row.message_zh, en: row.message_en };
  const sha256 = Buffer.from(row.sha256).toString('hex');
  const cells = operandsOf(store, report, row.variables);
  const { parser_version: parser, rule_version: ruleVersion } = row;
  const facts = { severity, outcome, message, expected, actual, cells, sha256, parser, ruleVersion };
  return { id, key, signature, reportId: report, facts };
}

function operandsOf(store: Store, report: number, packed: string): FindingFacts['cells'] {
  const book = variableBook(store);
  const raw = new Map(
    getRows(store, cellsOf, packed, report).map((cell) => [
      book.nameOf(cell.variable),
      restoreText(cell, cell.value).raw,
    ]),
  );
  return unpackNames(book, packed).map((name) => [name, raw.get(name) ?? null] as const);
}
