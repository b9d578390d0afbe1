import { levelOfCode } from './division.ts';
import type { Gazetteer, Unit } from './gazetteer.ts';
import { contains, unitInYear } from './gazetteer.ts';

/** Evidence that names no place but lies in one. It decides between places of one name and never names one alone. */
export interface Witness {
  readonly kind: 'site code' | 'telephone' | 'postcode';
  readonly printed: string;
  /** What it points to: any of these places. */
  readonly units: readonly Unit[];
}

export interface WitnessEvidence {
  readonly siteCode?: string;
  readonly url?: string;
  readonly phone?: string;
  readonly postcode?: string;
}

export function readWitnesses(evidence: WitnessEvidence, gazetteer: Gazetteer): Witness[] {
  return [
    readSiteCode(evidence.siteCode ?? siteCodeIn(evidence.url ?? ''), gazetteer),
    readPhone(evidence.phone ?? '', gazetteer),
    readPostcode(evidence.postcode ?? '', gazetteer),
  ].filter((witness) => witness !== undefined);
}

/** Whether a place agrees with a witness: it is the place, lies in it, or is the city or province around it. */
export function agrees(witness: Witness, unit: Unit): boolean {
  return witness.units.some((each) => contains(each, unit) || contains(unit, each));
}

/**
 * 网站标识码 has ten digits, of which the first six are the division code (政府网站发展指引, 国办发〔2017〕47号);
 * central departments' codes begin with letters and say nothing about a place. An unknown code counts for its
 * prefecture or province.
 */
function readSiteCode(siteCode: string, gazetteer: Gazetteer): Witness | undefined {
  if (!/^\d{10}$/.test(siteCode.trim())) return undefined;
  const code = siteCode.trim().slice(0, 6);
  for (const each of [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]) {
    const units = gazetteer.unitsByCode.get(each);
    if (units) return { kind: 'site code', printed: code, units };
  }
  return undefined;
}

function siteCodeIn(url: string): string {
  return /[?&](?:site|website|web)_?(?:code|id)=(\d{10})(?!\d)/i.exec(url)?.[1] ?? '';
}

/** 0517-87213000, (0517)8721 3000, 02087654321, 0517-12345. */
const TELEPHONE =
  /(?<!\d)(?:\+?86[\s-]*)?\(?(0\d{2,3})\)?[\s—-]*(?=\d{7,8}(?!\d)|\d{3,4}[\s-]\d{4}|1\d{4}(?!\d))/g;

/** The area code of a telephone number; numbers of two areas together say nothing. */
function readPhone(phone: string, gazetteer: Gazetteer): Witness | undefined {
  const found = new Set<string>();
  for (const [, digits = ''] of phone.normalize('NFKC').matchAll(TELEPHONE)) {
    const areaCode = [digits, digits.slice(0, 3)].find((each) => gazetteer.areaCodes.has(each));
    if (areaCode) found.add(areaCode);
  }
  const [areaCode, ...others] = found;
  if (areaCode === undefined || others.length > 0) return undefined;
  return {
    kind: 'telephone',
    printed: areaCode,
    units: unitsOf(gazetteer.areaCodes.get(areaCode), gazetteer),
  };
}

function readPostcode(postcode: string, gazetteer: Gazetteer): Witness | undefined {
  const digits = /(?<!\d)\d{6}(?!\d)/.exec(postcode.normalize('NFKC'))?.[0];
  const provinces = digits && gazetteer.postcodes.get(digits.slice(0, 2));
  return provinces ? { kind: 'postcode', printed: digits, units: unitsOf(provinces, gazetteer) } : undefined;
}

function unitsOf(codes: readonly string[] | undefined, gazetteer: Gazetteer): Unit[] {
  return (codes ?? []).flatMap((code) => gazetteer.unitsByCode.get(code) ?? []);
}

/** The county a site code names; codes of provinces and prefectures stand for many bodies below them. */
export function countyOfSite(witnesses: readonly Witness[], year: number): Unit | undefined {
  const site = witnesses.find((witness) => witness.kind === 'site code');
  const units = (site?.units ?? []).filter((unit) => unit.rows.some((row) => row.code === site?.printed));
  const current = units.filter((unit) => unitInYear(unit, year) !== undefined);
  const [unit, ...others] = current;
  const isCounty = unit?.rows.every((row) => levelOfCode(row.code) === 'county');
  return isCounty && others.length === 0 ? unit : undefined;
}
