import type { FetchRequest } from '../../src/model/exchange.ts';
import { sortLinks, speaksOfReports } from '../discover-reports.ts';
import type { ListReading, Page, ReportLink } from './family.ts';

/**
 * Reads the entries of an answer to a list's script. Unlike a page it has no name that says what list it is of: where
 * at least half of its titles speak of reports, the others are taken to go without saying.
 */
export function readEntries(
  { url }: Page,
  entries: readonly ReportLink[],
  pages: readonly FetchRequest[] = [],
  total: number | null = null,
): ListReading {
  const speaking = entries.filter(({ title }) => speaksOfReports(title)).length;
  const { reports, lists, leftOut } = sortLinks(entries, { url, inReports: speaking * 2 >= entries.length });
  return { reports, more: [...pages, ...lists.map((list) => ({ url: list.url }))], total, leftOut };
}

/** How the script of a list's page introduces itself. */
export const scriptHeaders = (listUrl: string): Readonly<Record<string, string>> => ({
  referer: listUrl,
  'x-requested-with': 'XMLHttpRequest',
});

/** The list's page whose script asked for an answer. */
export const refererOf = ({ url, request }: Page): string => request?.headers?.['referer'] ?? url;
