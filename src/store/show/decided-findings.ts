import type { Role } from '../../model/person.ts';
import { BLIND, type ReviewStatus, type Verdict } from '../../review/status.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';

/** What became of a finding of a report. */
export interface DecidedFinding {
  readonly status: ReviewStatus;
  /** The verdict in force, or, of a finding that changed since, the one before; null while there is none to be shown. */
  readonly decided: {
    readonly verdict: Verdict;
    readonly reason: string | null;
    readonly note: string | null;
    readonly at: string;
    /** Of who gave it, as it is today; null: on a machine without accounts. Names stand on the page of the finding. */
    readonly role: Role | null;
  } | null;
}

interface Row {
  readonly finding: number;
  readonly status: ReviewStatus;
  readonly verdict: Verdict | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly at: string | null;
  readonly role: Role | null;
}

const decidedOf: Prepared<Row> = {
  sql: `SELECT f.id AS finding, f.review_status AS status, e.verdict, e.reason, e.note, e.at, a.role
    FROM finding f LEFT JOIN review_state s ON s.finding_key = f.key
      LEFT JOIN review_event e ON e.id = s.decided LEFT JOIN account a ON a.name = e.author
    WHERE f.report = ? AND f.withdrawn = 0`,
};

/** Where each finding of a report stands, by its id. */
export function decidedFindings(store: Store, report: number): ReadonlyMap<number, DecidedFinding> {
  const rows = explaining(store.file, () => getRows(store, decidedOf, report));
  return new Map(rows.map((row) => [row.finding, describe(row)]));
}

function describe({ status, verdict, at, reason, note, role }: Row): DecidedFinding {
  const isHidden = BLIND.some((one) => one === status);
  if (verdict === null || at === null || isHidden) return { status, decided: null };
  return { status, decided: { verdict, reason, note, at, role } };
}
