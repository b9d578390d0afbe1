import type { Family, Page } from '../../scrapers/families/family.ts';
import type { Message } from '../model/finding.ts';
import { type Source, SourceEntry } from '../model/source-entry.ts';
import { findDivision } from '../places/find-division.ts';
import { divisionInYear, type Gazetteer, successorsInYear, unitInYear } from '../places/gazetteer.ts';
import { slugOf } from './slug-of.ts';
import type { PageReading } from './source-reach.ts';

/** What is known of the page that a person pointed at. */
export interface PageFacts {
  readonly page: Page;
  /** The system it was recognised as. */
  readonly family: Family;
  readonly reading: PageReading;
}

/** An entry to be looked at, or why there can be none; each choice with its reason. */
export interface Proposal {
  readonly source: Source | null;
  readonly reasons: readonly Message[];
}

/** The first year of the form that the Regulation of 2019 asks of every agency. */
const FIRST_YEAR = 2019;
/** Until it was seen how many there are: an agency's own reports since 2008. */
const ONE_AGENCY = { min: 1, max: 20 };

/**
 * An entry for the body whose report, or list of reports, a page is. Its lists are those the family deduces: they
 * were not fetched.
 *
 * @param wanted - an identifier in place of the one deduced
 */
export function proposeSource(
  { page, family, reading }: PageFacts,
  gazetteer: Gazetteer,
  wanted: { readonly id?: string } = {},
): Proposal {
  const reasons: Message[] = [because('family', family.id, 'recognised from the page', '由网页认出')];
  const place = placeToday(reading, gazetteer);
  if (!place) return { source: null, reasons: [...reasons, noPlace(reading)] };
  const { zh, en } = reading.divisionReason;
  reasons.push(because('division', `${place.code} ${place.name}`, en, zh));

  const name = nameOf(reading, place, gazetteer);
  const id = wanted.id ?? idOf(name, place, page.url);
  if (id === null) return { source: null, reasons: [...reasons, NO_WORD] };
  const addresses = addressesOf(page, family, reading.year);
  reasons.push(...addresses.reasons);
  const entry = SourceEntry.parse({
    name,
    division: place.code,
    level: reading.level,
    family: family.id,
    ...addresses.fields,
    years: { from: Math.min(reading.year ?? FIRST_YEAR, FIRST_YEAR) },
    assertions: ONE_AGENCY,
    scripts: family.needsScripts,
    checked: null,
  });
  return { source: { id, ...entry }, reasons };
}

interface Place {
  readonly code: string;
  readonly name: string;
}

/** The place under its code of today: a report about 2012 gives the code of 2012. */
function placeToday({ division, year }: PageReading, gazetteer: Gazetteer): Place | undefined {
  if (division === null) return undefined;
  const now = divisionInYear(gazetteer, division, gazetteer.lastYear);
  if (now) return now;
  const units = gazetteer.unitsByCode.get(division) ?? [];
  const unit =
    units.find((each) => year !== null && unitInYear(each, year)?.code === division) ?? units.at(-1);
  const [only, ...others] = unit ? successorsInYear(gazetteer, unit, gazetteer.lastYear) : [];
  return others.length === 0 ? only : undefined;
}

/** The agency with its place in front; a government is its place. */
function nameOf({ agency }: PageReading, place: Place, gazetteer: Gazetteer): string {
  const own = agency?.replace(/(?:^|(?<=[省市县区旗州盟镇乡]))人民政府$/, '') ?? '';
  if (own === '' || place.name.endsWith(own)) return place.name;
  const named = findDivision({ title: own }, gazetteer.lastYear, gazetteer);
  const fits = named.code === place.code || named.candidates.some(({ code }) => code === place.code);
  return fits ? own : place.name + own;
}

function idOf(name: string, { code, name: placeName }: Place, url: string): string | null {
  if (name === placeName) return code;
  const slug = slugOf(url);
  return slug === null ? null : `${code}-${slug}`;
}

/**
 * A list is kept as it is; a report leads to its pattern, or to the lists it likely stands in. A column that prints a
 * report is a list, unless it lists no other or the system has its lists elsewhere.
 */
function addressesOf(
  page: Page,
  family: Family,
  year: number | null,
): { fields: Pick<Source, 'lists' | 'patterns' | 'pages'>; reasons: Message[] } {
  const lists = family.listsFor(page.url).filter((list) => list !== page.url);
  const listed = family.readList(page).reports.length;
  const isOnlyReport =
    family.readArticle(page).isReport &&
    (lists.length > 0 || family.readList(page).reports.every(({ url }) => url === page.url));
  if (listed > 0 && !isOnlyReport) {
    const reasons = [because('lists', page.url, `lists ${listed}`, `列出 ${listed} 份`)];
    return { fields: { lists: [page.url], patterns: [], pages: [] }, reasons };
  }
  const pattern = family.patternFor(page.url);
  if (pattern !== null) {
    const reasons = [because('patterns', pattern, 'one address a year', '每年一个网址')];
    return { fields: { lists: [], patterns: [pattern], pages: [] }, reasons };
  }
  const reasons = [
    ...lists.map((list) => because('lists', list, "deduced from the report's address", '由报告网址推出')),
    because('pages', page.url, yearNote(year).en, yearNote(year).zh),
  ];
  return { fields: { lists, patterns: [], pages: [page.url] }, reasons };
}

const yearNote = (year: number | null): Message =>
  year === null
    ? { zh: '给出的网址', en: 'the address given' }
    : { zh: `给出的网址，${year} 年度报告`, en: `the address given, a report about ${year}` };

function because(field: string, value: string, en: string, zh: string = en): Message {
  return { zh: `${field} ${value}：${zh}`, en: `${field} ${value}: ${en}` };
}

const noPlace = ({ divisionReason }: PageReading): Message => ({
  zh: `看不出是哪个地方的报告：${divisionReason.zh || '页面中没有地名，请改给其中一份报告的网址'}`,
  en: `it is not certain whose report this is: ${divisionReason.en || 'the page names no place; give the address of one of its reports'}`,
});

const NO_WORD: Message = {
  zh: '网址中没有可作为编号的词：请用 --id 指定，例如 220382-jiaoyuju',
  en: 'the address has no word for an identifier: give one with --id, for example 220382-jiaoyuju',
};
