import type { Message } from '../model/finding.ts';
import { type DivisionRow, isInForce } from '../places/division.ts';
import type { Gazetteer, Unit } from '../places/gazetteer.ts';
import type { ListedReport } from '../store/release/list-stored.ts';
import type { SourceOutcome } from '../store/release/source-outcomes.ts';
import { isInForce as counts } from './parts/tally.ts';

/**
 * What is there of a place and year. `withdrawn`: all its reports in force were had, and its sites have them no more;
 * what was read of them is in the tables like any other. `not_found`: its pages were read and hold no report about the year.
 * `unreachable`: its pages, or some of them, could not be read. `not_collected`: no page is registered for the year, or
 * none was tried yet.
 */
export const COVERAGES = ['reported', 'withdrawn', 'not_found', 'unreachable', 'not_collected'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** Each in words; leaving one out does not compile. */
export const COVERAGE_WORDS: Readonly<Record<Coverage, Message>> = {
  reported: { zh: '有报告', en: 'there is a report' },
  withdrawn: {
    zh: '收集过报告，其网页后来已撤下（两次以上回答 404 或 410）；读出的数仍在表中',
    en: 'a report was collected and has since gone from its site (404 or 410 in two runs or more); what was read of it stays in the tables',
  },
  not_found: {
    zh: '网页读到了，没有该年度的报告',
    en: 'its pages were read and hold no report about the year',
  },
  unreachable: { zh: '网页读不到，或有的读不到', en: 'its pages, or some of them, could not be read' },
  not_collected: {
    zh: '没有登记该年度的网页，或还没有试过',
    en: 'no page is registered for the year, or none was tried yet',
  },
};

export interface CoveredPlace {
  readonly row: DivisionRow;
  readonly year: number;
  readonly status: Coverage;
  /** In force, of all agencies of the place itself. */
  readonly reports: number;
}

/** A place whose reports are fetched: an entry of the registry. */
export interface RegisteredSource {
  readonly id: string;
  /** Code of the place today. */
  readonly division: string;
  readonly years: { readonly from: number; readonly to?: number | undefined };
}

interface Asked {
  readonly listed: readonly ListedReport[];
  /** Of the database's numbers of reports. */
  readonly withdrawn: { readonly has: (report: number) => boolean };
  readonly gazetteer: Gazetteer;
  readonly sources: readonly RegisteredSource[];
  readonly outcomes: ReadonlyMap<string, SourceOutcome>;
}

/** Every place that there was in each year from the first report to the last, by code and year. */
export function coverPlaces({ listed, withdrawn, gazetteer, sources, outcomes }: Asked): CoveredPlace[] {
  const reports = countReports(listed);
  const standing = countReports(listed.filter(({ id }) => !withdrawn.has(id)));
  const years = [...new Set(listed.filter(counts).flatMap(({ year }) => year ?? []))];
  if (years.length === 0) return [];
  const byUnit = sourcesByUnit(sources, gazetteer);
  const units = [...new Set([...gazetteer.unitsByCode.values()].flat())];
  const covered: CoveredPlace[] = [];
  for (let year = Math.min(...years); year <= Math.max(...years); year++) {
    // Before the first and after the last list of codes, the nearest one is used.
    const listYear = Math.min(Math.max(year, gazetteer.firstYear), gazetteer.lastYear);
    for (const unit of units) {
      const row = unit.rows.find((each) => isInForce(each, listYear));
      if (!row) continue;
      const key = `${row.code} ${year}`;
      const found = reports.get(key) ?? 0;
      const status = standing.has(key)
        ? 'reported'
        : found > 0
          ? 'withdrawn'
          : missing(byUnit.get(unit) ?? [], year, outcomes);
      covered.push({ row, year, status, reports: found });
    }
  }
  return covered.sort((a, b) =>
    a.row.code < b.row.code ? -1 : a.row.code > b.row.code ? 1 : a.year - b.year,
  );
}

function countReports(listed: readonly ListedReport[]): Map<string, number> {
  const reports = new Map<string, number>();
  for (const { division, year } of listed.filter(counts)) {
    const key = `${division} ${year}`;
    reports.set(key, (reports.get(key) ?? 0) + 1);
  }
  return reports;
}

function sourcesByUnit(
  sources: readonly RegisteredSource[],
  { unitsByCode }: Gazetteer,
): Map<Unit, RegisteredSource[]> {
  const found = new Map<Unit, RegisteredSource[]>();
  for (const source of sources)
    for (const unit of unitsByCode.get(source.division) ?? [])
      if (unit.rows.at(-1)?.code === source.division) found.set(unit, [...(found.get(unit) ?? []), source]);
  return found;
}

/** Of a place without a report: the best that is known of any of its sources. */
function missing(
  sources: readonly RegisteredSource[],
  year: number,
  outcomes: ReadonlyMap<string, SourceOutcome>,
): Coverage {
  const states = sources
    .filter(({ years: { from, to } }) => from <= year && year <= (to ?? year))
    .map(({ id }) => stateOf(outcomes.get(id)));
  return COVERAGES.find((status) => states.includes(status)) ?? 'not_collected';
}

/** Read, and nothing there, or not as many as expected: not the fault of a connection. */
const READ: ReadonlySet<string | null> = new Set(['no_reports', 'too_few', 'too_many']);

function stateOf(last: SourceOutcome | undefined): Coverage {
  if (!last || last.cause === 'crashed') return 'not_collected';
  if (last.outcome === 'done') return 'not_found';
  // Some addresses failed: the report may lie at one of them.
  if (last.outcome === 'failed' && READ.has(last.cause)) return 'not_found';
  return 'unreachable';
}
