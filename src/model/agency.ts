/** What tells the reports of one body over the years from those of others in the same place. */
export interface AgencyOfYear {
  readonly division: string | null;
  readonly agency: string | null;
  readonly place: string | null;
  readonly year: number | null;
}

/**
 * A body's name for comparison within its division: without its place, with one word for a government.
 * 双辽市人民政府办公室, 双辽市政府办公室 → 政府办公室; 双辽市, 双辽市人民政府 → 政府; 吉林省双辽市教育局 → 教育局.
 * Equal keys in one division are one body.
 */
export function agencyKey(agency: string, place: string | null): string {
  const compact = agency.normalize('NFKC').replace(/\s+/g, '');
  const at = place ? compact.lastIndexOf(place) : -1;
  const own = at < 0 ? compact : compact.slice(at + (place ?? '').length);
  return own.replace(/人民政府|行政公署/g, '政府') || '政府';
}

/** Names under which the body as a whole reports; its office may report for it, or for itself alone. */
const OFFICE = /(?<=政府)(?:办公室|办公厅)$/;

/**
 * Under what a body's reports of all years are found: the office of a government falls together with the government,
 * since one year's report may be headed by the one and the next by the other. Only an equal `agencyKey` says for sure
 * that two of them are of one body. null: who reports about which year is not known.
 */
export function seriesKey({ division, agency, place, year }: AgencyOfYear): string | null {
  if (!division || !agency || year === null) return null;
  return `${division}|${agencyKey(agency, place).replace(OFFICE, '')}`;
}

/** True for the report of a whole government, which counts those of its departments. */
export const isWholeGovernment = (agency: string, place: string | null): boolean =>
  agencyKey(agency, place) === '政府';
