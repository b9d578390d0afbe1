import type { Message } from '../model/finding.ts';
import type { DivisionRow } from './division.ts';
import { isInForce, levelOfCode } from './division.ts';
import { LINES, NOTES, REASONS, together } from './division-reasons.ts';
import type {
  DivisionCandidate,
  DivisionEvidence,
  DivisionResult,
  UncertainDivision,
} from './division-result.ts';
import type { Gazetteer, Unit } from './gazetteer.ts';
import { contains, hasCounties, parentsInYear, successorsInYear, unitInYear } from './gazetteer.ts';
import type { Reading } from './place-reading.ts';
import { afterPlaces, entriesFor, isParentPrinted, namesIn, readLine, unitsNamed } from './place-reading.ts';
import { bareKind, tidyEvidence, townAfter, unknownPlaceAfter, zoneFollows } from './place-text.ts';
import type { Witness } from './read-witnesses.ts';
import { agrees, countyOfSite, readWitnesses } from './read-witnesses.ts';

export type {
  CertainDivision,
  DivisionCandidate,
  DivisionEvidence,
  DivisionResult,
  UncertainDivision,
} from './division-result.ts';

/** An introduction says whose it is in its first sentences; what follows is about other things. */
const INTRO_LENGTH = 1200;

interface Case {
  readonly readings: readonly Reading[];
  readonly witnesses: readonly Witness[];
  readonly evidence: DivisionEvidence;
  readonly year: number;
  readonly gazetteer: Gazetteer;
}

/**
 * Whose report this is: the code of its county, prefecture or province at the end of the year it is about. Title,
 * agency and site name decide; telephone, postcode and site code choose between places of one name; prose comes
 * last. When more than one place remains, or the evidence disagrees, the code is null: a wrong code costs
 * more than none.
 *
 * @param year - the year the report is about; outside the lists, the nearest list is used and the reason says so
 * @example findDivision({ agency: '洪泽区人民政府办公室' }, 2016, gazetteer).code // '320813'
 */
export function findDivision(evidence: DivisionEvidence, year: number, gazetteer: Gazetteer): DivisionResult {
  const listYear = nearestYear(year, gazetteer);
  const read = (label: Message, text: string | undefined): Reading =>
    readLine(label, tidyEvidence(text ?? ''), listYear, gazetteer);
  const readings = [
    read(LINES.title, evidence.title),
    read(LINES.agency, evidence.agency),
    read(LINES.siteName, evidence.siteName),
  ];
  const facts = {
    readings,
    witnesses: readWitnesses(evidence, gazetteer),
    evidence,
    year: listYear,
    gazetteer,
  };
  const result = readings.some((reading) => reading.mentions.length > 0)
    ? byNames(facts)
    : withoutNames(facts);
  if (listYear === year) return result;
  return { ...result, reason: together([result.reason, NOTES.nearestList(listYear, year)]) };
}

function nearestYear(year: number, { firstYear, lastYear }: Gazetteer): number {
  if (!Number.isFinite(year)) return lastYear;
  return Math.min(lastYear, Math.max(firstYear, Math.trunc(year)));
}

function readProse({ evidence, year, gazetteer }: Case): Reading {
  return readLine(
    LINES.introduction,
    tidyEvidence((evidence.intro ?? '').slice(0, INTRO_LENGTH)),
    year,
    gazetteer,
  );
}

function byNames(facts: Case): DivisionResult {
  const named = facts.readings.filter((reading) => reading.mentions.length > 0);
  const lost = named.find((reading) => reading.units.length === 0);
  if (lost) return uncertain(REASONS.apart(lost.label, namesIn(lost)), unitsNamed(named), facts);
  const all = [...new Set(named.flatMap((reading) => reading.units))];
  const agreed = all.filter((unit) => named.every(({ units }) => units.some((each) => contains(each, unit))));
  if (agreed.length === 0) return uncertain(REASONS.differ(named.map((each) => each.label)), all, facts);
  const [main] = named;
  const own = main ? agreed.filter((unit) => main.units.includes(unit)) : [];
  if (!main || own.length === 0)
    return uncertain(REASONS.above(main?.label), [...agreed, ...(main?.units ?? [])], facts);
  const [only, ...others] = own;
  if (only && others.length === 0) return checkOnly(only, main, facts);
  return chooseByWitness(own, main, facts);
}

/**
 * One place has the printed name. An official name in title or agency, or a name with its city's, stands whatever
 * the witnesses say: offices share sites and telephones, and the reason tells. A weaker name needs their silence.
 */
function checkOnly(unit: Unit, main: Reading, facts: Case): DivisionResult {
  const against = facts.witnesses.filter((witness) => !agrees(witness, unit));
  const alike = unsureName(unit, main, facts);
  if (alike) return uncertain(REASONS.unsure(namesIn(main), alike), [unit], facts);
  const stands = isParentPrinted(unit, facts.readings) || isOfficiallyNamed(unit, facts);
  if (!stands && against.length > 0) return uncertain(REASONS.contradicted(against), [unit], facts);
  const generic = entriesFor(unit, facts.readings).every((entry) => entry.generic);
  if (!stands && generic && facts.witnesses.length === 0)
    return uncertain(REASONS.common(namesIn(main)), [unit], facts);
  return settle(unit, REASONS.named(main.label, namesIn(main), against), facts);
}

/**
 * A place that only a name says which was read from a picture, unsurely wherever it stands, while one of its letters
 * could be that of another place's name: that name. Networks take rare letters for common ones (沭阳县 for 泗阳县).
 */
function unsureName(unit: Unit, { mentions }: Reading, facts: Case): string | undefined {
  const { sureText, rivals = '' } = facts.evidence;
  const name = mentions.find(({ entries }) => entries.some((entry) => entry.unit === unit))?.name;
  if (sureText === undefined || name === undefined || sureText.includes(name)) return undefined;
  if (isParentPrinted(unit, facts.readings)) return undefined;
  if (facts.witnesses.some((witness) => agrees(witness, unit))) return undefined;
  return namesByRivals(name, rivals).find((other) => facts.gazetteer.names.has(other));
}

/** The names that come of a name when one of its letters is what else was seen there. */
function namesByRivals(name: string, rivals: string): readonly string[] {
  const lines = rivals.split('\n').map((line) => [...line]);
  return [...name].flatMap((letter, at) =>
    lines
      .filter(([read]) => read === letter)
      .flatMap(([, ...others]) => others.map((other) => name.slice(0, at) + other + name.slice(at + 1))),
  );
}

function isOfficiallyNamed(unit: Unit, { readings, year }: Case): boolean {
  return entriesFor(unit, readings.slice(0, 2)).some(
    (entry) => entry.kind === 'full' && !entry.generic && isInForce(entry.row, year),
  );
}

function chooseByWitness(units: readonly Unit[], main: Reading, facts: Case): DivisionResult {
  const shared = [namesIn(main), units.length] as const;
  if (facts.witnesses.length > 0) {
    const possible = units.filter((unit) => facts.witnesses.every((witness) => agrees(witness, unit)));
    const [only, ...others] = possible;
    if (only && others.length === 0)
      return settle(only, REASONS.chosenByWitness(...shared, facts.witnesses), facts);
    if (possible.length === 0) return uncertain(REASONS.fitsNone(...shared, facts.witnesses), units, facts);
    return chooseByProse(possible, shared, facts);
  }
  return chooseByProse(units, shared, facts);
}

/** The introduction may say whose 鼓楼区 it is; it never brings in a place that nothing else names. */
function chooseByProse(
  units: readonly Unit[],
  shared: readonly [name: string, places: number],
  facts: Case,
): DivisionResult {
  const prose = readProse(facts);
  const official = prose.mentions
    .flatMap((mention) => mention.entries)
    .filter((entry) => entry.kind === 'full');
  const around = units.filter((unit) =>
    official.some((entry) => entry.unit !== unit && contains(entry.unit, unit)),
  );
  const [only, ...others] = around;
  if (only && others.length === 0) return settle(only, REASONS.chosenByProse(...shared), facts);
  return uncertain(REASONS.undecided(...shared), units, facts);
}

/** No line that identifies names a place: the site's own county, or a county of the prose with a witness. */
function withoutNames(facts: Case): DivisionResult {
  const site = countyOfSite(facts.witnesses, facts.year);
  if (site && facts.witnesses.every((witness) => agrees(witness, site)))
    return settle(site, REASONS.siteCodeOnly, facts);
  const prose = readProse(facts);
  if (prose.mentions.length === 0) return uncertain(REASONS.noName, [], facts);
  const [only, ...others] = prose.units;
  if (!only || others.length > 0) return uncertain(REASONS.severalInProse, unitsNamed([prose]), facts);
  const full = entriesFor(only, [prose]).some(
    (entry) => entry.kind === 'full' && levelOfCode(entry.row.code) === 'county',
  );
  const witnessed = facts.witnesses.length > 0 && facts.witnesses.every((witness) => agrees(witness, only));
  if (!full || !witnessed) return uncertain(REASONS.onlyInProse, [only], facts);
  return settle(only, REASONS.proseWitnessed(namesIn(prose), facts.witnesses), facts);
}

/** The last doubts, the same for every way of finding a place: what is printed after its name, and the year. */
function settle(unit: Unit, why: Message, facts: Case): DivisionResult {
  const row = unitInYear(unit, facts.year);
  if (!row) return dissolved(unit, facts);
  const after = facts.readings.slice(0, 2).map(afterPlaces);
  const town = after.map(townAfter).find((name) => name !== undefined);
  const zone = facts.readings.find(
    (reading) => reading.mentions.length > 0 && zoneFollows(afterPlaces(reading)),
  );
  if (zone && levelOfCode(row.code) === 'province')
    return uncertain(REASONS.zoneWithoutCounty(row), [unit], facts);
  if (hasCounties(facts.gazetteer, row.code, facts.year)) {
    const unknown = facts.readings
      .filter((reading) => reading.mentions.length > 0)
      .map((reading) => unknownPlaceAfter(afterPlaces(reading)))
      .find((name) => name !== undefined);
    if (unknown) return uncertain(REASONS.notListed(unknown, row), [unit], facts);
    if (town && !zone) return uncertain(REASONS.countyNotNamed(town), [unit], facts);
  }
  const kind = facts.readings
    .slice(0, 2)
    .map(kindWithoutName)
    .find((each) => each !== undefined);
  if (kind && !isOfKind(row, kind)) return uncertain(REASONS.otherKind(kind, row), [unit], facts);
  const [province] = parentsInYear(facts.gazetteer, row.code, facts.year);
  return {
    code: row.code,
    name: row.name,
    level: town ? 'township' : levelOfCode(row.code),
    province: province?.name ?? row.name,
    reason: together([
      why,
      ...(town ? [NOTES.townInside(town)] : []),
      ...(zone ? [NOTES.zone] : []),
      ...renamedNote(unit, row, facts),
    ]),
    candidates: candidatesOf([unit], facts),
  };
}

/** A place that a merge or a split ended has no code of its own in the year, and its successor is another place. */
function dissolved(unit: Unit, facts: Case): UncertainDivision {
  const last = unit.rows.at(-1);
  const now = successorsInYear(facts.gazetteer, unit, facts.year);
  const ended = last !== undefined && last.lastYear !== null && last.lastYear < facts.year;
  const reason = ended ? REASONS.dissolved(last, now) : REASONS.notYet(last, facts.year);
  const candidates = now.map((row) => ({ code: row.code, name: row.name, score: 1 / now.length }));
  return { code: null, name: null, level: null, province: null, reason, candidates };
}

function uncertain(reason: Message, units: readonly Unit[], facts: Case): UncertainDivision {
  return {
    code: null,
    name: null,
    level: null,
    province: null,
    reason,
    candidates: candidatesOf(units, facts),
  };
}

function candidatesOf(units: readonly Unit[], facts: Case): DivisionCandidate[] {
  const found = new Map<string, DivisionCandidate>();
  for (const unit of units) {
    const row = unitInYear(unit, facts.year);
    const rows = row ? [row] : successorsInYear(facts.gazetteer, unit, facts.year);
    for (const each of rows)
      found.set(each.code, { code: each.code, name: each.name, score: scoreOf(unit, facts) });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

function scoreOf(unit: Unit, { readings, witnesses }: Case): number {
  const lines = readings.filter((reading) => reading.units.some((each) => contains(each, unit))).length;
  const parents = isParentPrinted(unit, readings) ? 1 : 0;
  return witnesses.reduce((sum, witness) => sum + (agrees(witness, unit) ? 1 : -1), lines + parents);
}

function kindWithoutName({ text, mentions }: Reading): string | undefined {
  return mentions.length === 0 ? bareKind(text) : undefined;
}

/** 自治区 ends in 区 and 自治州 in 州, but a 区 is a county-level place and a 州 a prefecture. */
function isOfKind(row: DivisionRow, kind: string): boolean {
  const level = levelOfCode(row.code);
  if (kind === '省') return level === 'province';
  return row.name.endsWith(kind) && (kind !== '区' || level === 'county');
}

/** Says so when the printed name is not the one of the year: 华亭县 in a report about 2018, when it was 华亭市. */
function renamedNote(unit: Unit, row: DivisionRow, { readings, year }: Case): readonly Message[] {
  const printed = entriesFor(unit, readings);
  if (printed.length === 0 || printed.some((entry) => entry.row === row || isInForce(entry.row, year)))
    return [];
  const old = printed[0]?.row;
  return old && old.name !== row.name ? [NOTES.renamed(old, row, year)] : [];
}
