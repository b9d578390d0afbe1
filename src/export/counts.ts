import { CELL_STATUSES } from '../model/status.ts';
import type { ListedReport } from '../store/release/list-stored.ts';
import { isInForce, TALLIED, type Tally } from './parts/tally.ts';

export interface VariableCounts {
  readonly withValue: number;
  readonly byStatus: ReadonlyMap<string, number>;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Smallest and largest value used; null when there is none. */
  readonly least: number | null;
  readonly most: number | null;
  /** Of reports in force whose year is known, by year: rows, and those that have a value. */
  readonly byYear: ReadonlyMap<number, { readonly rows: number; readonly withValue: number }>;
}

/** Figures of one year, for the gates and the pages: null is a report whose year is not known. */
export interface YearCounts {
  readonly reports: number;
  readonly divisions: ReadonlySet<string>;
  readonly byStatus: ReadonlyMap<string, number>;
  /** Variable → cells, and cells that are `reported`. */
  readonly fill: ReadonlyMap<string, { readonly cells: number; readonly reported: number }>;
}

/** Of all reports by variable; of those in force by year and rule. */
export interface Counts {
  readonly variables: ReadonlyMap<string, VariableCounts>;
  readonly years: ReadonlyMap<number | null, YearCounts>;
  /** Findings by rule, of reports in force. */
  readonly rules: ReadonlyMap<string, number>;
  /** Versions in force that are reports. */
  readonly reports: number;
}

interface YearTally extends Tally {
  readonly year: number | null;
}

/** Adds up what was counted part by part; superseded versions and what is no report count for the variables only. */
export function addUp(listed: readonly ListedReport[], parts: readonly YearTally[]): Counts {
  const inForce = listed.filter(isInForce);
  const years = [...new Set(inForce.map(({ year }) => year))];
  return {
    variables: countVariables(parts),
    years: new Map(
      years.map((year) => [
        year,
        countYear(
          inForce.filter((report) => report.year === year),
          parts.filter((part) => part.year === year),
        ),
      ]),
    ),
    rules: addMaps(parts.map(({ rules }) => rules)),
    reports: inForce.length,
  };
}

interface Gathered {
  readonly all: number[];
  readonly byYear: Map<number, { rows: number; withValue: number }>;
  readonly years: number[];
  withValue: number;
  least: number;
  most: number;
}

function countVariables(parts: readonly YearTally[]): Map<string, VariableCounts> {
  const found = new Map<string, Gathered>();
  for (const { year, variables } of parts)
    for (const [name, tally] of variables) {
      const known: Gathered = found.get(name) ?? {
        ...{ all: TALLIED.map(() => 0), byYear: new Map(), years: [], withValue: 0 },
        ...{ least: tally.least, most: tally.most },
      };
      found.set(name, known);
      tally.all.forEach((count, at) => {
        known.all[at] = (known.all[at] ?? 0) + count;
      });
      known.withValue += tally.withValue;
      known.least = Math.min(known.least, tally.least);
      known.most = Math.max(known.most, tally.most);
      if (year === null) continue;
      if (tally.withValue > 0) known.years.push(year);
      const rows = tally.inForce.reduce((sum, count) => sum + count, 0);
      const ofYear = known.byYear.get(year) ?? { rows: 0, withValue: 0 };
      if (rows > 0)
        known.byYear.set(year, {
          rows: ofYear.rows + rows,
          withValue: ofYear.withValue + tally.inForceWithValue,
        });
    }
  return new Map([...found].map(([name, gathered]) => [name, toCounts(gathered)]));
}

const toCounts = ({ all, byYear, years, withValue, least, most }: Gathered): VariableCounts => ({
  withValue,
  byStatus: new Map(TALLIED.map((status, at) => [status, all[at] ?? 0] as const).filter(([, n]) => n > 0)),
  firstYear: years.length === 0 ? null : Math.min(...years),
  lastYear: years.length === 0 ? null : Math.max(...years),
  ...{ least: withValue === 0 ? null : least, most: withValue === 0 ? null : most },
  byYear: new Map([...byYear].sort(([a], [b]) => a - b)),
});

const REPORTED = TALLIED.indexOf('reported');

/** Cells are of the printed variables alone. */
function countYear(reports: readonly ListedReport[], parts: readonly Tally[]): YearCounts {
  const byStatus = new Map<string, number>();
  const fill = new Map<string, { cells: number; reported: number }>();
  for (const { variables } of parts)
    for (const [name, { inForce }] of variables) {
      const cells = CELL_STATUSES.reduce((sum, _, at) => sum + (inForce[at] ?? 0), 0);
      if (cells === 0) continue;
      CELL_STATUSES.forEach((status, at) => {
        if (inForce[at]) byStatus.set(status, (byStatus.get(status) ?? 0) + inForce[at]);
      });
      const known = fill.get(name) ?? { cells: 0, reported: 0 };
      fill.set(name, { cells: known.cells + cells, reported: known.reported + (inForce[REPORTED] ?? 0) });
    }
  const divisions = reports.map(({ division }) => division).filter((division) => division !== null);
  return { reports: reports.length, divisions: new Set(divisions), byStatus, fill };
}

function addMaps(maps: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const map of maps) for (const [key, count] of map) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}
