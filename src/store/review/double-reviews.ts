import type { DoubleReview } from '../../review/agreement/measure-agreement.ts';
import { latestOfEach, type StandingVerdict } from '../../review/settle.ts';
import type { Verdict } from '../../review/status.ts';
import { getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';

interface Row extends Omit<StandingVerdict, 'double'> {
  readonly key: string;
  readonly rule: string;
  readonly verdict: Verdict;
}

const verdictsOfTwo: Prepared<Row> = {
  sql: `SELECT e.finding_key AS key, f.rule, e.id AS event, e.author, e.verdict, e.signature
    FROM review_event e JOIN review_action a ON a.id = e.action JOIN finding f ON f.id = e.finding
      JOIN review_state s ON s.finding_key = e.finding_key AND s.signature = e.signature
    WHERE e.kind = 'verdict' AND e.double = 1 AND a.active = 1 ORDER BY a.moved, e.id`,
};

/** Findings asked of two persons, with the verdicts in force of each, who came first first. */
export function doubleReviews(store: Store): readonly DoubleReview[] {
  const byKey = new Map<string, Row[]>();
  for (const row of getRows(store, verdictsOfTwo)) {
    byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  }
  return [...byKey.values()].map((rows) => ({
    rule: rows[0]?.rule ?? '',
    ratings: latestOfEach(rows.map((row) => ({ ...row, double: true }))).map(
      ({ author, verdict }) => [author, verdict] as const,
    ),
  }));
}
