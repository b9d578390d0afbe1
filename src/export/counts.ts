import { CELL_STATUSES } from '../model/status.ts';
import type { ListedReport } from '../store/release/list-stored.ts';
import { isInForce, TALLIED, type Tally } from './parts/tally.ts';

export interface VariableCounts {
  readonly withValue: number;
  readonly byStatus: ReadonlyMap<string, number>;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
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

function countVariables(parts: readonly YearTally[]): Map<string, VariableCounts> {
  const found = new Map<string, { all: number[]; withValue: number; years: number[] }>();
  for (const { year, variables } of parts)
    for (const [name, { all, withValue }] of variables) {
      const known = found.get(name) ?? { all: TALLIED.map(() => 0), withValue: 0, years: [] };
      found.set(name, known);
      all.forEach((count, at) => {
        known.all[at] = (known.all[at] ?? 0) + count;
      });
      known.withValue += withValue;
      if (withValue > 0 && year !== null) known.years.push(year);
    }
  return new Map(
    [...found].map(([name, { all, withValue, years }]) => [
      name,
      {
        withValue,
        byStatus: new Map(
          TALLIED.map((status, at) => [status, all[at] ?? 0] as const).filter(([, n]) => n > 0),
        ),
        firstYear: years.length === 0 ? null : Math.min(...years),
        lastYear: years.length === 0 ? null : Math.max(...years),
      },
    ]),
  );
}

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
