import { sql } from 'kysely';
import { build } from '../build.ts';
import { selectRows } from '../run.ts';
import type { Store } from '../store.ts';

export interface CoverageRow {
  /** First two digits of the division code. */
  readonly province: string;
  readonly year: number;
  readonly reports: number;
}

/** How many reports are in force, by province and the year they are about. */
export function countCoverage(store: Store): CoverageRow[] {
  const province = sql<string>`substr(division, 1, 2)`;
  return selectRows(
    store,
    build
      .selectFrom('report')
      .select([province.as('province'), 'year'])
      .select(({ fn }) => fn.countAll<number>().as('reports'))
      .where('current', '=', 1)
      .where('division', 'is not', null)
      .where('year', 'is not', null)
      .groupBy([province, 'year'])
      .orderBy(province)
      .orderBy('year'),
  ) as CoverageRow[];
}

/** Years of which each source has a report that was stored. */
export function yearsOfSources(store: Store): Map<string, Set<number>> {
  const rows = selectRows(
    store,
    build
      .selectFrom('parsed')
      .innerJoin('page', 'page.id', 'parsed.page')
      .innerJoin('report', 'report.id', 'parsed.report')
      .select(['page.source', 'report.year'])
      .where('report.year', 'is not', null)
      .distinct(),
  );
  const years = new Map<string, Set<number>>();
  for (const { source, year } of rows) {
    years.set(source, (years.get(source) ?? new Set()).add(year as number));
  }
  return years;
}
