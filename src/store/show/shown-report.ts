import type { Cell } from '../../model/cell.ts';
import { build } from '../build.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { getExtraction } from '../get-extraction.ts';
import { neighboursOf } from '../history/series.ts';
import { getRow, getRows, PARAMETER, type Prepared, prepare } from '../run.ts';
import type { ReportsView } from '../schema.ts';
import type { Store } from '../store.ts';

/** What a person decided of a printed number, beside it and never instead of it. */
export interface Corrected {
  readonly variable: string;
  readonly value: number;
  readonly reason: string;
  readonly author: string;
  readonly date: string;
}

const byId = prepare(build.selectFrom('reports').selectAll().where('report_id', '=', PARAMETER));
const correctionsOf = prepare(
  build
    .selectFrom('correction')
    .innerJoin('variable', 'variable.id', 'correction.variable')
    .select(['variable.name as variable', 'value', 'reason', 'author', 'decided_at as date'])
    .where('report', '=', PARAMETER),
);

/** The row of a report; undefined when there is none. */
export const findReport = (store: Store, id: number): ReportsView | undefined =>
  explaining(store.file, () => getRow(store, byId, id));

export const correctionsOfReport = (store: Store, id: number): readonly Corrected[] =>
  explaining(store.file, () => getRows(store, correctionsOf, id));

/** The same body's report about the year before, in the version in force, and its cells. */
export interface YearBefore {
  readonly reportId: number;
  readonly year: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

export function yearBefore(store: Store, { report_id, year }: ReportsView): YearBefore | undefined {
  if (year === null) return undefined;
  const before = neighboursOf(store, report_id).find((other) => other.year === year - 1 && other.current);
  const cells = before && getExtraction(store, before.reportId)?.cells;
  if (!before || !cells) return undefined;
  return {
    ...{ reportId: before.reportId, year: year - 1 },
    cells: new Map(cells.map((cell) => [cell.variable, cell])),
  };
}

/** A version of the report: the same body about the same year, from another document or another day. */
export interface ReportVersion {
  readonly reportId: number;
  readonly sha256: string;
  readonly published: string | null;
  readonly current: boolean;
  /** Day (UTC) on which its document was first had, where the crawl had it. */
  readonly night: string | null;
}

const versionsOf: Prepared<{
  reportId: number;
  sha256: string;
  published: string | null;
  current: number;
  night: string | null;
}> = {
  sql: `SELECT r.id AS reportId, lower(hex(d.sha256)) AS sha256, r.published, r.current, d.night
  FROM report o JOIN report r ON r.id = o.id OR (r.series = o.series AND r.year = o.year)
  JOIN document d ON d.id = r.document
  WHERE o.id = ? ORDER BY r.current DESC, d.night DESC, r.id DESC`,
};

/** Every version of a report, itself among them, the one in force first. */
export const versionsOfReport = (store: Store, id: number): readonly ReportVersion[] =>
  explaining(store.file, () =>
    getRows(store, versionsOf, id).map(({ current, ...row }) => ({ ...row, current: current === 1 })),
  );
