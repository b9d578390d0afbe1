import type { AreaTables, DivisionChange, DivisionRow } from './division.ts';
import { isInForce, levelOfCode, NO_AREAS } from './division.ts';
import { GENERIC_NAMES, shortNames } from './short-names.ts';

/** `full` is the official name, `alias` a short one that keeps the kind of place (恩施州), `stem` a bare one (泸州). */
export type NameKind = 'full' | 'alias' | 'stem';

/** One place through its renames and code changes; a merge or a split ends it. */
export interface Unit {
  /** Its rows by first year. */
  readonly rows: readonly DivisionRow[];
  /** Every code it or its province and prefecture ever had: what may be printed in front of its name. */
  readonly kin: readonly string[];
}

export interface NameEntry {
  readonly unit: Unit;
  readonly row: DivisionRow;
  readonly kind: NameKind;
  /** 城区, 郊区 …: a common word that is a name only beside its city's. */
  readonly generic: boolean;
}

export interface Gazetteer extends AreaTables {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Every name of every year. A name with no entries is a longer word that only looks like a place. */
  readonly names: ReadonlyMap<string, readonly NameEntry[]>;
  /** First two characters of a name → the lengths of the names that begin so, see namesAt. */
  readonly nameLengths: ReadonlyMap<string, number>;
  readonly unitsByCode: ReadonlyMap<string, readonly Unit[]>;
  /** First four digits → the county-level rows that have them. */
  readonly countiesByPrefecture: ReadonlyMap<string, readonly DivisionRow[]>;
  readonly changes: readonly DivisionChange[];
}

/** Words that contain a place's name and are not the place. 新疆生产建设兵团 has no code of its own in GB/T 2260. */
const NOT_PLACES = ['新疆生产建设兵团', '北京时间', '长江三角洲', '黄河三角洲', '海南岛', '青海湖'];

/** Renames and code changes carry a place on; after a merge or split it is another place. */
const SAME_PLACE: ReadonlySet<string> = new Set(['rename', 'code_change', 'parent_change']);

/**
 * An index of all names of all years, built once and then only read.
 *
 * @param rows - of `codes.tsv`
 * @param changes - of `changes.tsv`; a change whose ends are not among the rows is left out of the index
 * @param areas - telephone area codes and postcodes; without them names alone decide
 */
export function buildGazetteer(
  rows: readonly DivisionRow[],
  changes: readonly DivisionChange[],
  areas: AreaTables = NO_AREAS,
): Gazetteer {
  const prefectures = new Set<string>();
  for (const row of rows) if (levelOfCode(row.code) === 'prefecture') prefectures.add(row.code);
  const units = joinUnits(rows, changes, prefectures);
  const names = new Map<string, NameEntry[]>(NOT_PLACES.map((word) => [word, []]));
  const unitsByCode = new Map<string, Unit[]>();
  const countiesByPrefecture = new Map<string, DivisionRow[]>();
  let firstYear = Number.POSITIVE_INFINITY;
  let lastYear = Number.NEGATIVE_INFINITY;
  for (const unit of units)
    for (const row of unit.rows) {
      firstYear = Math.min(firstYear, row.firstYear);
      lastYear = Math.max(lastYear, row.lastYear ?? row.firstYear);
      pushTo(unitsByCode, row.code, unit);
      if (levelOfCode(row.code) === 'county') pushTo(countiesByPrefecture, row.code.slice(0, 4), row);
      addNames(names, unit, row);
    }
  return {
    ...areas,
    firstYear,
    lastYear,
    names,
    nameLengths: indexLengths(names.keys()),
    unitsByCode,
    countiesByPrefecture,
    changes,
  };
}

/** The row of a place at the end of a year; undefined before it was founded and after it was dissolved. */
export function unitInYear(unit: Unit, year: number): DivisionRow | undefined {
  return unit.rows.find((row) => isInForce(row, year));
}

/** The place that had a code at the end of a year: codes are given anew after a place is gone. */
export function unitOfCode({ unitsByCode }: Gazetteer, code: string, year: number): Unit | undefined {
  return unitsByCode
    .get(code)
    ?.find(({ rows }) => rows.some((row) => row.code === code && isInForce(row, year)));
}

/** The division that a code named at the end of a year. */
export function divisionInYear(gazetteer: Gazetteer, code: string, year: number): DivisionRow | undefined {
  const unit = unitOfCode(gazetteer, code, year);
  return unit?.rows.find((row) => row.code === code && isInForce(row, year));
}

/** Province and prefecture above a code at the end of a year, outermost first; 省直辖 units have a province only. */
export function parentsInYear(gazetteer: Gazetteer, code: string, year: number): DivisionRow[] {
  const parents = [];
  for (const above of [provinceOf(code), prefectureOf(code)]) {
    const row = above === code ? undefined : divisionInYear(gazetteer, above, year);
    if (row) parents.push(row);
  }
  return parents;
}

/** 江苏省淮安市洪泽区: the names from the province down. */
export function pathName(gazetteer: Gazetteer, row: DivisionRow, year: number): string {
  return [...parentsInYear(gazetteer, row.code, year), row].map((each) => each.name).join('');
}

/** Whether a prefecture had counties at the end of a year: 东莞, 中山, 儋州 and 嘉峪关 have none. */
export function hasCounties(gazetteer: Gazetteer, code: string, year: number): boolean {
  if (levelOfCode(code) === 'province') return true;
  const counties = gazetteer.countiesByPrefecture.get(code.slice(0, 4)) ?? [];
  return levelOfCode(code) === 'prefecture' && counties.some((row) => isInForce(row, year));
}

/** Whether `outer` is `inner` or lies above it, in any year. */
export function contains(outer: Unit, inner: Unit): boolean {
  return outer === inner || outer.rows.some((row) => inner.kin.includes(row.code));
}

/** What a dissolved place became: the rows in force in the year, found through merges and splits. */
export function successorsInYear(gazetteer: Gazetteer, unit: Unit, year: number): DivisionRow[] {
  const found = new Map<string, DivisionRow>();
  const seen = new Set<Unit>();
  const visit = (each: Unit): void => {
    if (seen.has(each)) return;
    seen.add(each);
    const now = unitInYear(each, year);
    const last = each.rows.at(-1);
    if (now) found.set(now.code, now);
    else if (last)
      for (const change of gazetteer.changes)
        if (change.fromCode === last.code && change.fromName === last.name)
          for (const next of gazetteer.unitsByCode.get(change.toCode) ?? [])
            if (next.rows.some((row) => row.code === change.toCode && row.name === change.toName))
              visit(next);
  };
  visit(unit);
  return [...found.values()];
}

function provinceOf(code: string): string {
  return `${code.slice(0, 2)}0000`;
}

function prefectureOf(code: string): string {
  return `${code.slice(0, 4)}00`;
}

/** Joins the rows of one place through renames and code changes; most rows are a place by themselves. */
function joinUnits(
  rows: readonly DivisionRow[],
  changes: readonly DivisionChange[],
  prefectures: ReadonlySet<string>,
): Unit[] {
  const byCode = new Map<string, DivisionRow[]>();
  for (const row of rows) pushTo(byCode, row.code, row);
  const groupOf = new Map<DivisionRow, DivisionRow[]>();
  for (const change of changes) {
    if (!SAME_PLACE.has(change.relation)) continue;
    const from = byCode.get(change.fromCode)?.find((row) => row.name === change.fromName);
    const to = byCode.get(change.toCode)?.find((row) => row.name === change.toName);
    if (!from || !to) continue;
    const joined = groupOf.get(from) ?? [from];
    const added = groupOf.get(to) ?? [to];
    if (joined === added) continue;
    joined.push(...added);
    for (const row of joined) groupOf.set(row, joined);
  }
  const units: Unit[] = [];
  for (const row of rows) {
    const group = groupOf.get(row);
    if (!group) units.push({ rows: [row], kin: kinOf([row], prefectures) });
    else if (group[0] === row) {
      const inOrder = [...group].sort((a, b) => a.firstYear - b.firstYear);
      units.push({ rows: inOrder, kin: kinOf(inOrder, prefectures) });
    }
  }
  return units;
}

function kinOf(group: readonly DivisionRow[], prefectures: ReadonlySet<string>): string[] {
  const kin: string[] = [];
  for (const { code } of group)
    for (const each of [code, prefectureOf(code), provinceOf(code)])
      if (!kin.includes(each) && (each === code || each.endsWith('0000') || prefectures.has(each)))
        kin.push(each);
  return kin;
}

function addNames(names: Map<string, NameEntry[]>, unit: Unit, row: DivisionRow): void {
  const generic = GENERIC_NAMES.has(row.name);
  pushTo(names, row.name, { unit, row, kind: 'full', generic });
  const { aliases, stem } = shortNames(row.name, row.code);
  for (const alias of aliases) pushTo(names, alias, { unit, row, kind: 'alias', generic: false });
  if (stem) pushTo(names, stem, { unit, row, kind: 'stem', generic: false });
}

/** Lengths as the bits of a number: bit 3 is set when a name of three characters begins so. */
function indexLengths(names: Iterable<string>): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const name of names) {
    const begin = name.slice(0, 2);
    lengths.set(begin, (lengths.get(begin) ?? 0) | (1 << name.length));
  }
  return lengths;
}

/** The parts of a text that start at a place and are names, the longest first. */
export function namesAt(text: string, start: number, gazetteer: Gazetteer): string[] {
  let lengths = gazetteer.nameLengths.get(text.slice(start, start + 2)) ?? 0;
  const found = [];
  while (lengths !== 0) {
    const length = 31 - Math.clz32(lengths);
    lengths ^= 1 << length;
    const part = text.slice(start, start + length);
    if (part.length === length && gazetteer.names.has(part)) found.push(part);
  }
  return found;
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
