/** A second name in brackets at the end (加挂牌子). */
const SECOND_NAME = /(?:\([^()]*\))+$/;
/** Another body's name: 四平市公安局 of 四平市公安局双辽市分局. What names no body is a superior place, or a slip. */
const BODY = /[局委办厅院署]|中心|公司|政府/;

/**
 * A body's name for comparison within its division: without its place and the superior places before that, with one
 * word for a government. 双辽市人民政府办公室, 双辽市政府办公室 → 政府办公室; 双辽市, 双辽市人民政府 → 政府;
 * 吉林省双辽市教育局 → 教育局. Equal keys in one division are one body.
 */
export function agencyKey(agency: string, place: string | null): string {
  const whole = agency.normalize('NFKC').replace(/\s+/g, '');
  const compact = whole.replace(SECOND_NAME, '') || whole;
  let at = place ? compact.lastIndexOf(place) : -1;
  while (at > 0 && place && BODY.test(compact.slice(0, at))) at = compact.lastIndexOf(place, at - 1);
  const own = at < 0 || BODY.test(compact.slice(0, at)) ? compact : compact.slice(at + (place ?? '').length);
  return own.replace(/人民政府|行政公署/g, '政府') || '政府';
}

/** True for the report of a whole government, which counts those of its departments. */
export const isWholeGovernment = (agency: string, place: string | null): boolean =>
  agencyKey(agency, place) === '政府';

interface Named {
  readonly agency: string | null;
  readonly place: string | null;
}

/** Whether two reports of one division are of the same body for sure: their names differ at most in how they are written. */
export const isSameBody = (a: Named, b: Named): boolean =>
  agencyKey(a.agency ?? '', a.place) === agencyKey(b.agency ?? '', b.place);
