import { Document, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { CorrectionEntry } from '../model/correction.ts';
import { provinceFolder } from '../sources/province-folders.ts';

/** A file of data/corrections. */
export interface CorrectionsFile {
  /** jilin/220382.yml */
  readonly path: string;
  readonly division: string;
  readonly text: string;
}

const FIELDS = [
  'division',
  'agency',
  'year',
  'variable',
  'value',
  'expect',
  'reason',
  'evidence',
  'reviewer',
  'date',
] as const satisfies readonly (keyof CorrectionEntry)[];

/**
 * Corrections as files of data/corrections, one a division, in the order of their names; within one by agency, year
 * and variable. Those of a code of no province cannot be written and are left out.
 */
export function writeCorrections(corrections: readonly CorrectionEntry[]): readonly CorrectionsFile[] {
  const divisions = [...new Set(corrections.map(({ division }) => division))].sort();
  return divisions.flatMap((division) => {
    const folder = provinceFolder(division);
    if (!folder) return [];
    const own = corrections.filter((one) => one.division === division).toSorted(inOrder);
    return [{ path: `${folder}/${division}.yml`, division, text: writeEntries(own) }];
  });
}

/** Items of a list, such that they can be put behind those of a file that is there. */
export function writeEntries(corrections: readonly CorrectionEntry[]): string {
  const document = new Document(
    corrections.map((one) => Object.fromEntries(FIELDS.map((name) => [name, one[name]]))),
  );
  for (const item of (document.contents as YAMLSeq<YAMLMap>).items) {
    for (const name of ['division', 'expect']) quote(item, name);
  }
  return document.toString({ lineWidth: 0 });
}

/** Quoted, or YAML would read a number. */
function quote(item: YAMLMap, name: string): void {
  const value = item.get(name);
  if (typeof value !== 'string') return;
  const scalar = new Scalar(value);
  scalar.type = Scalar.QUOTE_DOUBLE;
  item.set(name, scalar);
}

function inOrder(a: CorrectionEntry, b: CorrectionEntry): number {
  const key = ({ agency, year, variable }: CorrectionEntry) => `${agency}\n${year}\n${variable}`;
  return key(a) < key(b) ? -1 : 1;
}
