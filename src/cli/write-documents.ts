import { escapeText, toSafeJson } from '../escape.ts';
import { formById, formVariables } from '../forms/index.ts';
import type { Language } from '../model/status.ts';
import { type DocumentName, type DocumentResult, nameOf, toDocumentRecord } from './document-record.ts';
import { toCsvLine } from './render/csv.ts';

export interface NamedResult {
  readonly name: DocumentName;
  readonly result: DocumentResult;
}

/** How a run of documents is written: what stands before, between and after them, and each as text. */
export interface DocumentFormat {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly write: (document: NamedResult) => string;
  /** Whether the format has no room for a document: the reader must be told of it elsewhere. */
  readonly leavesOut?: (document: NamedResult) => boolean;
}

/** One object a document, one line an object. */
export function jsonLines(lang: Language): DocumentFormat {
  const write = (document: NamedResult) => `${toSafeJson(recordOf(document, lang))}\n`;
  return { before: '', between: '', after: '', write };
}

/** @param single the user named one file: its object alone, not an array of one */
export function json(lang: Language, single: boolean): DocumentFormat {
  const write = (document: NamedResult) => toSafeJson(recordOf(document, lang), 2);
  return single
    ? { before: '', between: '', after: '\n', write }
    : { before: '[\n', between: ',\n', after: '\n]\n', write };
}

/** Whose number it is stands last: who reads the first columns by position goes on doing so. */
const CSV_COLUMNS = ['file', 'variable', 'value', 'status', 'raw', 'division', 'place', 'year'];
const hasNoRow = ({ result }: NamedResult): boolean => result.cells.length === 0;

/**
 * Long: one row a cell. A document without cells has no row, its findings are in the other formats.
 *
 * @param forTerminal makes printed text safe to look at; elsewhere the file holds it as it was printed
 */
export function csv(forTerminal: boolean): DocumentFormat {
  const text = (value: string | null) => (value !== null && forTerminal ? escapeText(value) : value);
  const write = ({ name, result }: NamedResult) => {
    const { division, place, year } = result.report;
    return result.cells
      .map(({ variable, value, status, raw }) =>
        toCsvLine([text(nameOf(name)), variable, value, status, text(raw), division, text(place), year]),
      )
      .join('');
  };
  return { before: toCsvLine(CSV_COLUMNS), between: '', after: '', write, leavesOut: hasNoRow };
}

function recordOf({ name, result }: NamedResult, lang: Language) {
  const form = formById(result.report.form);
  const variables = form ? formVariables(form).map((variable) => variable.name) : [];
  return toDocumentRecord(name, result, variables, lang);
}
