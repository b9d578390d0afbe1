import { sql } from 'kysely';
import type { Checks } from '../../model/extraction.ts';
import { build } from '../build.ts';
import { getRows, PARAMETER, prepare } from '../run.ts';
import type { Store } from '../store.ts';
import { unpackTally } from '../tallies.ts';

/** Each tally, and how many reports that a round dealt with share it: a sum over reports would read each anew. */
const talliesOfRound = prepare<{ readonly counts: string; readonly reports: number }>(
  build
    .selectFrom('page')
    .innerJoin('parsed', 'parsed.page', 'page.id')
    .innerJoin('report', 'report.id', 'parsed.report')
    .innerJoin(sql<{ value: number }>`json_each(report.checks)`.as('part'), (join) => join.onTrue())
    .innerJoin('tally', 'tally.id', 'part.value')
    .select(['tally.counts', sql<number>`count(*)`.as('reports')])
    .where('page.done_round', '=', PARAMETER)
    .where('page.outcome', 'in', [sql.lit('new'), sql.lit('same')])
    .groupBy('tally.id')
    .orderBy('tally.counts'),
);

/** How often each rule held, failed and was left open in the reports that a round found, new or the same. */
export function countChecks(store: Store, round: number): Checks {
  const sum: Checks = {};
  for (const { counts, reports } of getRows(store, talliesOfRound, round)) {
    for (const [rule, one] of Object.entries(unpackTally(counts))) {
      const all = sum[rule] ?? { pass: 0, fail: 0, not_evaluable: {} };
      sum[rule] = all;
      all.pass += one.pass * reports;
      all.fail += one.fail * reports;
      for (const [reason, times] of Object.entries(one.not_evaluable)) {
        all.not_evaluable[reason] = (all.not_evaluable[reason] ?? 0) + times * reports;
      }
    }
  }
  return Object.fromEntries(Object.entries(sum).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
