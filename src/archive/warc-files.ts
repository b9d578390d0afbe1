import { readdirSync } from 'node:fs';

const NAME = /^gongkai-(\d{6,})\.warc\.gz$/;

/** Names of the archive's WARC files, oldest first. */
export function listWarcFiles(dir: string): readonly string[] {
  return readdirSync(dir)
    .filter((name) => NAME.test(name))
    .toSorted((a, b) => numberOf(a) - numberOf(b));
}

/** The name that comes after those in the list. */
export function nextWarcFile(files: readonly string[]): string {
  const last = files.at(-1);
  return `gongkai-${String((last ? numberOf(last) : 0) + 1).padStart(6, '0')}.warc.gz`;
}

const numberOf = (name: string): number => Number(NAME.exec(name)?.[1] ?? 0);
