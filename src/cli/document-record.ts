import type { Cell } from '../model/cell.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../model/status.ts';

/** What extract shows of a document: an extraction, or for a file that gave no bytes only its finding. */
export type DocumentResult = Pick<
  Extraction,
  'report' | 'basis' | 'cells' | 'claims' | 'findings' | 'evaluated'
>;

/** Where a document came from, as the user gave it: a file, with the address it was published at if told; or an address. */
export type DocumentName = (
  | { readonly file: string; readonly url?: string }
  | { readonly file?: never; readonly url: string }
) & {
  /** With attachments: the file or address whose reading won. */
  readonly read_from?: string;
};

/** What the document is called in a list. */
export const nameOf = ({ file, url }: DocumentName): string => file ?? url ?? '';

const NOTHING_KNOWN: Report = {
  title: null,
  agency: null,
  place: null,
  division: null,
  level: null,
  year: null,
  published: null,
  form: null,
  period: null,
  contact: { address: null, postcode: null, phone: null },
};

/** The result of a document that was not parsed: nothing but the reasons. */
export function resultOfFindings(findings: readonly Finding[]): DocumentResult {
  return {
    report: NOTHING_KNOWN,
    basis: { form: { score: 0, reason: '' }, division: { reason: { zh: '', en: '' } } },
    cells: [],
    claims: [],
    findings: [...findings],
    evaluated: { pass: 0, fail: 0, not_evaluable: 0 },
  };
}

/**
 * The public object of one document, keys in the order of contracts.md, section 2.
 *
 * @param variables every variable of the document's form, in printed order; those without a cell get null
 */
export function toDocumentRecord(
  name: DocumentName,
  result: DocumentResult,
  variables: readonly string[],
  lang: Language,
) {
  const { report, basis, cells, claims, findings, evaluated } = result;
  return {
    ...name,
    report: orderReport(report),
    values: valuesByVariable(cells, variables),
    cells: cells.map(orderCell),
    claims: claims.map(({ variable, value, text, start, end, scope }) => ({
      variable,
      value,
      text,
      start,
      end,
      scope,
    })),
    findings: findings.map((finding) => orderFinding(finding, lang)),
    evaluated: { pass: evaluated.pass, fail: evaluated.fail, not_evaluable: evaluated.not_evaluable },
    basis: { ...basis, division: { reason: basis.division.reason[lang] } },
  };
}
export type DocumentRecord = ReturnType<typeof toDocumentRecord>;

function valuesByVariable(
  cells: readonly Cell[],
  variables: readonly string[],
): Record<string, number | null> {
  const values: Record<string, number | null> = {};
  for (const variable of variables) values[variable] = null;
  for (const { variable, value } of cells) values[variable] = value;
  return values;
}

function orderReport(report: Report) {
  const { title, agency, place, division, level, year, published, form, period, contact } = report;
  const { address, postcode, phone } = contact;
  return {
    title,
    agency,
    place,
    division,
    level,
    year,
    published,
    form,
    period,
    contact: { address, postcode, phone },
  };
}

function orderCell({ variable, value, raw, status, source, imputed }: Cell) {
  const cell = { variable, value, raw, status, source };
  return imputed === undefined || imputed === null ? cell : { ...cell, imputed };
}

function orderFinding(finding: Finding, lang: Language) {
  const { rule, scope, severity, outcome, message, expected, actual, delta } = finding;
  const { variables, suggestions, confirmed } = finding;
  return {
    rule,
    scope,
    severity,
    outcome,
    message: message[lang],
    expected,
    actual,
    delta,
    variables,
    suggestions: suggestions.map(({ why, ...suggestion }) => ({ ...suggestion, why: why[lang] })),
    confirmed,
  };
}
