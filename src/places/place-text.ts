/** Pure readings of what stands around a place's name: towns, zones, names that no list has. */

/** One line of text without full-width forms; letters set apart for looks (云 县 人 民 政 府) are joined. */
export function tidyEvidence(text: string): string {
  const line = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return /(?:\p{Script=Han} ){3}/u.test(line)
    ? line.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    : line;
}

const TOWN =
  /(\p{Script=Han}{1,12}?(?:镇|乡|苏木|街道办事处|街道办|街道|地区办事处|办事处))(?=$|人民政府|政府|党|机关|综合|便民|财政所|司法所|[\d\s年(),.;:、<《》>])/u;
const NOT_A_TOWN = /(?:乡镇|城乡|镇街)$|^(?:城镇|村镇|各镇|各乡)$|驻.*办事处$/;

/** The town, township or subdistrict that a text names after its county: 田黄镇 of 邹城市田黄镇人民政府. */
export function townAfter(rest: string): string | undefined {
  const found = TOWN.exec(rest)?.[1];
  return found && !NOT_A_TOWN.test(found) ? found : undefined;
}

const ZONE =
  /^.{0,14}?(?:开发区|高新区|高新技术产业|经开区|产业园|工业园|科技园|园区|新区|示范区|试验区|保税区|度假区|管理区|风景区|名胜区|合作区|集聚区|管委会|管理委员会|自由贸易)/u;

/** Whether what follows a place is a functional zone, which has no code in GB/T 2260. */
export function zoneFollows(rest: string): boolean {
  return ZONE.test(rest);
}

const UNKNOWN_PLACE = /^(\p{Script=Han}{1,7}?(?:自治县|县|区|市|旗))(?=(.?))/u;
const ORDINARY =
  /(?:城市|都市|超市|各市|各县|市县|区县|县区|全市|全县|全区|本市|本县|本区|辖区|地区|社区|校区|片区|分区|军区|灾区|库区|林区|景区|港区|园区|新区|开发区|高新区|经开区|示范区|试验区|保税区|度假区|管理区|风景区|名胜区|合作区|集聚区|功能区|工业区|产业区|商务区|物流区|市区|城区|郊区|自治区)$/;
const OFFICE_INSIDE = /[局委办厅院部处会站所队校行司馆室]|中心|政府|机关|公司/;

/**
 * A name of a county's kind that no list has, right after a city or province: the report is that county's, so
 * the city's code would be wrong.
 */
export function unknownPlaceAfter(rest: string): string | undefined {
  const found = UNKNOWN_PLACE.exec(rest.trimStart());
  const name = found?.[1];
  if (!name || ORDINARY.test(name) || OFFICE_INSIDE.test(name)) return undefined;
  return /[场政民容域]/.test(found[2] ?? '') && name.endsWith('市') && found[2] !== '政' && found[2] !== '民'
    ? undefined
    : name;
}

const BARE_KIND = /^(?:某|本|我)?(省|自治区|州|市|区|县|旗)(?!场|政[^府]|民[^政]|容|域|块|划|情|志)/;

/** The kind of place an agency without a name belongs to: 区 of 区审计局, 市 of 市司法局. */
export function bareKind(agency: string): string | undefined {
  return BARE_KIND.exec(agency)?.[1];
}
