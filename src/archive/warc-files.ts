import { readdirSync } from 'node:fs';

/** The number, and how often records were swept out of the file. */
const NAME = /^gongkai-(\d{6,})(?:\.r(\d+))?\.warc\.gz$/;

/**
 * Names of the archive's WARC files, oldest first. While records are swept out of a file there are two of a number:
 * the one that has all of them counts until it is gone.
 */
export function listWarcFiles(dir: string): readonly string[] {
  return listRevisions(dir).flatMap(([first]) => first ?? []);
}

/** The files of each number, the one with the most records first; a number has one unless a sweep was cut off. */
export function listRevisions(dir: string): readonly (readonly string[])[] {
  const names = readdirSync(dir)
    .filter((name) => NAME.test(name))
    .toSorted((a, b) => numberOf(a) - numberOf(b) || revisionOf(a) - revisionOf(b));
  const numbers = [...new Set(names.map(numberOf))];
  return numbers.map((number) => names.filter((name) => numberOf(name) === number));
}

/** The name that comes after those in the list. */
export function nextWarcFile(files: readonly string[]): string {
  const last = files.at(-1);
  return nameOf((last ? numberOf(last) : 0) + 1);
}

/** The name of a file after records were swept out of it. */
export const nextRevision = (file: string): string => nameOf(numberOf(file), revisionOf(file) + 1);

const nameOf = (number: number, revision = 0): string =>
  `gongkai-${String(number).padStart(6, '0')}${revision > 0 ? `.r${revision}` : ''}.warc.gz`;
const numberOf = (name: string): number => Number(NAME.exec(name)?.[1] ?? 0);
const revisionOf = (name: string): number => Number(NAME.exec(name)?.[2] ?? 0);
