import type { CellStatus } from '../../model/status.ts';
import { BLIND, type ReviewStatus } from '../../review/status.ts';
import { restoreText } from '../cell-state.ts';
import { printedCell } from '../corrections.ts';
import { restoreFinding } from '../get-findings.ts';
import type { ListedFinding } from '../list-findings.ts';
import { getRow, getRows, type Prepared } from '../run.ts';
import type { FindingRow, ReportRow } from '../schema.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';
import { cellVersion } from './correct.ts';
import type { FindingFacts } from './finding-facts.ts';
import { type Seen, versionFor } from './seen.ts';

/** A cell that takes part in a finding, with the number of the year before beside it. */
export interface InvolvedCell {
  readonly variable: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  readonly raw: string | null;
  readonly status: CellStatus;
  readonly imputed: number | null;
  readonly corrected: number | null;
  /** Last event about the cell, see SeenCell. */
  readonly version: number;
  readonly lastYear: { readonly value: number | null; readonly status: CellStatus } | null;
}

/** An event about a finding, as a person may see it. */
export interface FindingEvent {
  readonly event: number;
  readonly kind: 'verdict' | 'keep' | 'assign' | 'correct';
  readonly author: string;
  readonly at: string;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly active: boolean;
  /** First event of what it was done with; another number means: with others, in one go. */
  readonly batch: number;
  readonly signature: string | null;
  /** Verdict that was in force before; of a `keep`: the one that it confirms. */
  readonly replaces: number | null;
  /** What was seen (FindingFacts), assigned or corrected. */
  readonly details: Partial<FindingFacts> & {
    readonly assignee?: string | null;
    /** Of a correction: the cell, what is printed in it and its right number (null: as it is printed). */
    readonly variable?: string;
    readonly expect?: string | null;
    readonly value?: number | null;
  };
}

export interface FindingDetail extends ListedFinding {
  readonly title: string | null;
  readonly sha256: string;
  /** Of the document. */
  readonly kind: string;
  readonly parserVersion: string;
  readonly ruleVersion: number;
  readonly status: ReviewStatus;
  readonly assignee: string | null;
  readonly seen: Seen;
  readonly cells: readonly InvolvedCell[];
  /** Printed text of the cells that suggestions change; null where nothing is printed. */
  readonly suggested: Readonly<Record<string, string | null>>;
  /** The report of the year before; null when there is none. */
  readonly lastYear: number | null;
  /** The oldest first. While others are not to be seen, only the person's own. */
  readonly events: readonly FindingEvent[];
  readonly hidden: boolean;
  readonly withdrawn: boolean;
}

type Row = FindingRow &
  Pick<
    ReportRow,
    'division' | 'place' | 'agency' | 'year' | 'form' | 'title' | 'parser_version' | 'series'
  > & {
    readonly sha256: Uint8Array;
    readonly kind: string;
    readonly assignee: string | null;
  };

const findFinding: Prepared<Row> = {
  sql: `SELECT f.*, r.division, r.place, r.agency, r.year, r.form, r.title, r.parser_version, r.series, d.sha256, d.kind, s.assignee
    FROM finding f JOIN report r ON r.id = f.report JOIN document d ON d.id = r.document
      LEFT JOIN review_state s ON s.finding_key = f.key
    WHERE f.id = ?`,
};
const yearBefore: Prepared<{ id: number }> = {
  sql: `SELECT id FROM report WHERE series = ? AND year = ? AND current = 1 AND form IS NOT NULL
    ORDER BY agency = ? DESC, id LIMIT 1`,
};
const eventsOf: Prepared<Omit<FindingEvent, 'active' | 'details'> & { active: number; details: string }> = {
  sql: `SELECT e.id AS event, e.kind, e.author, e.at, e.verdict, e.reason, e.note, a.active, e.action AS batch,
      e.signature, e.replaces, e.details
    FROM review_event e JOIN review_action a ON a.id = e.action
    WHERE (e.finding_key = ? OR e.finding = ?) AND e.kind IN ('verdict', 'keep', 'assign', 'correct') ORDER BY e.id`,
};
const cellOf: Prepared<{
  table_name: string;
  row_label: string;
  column_label: string;
  value: number | null;
  state: number | null;
  raw: string | null;
  imputed: number | null;
  corrected: number | null;
}> = {
  sql: `SELECT v.table_name, v.row_label, v.column_label, c.value, c.state, c.raw, c.imputed, k.value AS corrected
    FROM variable v LEFT JOIN cell c ON c.report = ? AND c.variable = v.id
      LEFT JOIN correction k ON k.report = ? AND k.variable = v.id
    WHERE v.id = ?`,
};
const printedOf: Prepared<{ value: number | null; state: number; raw: string | null }> = {
  sql: 'SELECT value, state, raw FROM cell WHERE report = ? AND variable = ?',
};

/** A finding with all that a person needs to judge it; undefined when there is none. */
export function getFinding(store: Store, id: number, person: string): FindingDetail | undefined {
  const row = getRow(store, findFinding, id);
  if (!row) return undefined;
  const { key, signature, division, place, agency, year, form, title, assignee, review_status: status } = row;
  const finding = restoreFinding(variableBook(store), row);
  const last =
    row.series === null || year === null
      ? undefined
      : getRow(store, yearBefore, row.series, year - 1, agency);
  const hidden = BLIND.some((one) => one === status);
  const events = getRows(store, eventsOf, key, id)
    .filter(({ author }) => !hidden || author === person)
    .map((event) => ({ ...event, active: event.active === 1, details: JSON.parse(event.details) }));
  return {
    ...finding,
    ...{
      id,
      key,
      signature,
      reportId: row.report,
      division,
      place,
      agency,
      year,
      form,
      title,
      assignee,
      status,
    },
    ...{ sha256: Buffer.from(row.sha256).toString('hex'), parserVersion: row.parser_version, kind: row.kind },
    ruleVersion: row.rule_version,
    seen: { version: versionFor(store, key, person), signature },
    cells: finding.variables.flatMap((name) => involvedCell(store, row.report, name, last?.id) ?? []),
    suggested: Object.fromEntries(
      [...new Set(finding.suggestions.flatMap(({ changes }) => Object.keys(changes)))].map((name) => [
        name,
        printedCell(store, row.report, name).text,
      ]),
    ),
    lastYear: last?.id ?? null,
    ...{ events, hidden, withdrawn: row.withdrawn === 1 },
  };
}

const reportOf: Prepared<Pick<ReportRow, 'place' | 'agency' | 'year' | 'series'>> = {
  sql: 'SELECT place, agency, year, series FROM report WHERE id = ?',
};

/** One cell of a report, with whose report it is; undefined when there is no such report or variable. */
export function lookUpCell(store: Store, reportId: number, variable: string) {
  const report = getRow(store, reportOf, reportId);
  if (!report) return undefined;
  const { series, year, agency } = report;
  const last =
    series === null || year === null ? undefined : getRow(store, yearBefore, series, year - 1, agency);
  const cell = involvedCell(store, reportId, variable, last?.id);
  return cell && { report, cell };
}

/** A cell of a report with the number of the year before; undefined for a name that is no variable. */
export function involvedCell(
  store: Store,
  report: number,
  variable: string,
  lastYear: number | undefined,
): InvolvedCell | undefined {
  const id = variableBook(store).findId(variable);
  const row = id === undefined ? undefined : getRow(store, cellOf, report, report, id);
  if (!row) return undefined;
  const { table_name: table, row_label, column_label, value, state, imputed, corrected } = row;
  const printed = state === null ? ABSENT : restoreText({ state, raw: row.raw }, value);
  const last = lastYear === undefined ? undefined : getRow(store, printedOf, lastYear, id);
  return {
    ...{ variable, table, row: row_label, column: column_label, value, imputed, corrected, ...printed },
    version: cellVersion(store, report, variable),
    lastYear: last ? { value: last.value, status: restoreText(last, last.value).status } : null,
  };
}

const ABSENT = { status: 'absent', raw: null } as const;
