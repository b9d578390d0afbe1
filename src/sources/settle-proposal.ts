import type { Source } from '../model/source-entry.ts';
import type { SourceCheck } from './check-source.ts';
import { isoDayInChina } from './due-year.ts';

/** Room for the reports of years to come, and for a second report a year. */
const GROWTH = 2;
const FEWEST_MAX = 20;

/**
 * A proposed entry after its addresses were tried: lists that gave no report are left out, the expected numbers and
 * years follow from what was found. Unchanged when nothing was found.
 *
 * @param now - when the check was made; the day in China is what is noted
 */
export function settleProposal(source: Source, check: SourceCheck, now: Date): Source {
  const count = check.found.length;
  if (count === 0) return source;
  const gave = new Set(check.addresses.filter(({ reports }) => reports.length > 0).map(({ url }) => url));
  const lists = source.lists.filter((list) => gave.has(list));
  const listed = new Set(
    check.addresses.flatMap(({ kind, reports }) => (kind === 'page' ? [] : reports.map(({ url }) => url))),
  );
  const isOpen = listed.size > 0;
  const years = check.found.flatMap(({ title }) => yearsIn(title));
  const from = Math.min(...years, ...(isOpen || years.length === 0 ? [source.years.from] : []));
  return {
    ...source,
    lists,
    // A page that a list leads to would be counted and fetched twice.
    pages: source.pages.filter((page) => !listed.has(page)),
    // Pages alone never give another year: expecting one would be an alarm every night.
    years: isOpen || years.length === 0 ? { ...source.years, from } : { from, to: Math.max(...years) },
    assertions: isOpen
      ? { min: Math.max(1, Math.floor(count / 2)), max: Math.max(FEWEST_MAX, count * GROWTH) }
      : { min: count, max: count },
    checked: isoDayInChina(now),
  };
}

/** Years that a report's title names: 2008 is the first that a report was due for. */
function yearsIn(title: string): number[] {
  return [...title.matchAll(/(?<!\d)20\d{2}(?=\s*年)/g)]
    .map(([year]) => Number(year))
    .filter((year) => year >= 2008);
}
