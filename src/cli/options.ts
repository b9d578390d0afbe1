import { similarity } from '../../parsers/labels/similarity.ts';
import { RULE_TITLES } from './names.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';
import { isWebAddress } from './web-address.ts';

/** Refuses an address that is none, or that would be said of several files. Throws UsageError. */
export function checkUrl(url: string | undefined, paths: readonly string[]): void {
  if (url === undefined) return;
  if (!isWebAddress(url)) throw new UsageError(TEXTS.wrongUrl('--url', url));
  if (paths.length !== 1) throw new UsageError(TEXTS.urlForOneFile);
}

/** The filters of the lists as numbers and digits. Throws UsageError. */
export function parseYear(year: string | undefined): number | undefined {
  if (year === undefined) return undefined;
  if (!/^\d{4}$/.test(year)) throw new UsageError(TEXTS.wrongYear(year));
  return Number(year);
}

export function parseDivision(division: string | undefined): string | undefined {
  if (division !== undefined && !/^\d{2,6}$/.test(division))
    throw new UsageError(TEXTS.wrongDivision(division));
  return division;
}

/** A filter only where one is asked for: an undefined one is none (exactOptionalPropertyTypes). */
export function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}

const NEAREST_SHOWN = 3;

/** A rule by its name. Throws UsageError for one that neither this release nor its contract knows. */
export function parseRule(rule: string | undefined): string | undefined {
  if (rule === undefined || Object.hasOwn(RULE_TITLES, rule)) return rule;
  const nearest = Object.keys(RULE_TITLES)
    .map((name) => ({ name, near: nearness(rule.toLowerCase(), name) }))
    .sort((a, b) => b.near - a.near)
    .slice(0, NEAREST_SHOWN);
  throw new UsageError(TEXTS.unknownRule(rule, nearest.map(({ name }) => name).join(', ')));
}

/** Like the whole name, or like a part of it: people leave out the table. */
const nearness = (given: string, name: string): number =>
  Math.max(similarity(given, name), ...name.split('.').map((part) => similarity(given, part)));
