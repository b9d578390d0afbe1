import { createHash } from 'node:crypto';
import type { PreparedReport } from './prepare-report.ts';
import type { ReleaseTable, Row } from './release-table.ts';

/** What a format must know of a column before its first row is written. */
export interface ColumnFacts {
  /** Longest text, in bytes of UTF-8. */
  maxBytes: number;
  /** Every number is whole and fits in the 32-bit integers of Stata. */
  integral: boolean;
}

export interface TableFacts {
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  /** Of the rows, in their order. */
  readonly sha256: string;
}

export interface VariableCounts {
  readonly withValue: number;
  readonly byStatus: ReadonlyMap<string, number>;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** The largest value of a Stata long that is not a missing value (dta 118, "Missing values"). */
export const MOST_STATA_LONG = 2_147_483_620;

/** Measures the rows of a table as they pass. */
export function surveyTable({ columns }: ReleaseTable): {
  readonly add: (rows: readonly Row[]) => void;
  readonly facts: () => TableFacts;
} {
  const hash = createHash('sha256');
  const found: ColumnFacts[] = columns.map(() => ({ maxBytes: 0, integral: true }));
  let count = 0;
  return {
    add: (rows) => {
      if (rows.length === 0) return;
      hash.update(JSON.stringify(rows)).update('\n');
      count += rows.length;
      for (const row of rows) measure(row, found);
    },
    facts: () => ({ rows: count, columns: found, sha256: hash.digest('hex') }),
  };
}

function measure(row: Row, found: readonly ColumnFacts[]): void {
  for (let at = 0; at < row.length; at++) {
    const value = row[at];
    const facts = found[at];
    if (value === null || value === undefined || !facts) continue;
    if (typeof value === 'string') {
      if (value.length * 3 > facts.maxBytes)
        facts.maxBytes = Math.max(facts.maxBytes, Buffer.byteLength(value));
    } else if (!Number.isInteger(value) || Math.abs(value) > MOST_STATA_LONG) facts.integral = false;
  }
}

interface Tally {
  withValue: number;
  byStatus: Map<string, number>;
  firstYear: number | null;
  lastYear: number | null;
}

/** Figures of one year, for the gates and the pages: null is a report whose year is not known. */
export interface YearCounts {
  reports: number;
  divisions: Set<string>;
  byStatus: Map<string, number>;
  /** Variable → cells, and cells that are `reported`. */
  fill: Map<string, { cells: number; reported: number }>;
}

export interface Counts {
  readonly variables: Map<string, Tally>;
  readonly years: Map<number | null, YearCounts>;
  /** Findings by rule, of reports in force. */
  readonly rules: Map<string, number>;
  /** Versions in force that are reports. */
  reports: number;
}

export const newCounts = (): Counts => ({
  variables: new Map(),
  years: new Map(),
  rules: new Map(),
  reports: 0,
});

/** Counts a report's cells and findings; superseded versions and what is no report count for the variables only. */
export function countReport(counts: Counts, prepared: PreparedReport): void {
  const { report, cells, derived, findings } = prepared;
  for (const { variable, status, value } of cells) tally(counts, variable, status, value, report.year);
  for (const { variable, status, value } of derived)
    if (status !== 'not_in_form') tally(counts, variable.name, status, value, report.year);
  if (report.current !== 1 || report.form === null) return;
  counts.reports++;
  const year = yearOf(counts, report.year);
  year.reports++;
  if (report.division !== null) year.divisions.add(report.division);
  for (const { variable, status } of cells) {
    raise(year.byStatus, status);
    const fill = year.fill.get(variable) ?? { cells: 0, reported: 0 };
    fill.cells++;
    if (status === 'reported') fill.reported++;
    year.fill.set(variable, fill);
  }
  for (const { rule } of findings) raise(counts.rules, rule);
}

function tally(
  counts: Counts,
  variable: string,
  status: string,
  value: number | null,
  year: number | null,
): void {
  const known = counts.variables.get(variable) ?? {
    withValue: 0,
    byStatus: new Map(),
    firstYear: null,
    lastYear: null,
  };
  counts.variables.set(variable, known);
  raise(known.byStatus, status);
  if (value === null) return;
  known.withValue++;
  if (year === null) return;
  known.firstYear = Math.min(known.firstYear ?? year, year);
  known.lastYear = Math.max(known.lastYear ?? year, year);
}

function yearOf(counts: Counts, year: number | null): YearCounts {
  const known = counts.years.get(year) ?? {
    reports: 0,
    divisions: new Set(),
    byStatus: new Map(),
    fill: new Map(),
  };
  counts.years.set(year, known);
  return known;
}

const raise = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
