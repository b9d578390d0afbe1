import type { Message } from '../model/finding.ts';

/** What is wrong with an entry, and where. */
export interface SourceProblem {
  /** As the reader was given it: a path from the working directory, or a bare name. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: Message;
}

/** `data/sources/jilin/220382.yml:4: …`, as editors and CI systems know it. */
export function problemLine({ file, line, message }: SourceProblem, lang: keyof Message): string {
  return `${file}:${line}: ${message[lang]}`;
}
