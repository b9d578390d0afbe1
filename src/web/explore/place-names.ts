import { levelOfCode } from '../../places/division.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';

/** A division code from its beginning: 22 is 220000, 2203 is 220300. */
export const wholeCode = (prefix: string): string => prefix.padEnd(6, '0');

/** The beginning that all places below a division have in common. */
export function prefixOf(code: string): string {
  const level = levelOfCode(code);
  return level === 'province' ? code.slice(0, 2) : level === 'prefecture' ? code.slice(0, 4) : code;
}

/** The newest name of a place, by its code or the beginning of it; places without a name of their own keep the code. */
export function placeName(prefix: string): string {
  const rows = loadGazetteer()
    .unitsByCode.get(wholeCode(prefix))
    ?.flatMap((unit) => unit.rows.filter((row) => row.code === wholeCode(prefix)));
  return (
    rows?.toSorted((a, b) => a.firstYear - b.firstYear).at(-1)?.name ?? UNNAMED[prefix.slice(2)] ?? prefix
  );
}

/** Collective codes of GB/T 2260, which name no place themselves: what is directly under a province or municipality. */
const UNNAMED: Readonly<Record<string, string>> = { '01': '市辖区', '02': '县', '90': '省直辖县级行政区划' };

/** The codes above a place with their names, outermost first. */
export function placesAbove(code: string): { readonly code: string; readonly name: string }[] {
  return [code.slice(0, 2), code.slice(0, 4)]
    .map(wholeCode)
    .filter((above) => above < code && loadGazetteer().unitsByCode.has(above))
    .map((above) => ({ code: above, name: placeName(above) }));
}
