import { sql } from 'kysely';
import { seriesKey } from '../../places/series-key.ts';
import { build } from '../build.ts';
import { getRows, PARAMETER, prepare, run } from '../run.ts';
import type { Store } from '../store.ts';

const withoutSeries = prepare(
  build
    .selectFrom('report')
    .select(['id', 'division', 'agency', 'place', 'year'])
    .where('series', 'is', null)
    .where('division', 'is not', null)
    .where('agency', 'is not', null)
    .where('year', 'is not', null),
);
const setSeries = prepare(build.updateTable('report').set({ series: PARAMETER }).where('id', '=', PARAMETER));
const withoutChecks = prepare(
  build
    .selectFrom('report')
    .select('id')
    .where('series', 'is not', null)
    .where('current', '=', PARAMETER)
    .where('form', 'is not', null)
    .where(sql<boolean>`compared = 0`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('cross_check').select('rule').whereRef('report', '=', 'report.id'))),
    )
    .orderBy('id'),
);

/** Gives reports their series that were stored before there were any. Part of the caller's transaction. */
export function fillSeries(store: Store): void {
  for (const { id, ...report } of getRows(store, withoutSeries)) run(store, setSeries, seriesKey(report), id);
}

/** Reports that were never checked against their neighbouring years: those stored before this was done. */
export const unchecked = (store: Store): number[] => getRows(store, withoutChecks, 1).map(({ id }) => id);
