import { isInForce, levelOfCode } from './division.ts';
import type { Gazetteer, NameEntry } from './gazetteer.ts';
import { contains, namesAt } from './gazetteer.ts';

/** A place's name in a text, with every place it can mean in the year. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly entries: readonly NameEntry[];
}

/** A name that went out of force is still printed for about this long. */
const RECENT_YEARS = 2;

/** 简称 in front of an office or a year is the place; in front of 路 or 镇 it is a road or a town named after one. */
const OFFICE_OR_YEAR = /^(?:人民政府|政府|党政|公安|分局|门户|[（(]?[\d〇二])/;
const BRANCH = /^(?:公安)?(?:分局|分公司|分中心|分院)/;
/** A zone named after its county lies in it; a 新区 named after one often does not (北戴河新区 is not 北戴河区). */
const ZONE_OF_NAMESAKE =
  /^(?:国家级?|省级)?(?:经济|高新|工业|产业|科技|农业科技|现代|综合保税|开发区|循环|示范区|园区|管委会|管理委员会)(?!.{0,12}新区)/;
const ROAD_OR_TOWN = /^(?:路|街|大道|镇|乡|村|社区|苏木|岛|半岛|大学|学院|军区|时间|银行|新区)/;

/** A school is named after the place it stands in, and is not that place's: 安徽农业大学, 合肥师范学院. */
const SCHOOL = /^(?:(?![局委厅办部处府市县区])\p{Script=Han}){0,10}?(?:大学(?!城)|学院)/u;

/** Words after which a sentence begins to name its place. */
const LEAD_IN =
  /(?:[^\p{Script=Han}]|[于年度驻原由为在对和与及向本省市州盟县区旗局院司会委]|银行|公布|发布|编制|中国|中共)$/u;
const TITLE_LEAD_IN = /(?:[^\p{Script=Han}]|年|年度|关于|中国|中共)$/u;

/** State bodies that name each of their offices after the place it stands in: 国家税务总局沛县税务局. */
const STATE_BODY = /(?:国家税务总局|国家统计局|人民银行)$/u;
const LONGEST_BODY = 8;

/** Names that other words put together by chance: 云县 of 青云县, 和县 of 市和县, 政和县 of 行政和县级. */
const FOUND_IN_WORDS = /^(?:..|.?和.)$/;

/** 南海区域, 上海市场监管: the last character belongs to the next word. */
const CUT_SHORT: Readonly<Record<string, RegExp>> = {
  区: /^[域划块间位别]/,
  县: /^域/,
  市: /^[场域]/,
  旗: /^[舰帜]/,
  省: /^略/,
};

/**
 * The places a text names, from left to right, the longest name first: 北河区 never gives 河区.
 * Walks the text once with an index by first two characters, so its cost does not grow with the gazetteer.
 *
 * @param text - one line, see tidyEvidence
 */
export function scanPlaces(text: string, year: number, gazetteer: Gazetteer): Mention[] {
  const mentions: Mention[] = [];
  for (let start = 0; start + 1 < text.length; ) {
    const mention = mentionAt(text, start, mentions, year, gazetteer);
    if (mention && mention.entries.length > 0) mentions.push(mention);
    start = mention ? mention.end : start + 1;
  }
  return mentions;
}

function mentionAt(
  text: string,
  start: number,
  before: readonly Mention[],
  year: number,
  gazetteer: Gazetteer,
): Mention | undefined {
  for (const name of namesAt(text, start, gazetteer)) {
    const known = gazetteer.names.get(name) ?? [];
    const end = start + name.length;
    if (known.length === 0) return { start, end, name, entries: [] };
    const current = entriesOfYear(known, year);
    const official = officialEntries(current, text, start, end, before);
    if (official.length > 0) return sharedCity({ start, end, name, entries: official }, text, gazetteer);
    const stems = stemEntries(current, text, start, end, before, gazetteer);
    if (stems.length > 0) return { start, end, name, entries: stems };
  }
  return undefined;
}

/**
 * Among places of one name, those that had it at the end of the year; a place that lost it in the last years
 * stays beside them unless it lies in, or around, the one that has it now (毕节市 the county in 毕节市 the city).
 * If none had it, all places that ever did.
 */
export function entriesOfYear(entries: readonly NameEntry[], year: number): readonly NameEntry[] {
  const current = entries.filter((entry) => isInForce(entry.row, year));
  if (current.length === 0 || current.length === entries.length) return entries;
  const recent = entries.filter(
    ({ row, unit }) =>
      row.lastYear !== null &&
      row.lastYear < year &&
      year - row.lastYear <= RECENT_YEARS &&
      !current.some((entry) => contains(entry.unit, unit) || contains(unit, entry.unit)),
  );
  return [...current, ...recent];
}

function officialEntries(
  entries: readonly NameEntry[],
  text: string,
  start: number,
  end: number,
  before: readonly Mention[],
): readonly NameEntry[] {
  const last = text.charAt(end - 1);
  if (CUT_SHORT[last]?.test(text.slice(end, end + 1))) return [];
  const found = [];
  for (const entry of entries) {
    if (entry.kind === 'stem') continue;
    if (entry.generic) {
      const beside = previousWithin(text, start, before);
      const ofBranch =
        BRANCH.test(text.slice(end, end + 6)) && before.some((each) => mayContain(each, entry));
      if (start === 0 || ofBranch || (beside && mayContain(beside, entry))) found.push(entry);
    } else if (standsApart(entry, text, start, end, before)) found.push(entry);
  }
  return found;
}

/** 云县, 和县 and 西山区 are found inside other words (白云县, 市和县人民政府, 湘西山区); longer names are not. */
function standsApart(
  entry: NameEntry,
  text: string,
  start: number,
  end: number,
  before: readonly Mention[],
): boolean {
  const name = text.slice(start, end);
  const inOtherWords = FOUND_IN_WORDS.test(name);
  if (entry.kind === 'full' && !inOtherWords && !/^..区$/.test(name)) return true;
  return isLeading(text, start, before, inOtherWords ? TITLE_LEAD_IN : LEAD_IN);
}

/** At the beginning, right after another place, or after a word that leads in or whose office is named. */
function isLeading(text: string, start: number, before: readonly Mention[], leadIn: RegExp): boolean {
  if (start === 0 || previousWithin(text, start, before)) return true;
  const printed = text.slice(Math.max(0, start - LONGEST_BODY), start);
  return leadIn.test(printed.slice(-2)) || STATE_BODY.test(printed);
}

function previousWithin(text: string, start: number, before: readonly Mention[]): Mention | undefined {
  const previous = before.at(-1);
  return previous && text.slice(previous.end, start).trim() === '' ? previous : undefined;
}

function mayContain(mention: Mention, entry: NameEntry): boolean {
  return mention.entries.some(({ unit }) => unit !== entry.unit && contains(unit, entry.unit));
}

/** A bare stem counts only where nothing but a place can stand. */
function stemEntries(
  entries: readonly NameEntry[],
  text: string,
  start: number,
  end: number,
  before: readonly Mention[],
  gazetteer: Gazetteer,
): readonly NameEntry[] {
  const stems = entries.filter((entry) => entry.kind === 'stem');
  if (stems.length === 0) return [];
  const after = text.slice(end, end + 24);
  const isNamesake = ROAD_OR_TOWN.test(after) || SCHOOL.test(after);
  if (isNamesake && !fullNameStarts(text, end, gazetteer)) return [];
  if (isOfOtherPlace(text.slice(start, end), after, gazetteer)) return [];
  const beside = previousWithin(text, start, before);
  const inside = stems.filter((entry) =>
    beside ? mayContain(beside, entry) : before.some((mention) => mayContain(mention, entry)),
  );
  const counties = stems.every((entry) => levelOfCode(entry.row.code) === 'county');
  if (BRANCH.test(after) && inside.length > 0) return inside;
  if (beside) {
    if (!counties)
      return inside.filter((entry) => levelOfCode(entry.row.code) === 'prefecture' || endsPlace(after));
    return endsPlace(after) ? inside : [];
  }
  if (!isLeading(text, start, [], TITLE_LEAD_IN)) return [];
  return counties && !endsPlace(after) ? [] : stems;
}

/** 沈阳县 is no name of 沈阳市: with its kind the stem is the name of a place that no list has. */
function isOfOtherPlace(stem: string, after: string, { names }: Gazetteer): boolean {
  const kind = /^(?:自治县|县|区|市|旗)/.exec(after)?.[0];
  if (!kind || names.has(stem + kind)) return false;
  const next = after.slice(kind.length);
  return !CUT_SHORT[kind]?.test(next) && !/^[县区市旗级内]/.test(next);
}

function endsPlace(after: string): boolean {
  return after === '' || /^\s/.test(after) || OFFICE_OR_YEAR.test(after) || ZONE_OF_NAMESAKE.test(after);
}

function fullNameStarts(text: string, start: number, gazetteer: Gazetteer): boolean {
  return namesAt(text, start, gazetteer).some((name) =>
    gazetteer.names.get(name)?.some((entry) => entry.kind === 'full'),
  );
}

/** 济宁市中区 is 济宁 and 市中区: the 市 belongs to the district when the district is that city's. */
function sharedCity(mention: Mention, text: string, gazetteer: Gazetteer): Mention {
  if (!mention.name.endsWith('市')) return mention;
  const district = gazetteer.names.get(text.slice(mention.end - 1, mention.end + 2)) ?? [];
  const shared = district.some((entry) => entry.kind === 'full' && mayContain(mention, entry));
  return shared ? { ...mention, end: mention.end - 1, name: mention.name.slice(0, -1) } : mention;
}
