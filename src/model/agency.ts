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

/** True for the report of a whole government, which counts those of its departments. */
export const isWholeGovernment = (agency: string, place: string | null): boolean =>
  agencyKey(agency, place) === '政府';
