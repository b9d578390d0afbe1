import { prefixRange } from '../filters.ts';
import { REPORT_COLUMNS, type ReportFilter } from './report-filter.ts';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const LISTS = ['form', 'level', 'checks'] as const;

/** The conditions of a filter on a report `r`. */
export function reportConditions(filter: ReportFilter): Condition {
  const parts: [sql: string, ...parameters: unknown[]][] = [];
  const { place, year = [], agency, versions = false } = filter;
  if (!versions) parts.push(['r.current = 1']);
  if (place) parts.push(['r.division >= ? AND r.division < ?', ...prefixRange(place)]);
  if (year.length > 0) parts.push(yearCondition(year));
  for (const name of LISTS) {
    const list = filter[name] ?? [];
    if (list.length > 0)
      parts.push([`${REPORT_COLUMNS[name]} IN (SELECT value FROM json_each(?))`, JSON.stringify(list)]);
  }
  if (agency) parts.push(['instr(r.agency, ?) > 0', agency]);
  return {
    sql: parts.length === 0 ? 'true' : parts.map(([sql]) => sql).join(' AND '),
    parameters: parts.flatMap(([, ...parameters]) => parameters),
  };
}

/** On the column itself, so that the index is used. */
function yearCondition(years: readonly number[]): [sql: string, ...parameters: unknown[]] {
  const known = ['r.year IN (SELECT value FROM json_each(?))', JSON.stringify(years)] as const;
  return years.includes(0) ? [`(${known[0]} OR r.year IS NULL)`, known[1]] : [...known];
}
