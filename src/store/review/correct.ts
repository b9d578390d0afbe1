import { type Correction, REVIEW_FILE } from '../../model/correction.ts';
import {
  forgetReviewEntry,
  printedCell,
  restoreFileCorrection,
  saveReviewCorrection,
} from '../corrections.ts';
import { getRow, getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';
import { writeDurably } from '../write.ts';
import { appendEvent } from './append-event.ts';
import { eventOfRequest } from './requests.ts';

/** The right number of one cell. */
export interface CellChange {
  readonly variable: string;
  /** In the unit of the variable; null takes the correction away. */
  readonly value: number | null;
  readonly seen: SeenCell;
}

export interface Correct {
  readonly reportId: number;
  /** Cells that are right only together: all are saved, or none, and one undo takes them all back. */
  readonly changes: readonly CellChange[];
  readonly reason: string;
  readonly author: string;
  readonly at: string;
  readonly request: string;
  /** The finding that led to it. */
  readonly findingId?: number;
}

/** What a person had before their eyes: the printed text, and the last event about the cell (0: none). */
export interface SeenCell {
  readonly printed: string | null;
  readonly version: number;
}

/**
 * What became of it. `unplaced`: who reports about which year is not known, so nothing could find the report again;
 * `printed`: the number of a cell is what is printed already. For these and `stale`, `gone`, `misused` nothing was
 * written.
 */
export type Corrected =
  | { readonly outcome: 'saved' | 'repeated'; readonly event: number }
  | { readonly outcome: 'stale'; readonly variable: string; readonly now: SeenCell }
  | { readonly outcome: 'printed'; readonly variable: string }
  | { readonly outcome: 'gone' | 'unplaced' | 'misused' };

type Refused = Exclude<Corrected, { readonly event: number }>;

/** What an event of correction keeps: all that a file of data/corrections would hold. */
interface Details {
  readonly division: string;
  readonly agency: string;
  readonly year: number;
  readonly variable: string;
  readonly value: number | null;
  readonly expect: string | null;
  readonly evidence: string;
}

const findReport: Prepared<{
  division: string | null;
  agency: string | null;
  year: number | null;
  sha256: Uint8Array;
}> = {
  sql: `SELECT r.division, r.agency, r.year, d.sha256 FROM report r JOIN document d ON d.id = r.document WHERE r.id = ?`,
};
const lastAbout: Prepared<{ id: number | null }> = {
  sql: `SELECT max(id) AS id FROM review_event
    WHERE report = ? AND kind = 'correct' AND details ->> 'variable' = ?`,
};
const standing = (where: string) => `SELECT e.id, e.report, e.author, e.at, e.reason, e.details
    FROM review_event e JOIN review_action a ON a.id = e.action
    WHERE e.kind = 'correct' AND a.active = 1 ${where} ORDER BY a.moved, e.id`;
interface CorrectRow {
  id: number;
  report: number;
  author: string;
  at: string;
  reason: string;
  details: string;
}
const standingAbout: Prepared<CorrectRow> = {
  sql: standing(`AND e.report = ? AND e.details ->> 'variable' = ?`),
};
const everyStanding: Prepared<CorrectRow> = { sql: standing('') };

/** The last event about a cell; 0 when there is none. */
export const cellVersion = (store: Store, report: number, variable: string): number =>
  getRow(store, lastAbout, report, variable)?.id ?? 0;

/** Stores what a person says is right beside the printed numbers; on the disk when this returns. */
export function correct(store: Store, correction: Correct): Corrected {
  return writeDurably(store, () => {
    const { reportId, changes, request } = correction;
    const before = eventOfRequest(store, request);
    if (before)
      return before.kind === 'correct' ? { outcome: 'repeated', event: before.id } : { outcome: 'misused' };
    const report = getRow(store, findReport, reportId);
    if (!report || changes.length === 0) return { outcome: 'gone' };
    const { division, agency, year } = report;
    if (!division || !agency || year === null) return { outcome: 'unplaced' };
    const refused = changes.flatMap((change) => refusalOf(store, reportId, change) ?? [])[0];
    if (refused) return refused;
    const evidence = Buffer.from(report.sha256).toString('hex');
    let action: number | undefined;
    for (const change of changes) {
      const event = appendChange(store, correction, { division, agency, year, evidence }, change, action);
      action ??= event;
    }
    return { outcome: 'saved', event: action ?? 0 };
  });
}

/** Why the number of a cell cannot be saved; undefined when it can. */
function refusalOf(
  store: Store,
  reportId: number,
  { variable, value, seen }: CellChange,
): Refused | undefined {
  if (variableBook(store).findId(variable) === undefined) return { outcome: 'gone' };
  const printed = printedCell(store, reportId, variable);
  const now = { printed: printed.text, version: cellVersion(store, reportId, variable) };
  if (now.printed !== seen.printed || now.version !== seen.version)
    return { outcome: 'stale', variable, now };
  return value !== null && printed.value === value ? { outcome: 'printed', variable } : undefined;
}

/** Returns the number of the event. */
function appendChange(
  store: Store,
  { reportId, reason, author, at, request, findingId }: Correct,
  about: Pick<Details, 'division' | 'agency' | 'year' | 'evidence'>,
  { variable, value, seen }: CellChange,
  action: number | undefined,
): number {
  const { evidence, ...identity } = about;
  const details: Details = { ...identity, variable, value, expect: seen.printed, evidence };
  const event = appendEvent(store, {
    ...{ kind: 'correct', author, at, report: reportId, reason, details, finding: findingId ?? null },
    ...(action === undefined ? { request } : { action }),
  });
  settleCorrection(store, reportId, variable);
  return event;
}

/** Makes the table of corrections say of a cell what the log says. Part of the caller's transaction. */
export function settleCorrection(store: Store, report: number, variable: string): void {
  const row = getRows(store, standingAbout, report, variable).at(-1);
  const correction = row ? toCorrection(row) : null;
  forgetReviewEntry(store, report, variable);
  if (correction) saveReviewCorrection(store, report, correction);
  else if (row === undefined) restoreFileCorrection(store, report, variable);
}

/** The corrections that persons made here and that are in force: the last one of each cell. */
export function reviewCorrections(store: Store): readonly Correction[] {
  const latest = new Map<string, CorrectRow>();
  for (const row of getRows(store, everyStanding)) {
    const { division, agency, year, variable } = JSON.parse(row.details) as Details;
    latest.set(JSON.stringify([division, agency, year, variable]), row);
  }
  return [...latest.values()].flatMap((row) => toCorrection(row) ?? []);
}

function toCorrection({ id, author, at, reason, details }: CorrectRow): Correction | null {
  const { value, ...rest } = JSON.parse(details) as Details;
  if (value === null) return null;
  return { ...rest, value, reason, reviewer: author, date: at.slice(0, 10), file: REVIEW_FILE, line: id };
}

/** A correction that a person made here and that is in force, and what became of it. */
export interface MadeCorrection extends Correction {
  readonly reportId: number;
  /** `pending`: another correction, or a newer copy of the report, came between; the next import settles it. */
  readonly state: 'applied' | 'failed' | 'unused' | 'pending';
}

const ledgerOf: Prepared<{ line: number; report: number | null; state: MadeCorrection['state'] }> = {
  sql: 'SELECT line, report, state FROM correction_entry WHERE file = ?',
};
const reportOfEvent: Prepared<{ report: number }> = { sql: 'SELECT report FROM review_event WHERE id = ?' };

/** The newest first. */
export function madeCorrections(store: Store): readonly MadeCorrection[] {
  const ledger = new Map(getRows(store, ledgerOf, REVIEW_FILE).map((row) => [row.line, row]));
  return reviewCorrections(store)
    .map((correction) => {
      const entry = ledger.get(correction.line);
      const reportId = entry?.report ?? getRow(store, reportOfEvent, correction.line)?.report ?? 0;
      return { ...correction, reportId, state: entry?.state ?? ('pending' as const) };
    })
    .toSorted((a, b) => b.line - a.line);
}
