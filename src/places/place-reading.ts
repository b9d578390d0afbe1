import type { Message } from '../model/finding.ts';
import { levelOfCode } from './division.ts';
import type { Gazetteer, NameEntry, Unit } from './gazetteer.ts';
import { contains } from './gazetteer.ts';
import type { Mention } from './scan-places.ts';
import { scanPlaces } from './scan-places.ts';

/** One printed line and the places it can be about. */
export interface Reading {
  /** What the line is. */
  readonly label: Message;
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Places that explain every name in the line, as themselves or as something above them. */
  readonly units: readonly Unit[];
}

export function readLine(label: Message, text: string, year: number, gazetteer: Gazetteer): Reading {
  const mentions = scanPlaces(text, year, gazetteer);
  return { label, text, mentions, units: explaining(mentions) };
}

/** Short forms are dropped when they cannot be reconciled with the official names beside them. */
function explaining(mentions: readonly Mention[]): Unit[] {
  const units = explainingAll(mentions);
  if (units.length > 0) return units;
  return explainingAll(mentions.filter((mention) => mention.entries.some((entry) => entry.kind !== 'stem')));
}

function explainingAll(mentions: readonly Mention[]): Unit[] {
  const named = new Set(mentions.flatMap((mention) => mention.entries.map((entry) => entry.unit)));
  const units = [...named].filter((unit) =>
    mentions.every((mention) => mention.entries.some((entry) => contains(entry.unit, unit))),
  );
  const onlyStems = mentions.every((mention) => mention.entries.every((entry) => entry.kind === 'stem'));
  return onlyStems ? outermostOfOneChain(units) : units;
}

/** 长沙 alone is the city, not 长沙县 in it; 朝阳 stays four places, and 吉林 the province and the city. */
function outermostOfOneChain(units: Unit[]): Unit[] {
  const outer = units.find((unit) => units.every((each) => contains(unit, each)));
  return outer && isPrefecture(outer) ? [outer] : units;
}

function isPrefecture(unit: Unit): boolean {
  return unit.rows.every((row) => levelOfCode(row.code) === 'prefecture');
}

export function entriesFor(unit: Unit, readings: readonly Reading[]): NameEntry[] {
  return readings.flatMap(({ mentions }) =>
    mentions.flatMap((mention) => mention.entries.filter((entry) => entry.unit === unit)),
  );
}

export function isParentPrinted(unit: Unit, readings: readonly Reading[]): boolean {
  return readings.some(({ mentions }) =>
    mentions.some(
      ({ entries }) =>
        entries.every((entry) => entry.unit !== unit) && entries.some((entry) => contains(entry.unit, unit)),
    ),
  );
}

export function unitsNamed(readings: readonly Reading[]): Unit[] {
  return [
    ...new Set(
      readings.flatMap(({ mentions }) => mentions.flatMap(({ entries }) => entries.map(({ unit }) => unit))),
    ),
  ];
}

export function namesIn({ mentions }: Reading): string {
  return [...new Set(mentions.map((mention) => mention.name))].join(' ');
}

/** What stands after the last place of a line; the whole line when it names none. */
export function afterPlaces({ text, mentions }: Reading): string {
  return text.slice(mentions.at(-1)?.end ?? 0);
}
