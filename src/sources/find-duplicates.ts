import type { Message } from '../model/finding.ts';
import type { ParsedSource } from './parse-source.ts';
import type { SourceProblem } from './source-problem.ts';

/** An entry and the file it came from. */
export interface FiledSource extends ParsedSource {
  readonly file: string;
}

/**
 * Identifiers and addresses that stand more than once, each at its second place: two entries with one address
 * would fetch it twice a night, and count its reports twice.
 */
export function findDuplicates(filed: readonly FiledSource[]): SourceProblem[] {
  const first = new Map<string, string>();
  const problems: SourceProblem[] = [];
  for (const { file, source, lineOf } of filed) {
    const claim = (key: string, shown: string, line: number): void => {
      const before = first.get(key);
      if (before === undefined) first.set(key, `${file}:${line}`);
      else problems.push({ file, line, message: alsoIn(shown, before) });
    };
    claim(source.id, source.id, 1);
    for (const field of ['lists', 'patterns', 'pages'] as const)
      for (const [at, address] of source[field].entries())
        claim(sameAddress(address), address, lineOf([field, at]));
  }
  return problems;
}

/** One page under its spellings: http or https, host in any case, with or without an empty ending. */
export function sameAddress(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `//${host}${pathname.replace(/\/(?:index\.s?html?)?$/, '/')}${search}`;
}

const alsoIn = (shown: string, place: string): Message => ({
  zh: `${shown} 已见于 ${place}`,
  en: `${shown} stands in ${place} already`,
});
