/** A second name in brackets at the end (加挂牌子), not what tells a report of a body alone from one that sums up others. */
const SECOND_NAME = /(?:\((?![^()]*(?:本级|汇总))[^()]*\))+$/;
/** Another body's name: 四平市公安局 of 四平市公安局双辽市分局. What names no body is a superior place, or a slip. */
const BODY = /[局委办厅院署]|中心|公司|政府/;
/** In front of a place that is not written by its whole name: 湖北省恩施州. */
const PROVINCE = /^\p{Script=Han}{2,6}?(?:省|自治区)(?=.)/u;

/**
 * A body's name for comparison within its division: without its place and the superior places before that, with one
 * word for a government. 双辽市人民政府办公室, 双辽市政府办公室 → 政府办公室; 双辽市, 双辽市人民政府 → 政府;
 * 吉林省双辽市教育局 → 教育局. Equal keys in one division are one body.
 */
export function agencyKey(agency: string, place: string | null): string {
  const printed = `${place ?? ''}\n${agency}`;
  const known = keys.get(printed);
  if (known !== undefined) return known;
  const key = keyOf(agency, place);
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(printed, key);
  return key;
}

/** Each report is compared with the other years and versions of its body: the same few names come again and again. */
const keys = new Map<string, string>();
const MOST_KEYS = 2000;

function keyOf(agency: string, place: string | null): string {
  const whole = agency.normalize('NFKC').replace(/\s+/g, '');
  const compact = whole.replace(SECOND_NAME, '') || whole;
  let at = place ? compact.lastIndexOf(place) : -1;
  while (at > 0 && place && BODY.test(compact.slice(0, at))) at = compact.lastIndexOf(place, at - 1);
  const isNamed = at >= 0 && !BODY.test(compact.slice(0, at));
  const own = isNamed ? compact.slice(at + (place ?? '').length) : compact.replace(PROVINCE, '');
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
