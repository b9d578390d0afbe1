import { agencyKey } from '../model/agency.ts';
import { seriesKey } from '../places/series-key.ts';
import type { ListedReport } from '../store/release/list-stored.ts';

/**
 * Numbers the versions of what a body reports about a year, as they were published; the version in force is the last.
 * All of them are in a release: a county that revises a report changes the past of whoever used it.
 *
 * @returns number of the report in the database → from 1
 */
export function numberVintages(listed: readonly ListedReport[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  for (const versions of versionsOf(listed))
    versions.toSorted(byTime).forEach(({ id }, index) => {
      numbers.set(id, index + 1);
    });
  return numbers;
}

/** The documents in which one body reports about one year; those whose body or year is not known are not among them. */
export function versionsOf(listed: readonly ListedReport[]): ListedReport[][] {
  const versions = new Map<string, ListedReport[]>();
  for (const report of listed) {
    const series = seriesKey(report);
    if (series === null) continue;
    const key = JSON.stringify([series, agencyKey(report.agency ?? '', report.place), report.year]);
    const known = versions.get(key);
    if (known) known.push(report);
    else versions.set(key, [report]);
  }
  return [...versions.values()];
}

/** A day that is not known stands before all others, as where the version in force is chosen. */
const byTime = (a: ListedReport, b: ListedReport): number =>
  a.current - b.current ||
  compare(a.published ?? '', b.published ?? '') ||
  compare(Buffer.from(a.sha256).toString('hex'), Buffer.from(b.sha256).toString('hex'));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
