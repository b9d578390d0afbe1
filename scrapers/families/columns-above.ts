import { isReportAddress } from '../discover-reports.ts';

/**
 * Addresses of the column that an article lies in, and of those above it that are columns of reports too: the year
 * first, then the list of all years. Empty when the address does not end as the system's articles do.
 * @param article The end of an article's address, from its column's folder on.
 * @param page The name of a column's page; by default the folder itself.
 */
export function columnsAbove(url: string, article: RegExp, page = ''): readonly string[] {
  const column = url.replace(article, '');
  if (column === url || !column.endsWith('/')) return [];
  const above: string[] = [column];
  for (let up = parentOf(column); up !== null && isReportAddress(up); up = parentOf(up)) above.push(up);
  return above.map((folder) => folder + page);
}

/** The folder above; null at the root of a host. */
function parentOf(folder: string): string | null {
  const up = folder.replace(/[^/]+\/$/, '');
  return /^https?:\/\/[^/]+\/$/.test(up) || up === folder ? null : up;
}
