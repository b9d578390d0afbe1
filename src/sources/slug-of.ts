/** Words of addresses that name a column or a kind of page, not an agency. */
const COLUMN_WORDS =
  /xxgk|zwgk|nb(?:n|nian)?$|ndbg|nianbao|^(?:art|col|content|info|public|column|openness|show|index|list|html?|site|module|gkmlpt|zfxx\w*|gk|bm|bmzl|zcbm|zfgz|xzbm|xzjd|jdbsc|zwxx|opennessannualreport)$/i;

/** A county's pages name many agencies by letters like `styjrswj`; shorter ones are columns, longer ones sentences. */
const AGENCY_WORD = /^[a-z]{2,24}$/;

/**
 * A short word for an agency out of an address: its folder's name, else that of its host.
 *
 * @returns small letters and digits; null when the address has nothing that names an agency
 * @example slugOf('http://js.changchun.gov.cn/zcbm/styjrswj/ndbg/202401/t20240115_3271106.html') // 'styjrswj'
 */
export function slugOf(address: string): string | null {
  const { hostname, pathname } = new URL(address);
  const folders = pathname.split('/').slice(0, -1);
  const words = folders.map((folder) => folder.toLowerCase().replace(/_\w+$/, ''));
  const named = words.filter((word) => AGENCY_WORD.test(word) && !COLUMN_WORDS.test(word)).at(-1);
  if (named !== undefined) return named;
  const [label = '', ...domain] = hostname.split('.');
  return domain.length >= 3 && label !== 'www' && AGENCY_WORD.test(label) ? label : null;
}
