import { PARSER_VERSION, sniffKind } from '../../parsers/index.ts';
import type { ReportParser } from '../pipeline/crawl/crawl-deps.ts';
import { openParsePool } from '../pipeline/parse-pool.ts';

/** The parser of a run in its threads; whoever opens it closes it. */
export interface Parsing {
  readonly parser: ReportParser;
  readonly threads: number;
  close(): Promise<void>;
}

/** Loading this module loads every parser: a command that may do without imports it when it does not. */
export function openParsing(): Parsing {
  const { extractReport, threads, close } = openParsePool();
  return {
    parser: { extractReport, kindOf: sniffKind, version: String(PARSER_VERSION) },
    ...{ threads, close },
  };
}
