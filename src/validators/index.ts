import { formById } from '../forms/index.ts';
import type { Evaluated, Extraction, Reading } from '../model/extraction.ts';
import type { Finding } from '../model/finding.ts';
import { checkIdentities } from './check-identities.ts';
import { doubtOcr } from './doubt-ocr.ts';
import { equationsOf } from './identities.ts';
import { imputeAmbiguous } from './impute-ambiguous.ts';
import { type Evidence, NO_EVIDENCE } from './localise/evidence.ts';
import { type Localisation, localise } from './localise/suggest.ts';
import { checkNarrativeArithmetic } from './narrative/arithmetic.ts';
import { compareClaims } from './narrative.ts';
import { printProse } from './peers/prose-print.ts';

/** Parts the numbers in the raw text of an ambiguous cell. */
const TOKEN_SEPARATOR = ' | ';

/**
 * A reading → its record: identities of the form, prose against tables, and what arithmetic proves of cells that
 * could not be placed. Printed values stay as they are.
 */
export function validateReading(reading: Reading): Omit<Extraction, 'sha256'> {
  const { paragraphs, ...record } = reading;
  const form = formById(reading.report.form);
  if (!form) return { ...record, evaluated: { pass: 0, fail: 0, not_evaluable: 0 } };
  const print = printProse(paragraphs, reading.report);
  const doubted = doubtOcr(form, reading.cells);
  const proven = imputeAmbiguous(form, doubted.cells, TOKEN_SEPARATOR);
  const cells = new Map(proven.map((cell) => [cell.variable, cell]));
  const checked = checkIdentities(form, cells);
  const localised = localise(equationsOf(form, cells), evidenceIn(reading));
  const identities = { ...checked, findings: suggestChanges(checked.findings, localised) };
  const narrative = compareClaims(reading.claims, cells);
  const arithmetic = checkNarrativeArithmetic(paragraphs);
  const findings = [
    ...reading.findings,
    ...doubted.findings,
    ...identities.findings,
    ...narrative.findings,
    ...arithmetic,
  ];
  return {
    ...record,
    cells: [...proven],
    findings: [...findings].sort(bySeverity),
    evaluated: {
      pass: identities.evaluated.pass + narrative.pass,
      fail: identities.evaluated.fail + [...narrative.findings, ...arithmetic].filter(failed).length,
      not_evaluable: identities.evaluated.not_evaluable + narrative.notEvaluable,
    } satisfies Evaluated,
    ...(print === null ? {} : { prosePrint: print }),
  };
}

/** What the report itself says for and against a change. */
export function evidenceIn({ claims, findings }: Pick<Reading, 'claims' | 'findings'>): Evidence {
  const malformed = findings.filter(({ rule }) => rule === 'cell.malformed');
  return {
    ...NO_EVIDENCE,
    claims: claims.filter(({ scope }) => scope === 'agency'),
    malformed: new Set(malformed.flatMap(({ variables }) => variables)),
  };
}

/** Each contradiction with the changes that would mend it and all that hang together with it. */
function suggestChanges(findings: readonly Finding[], localised: readonly Localisation[]): Finding[] {
  const byEquation = new Map(
    localised.flatMap(({ failing, suggestions }) =>
      failing.map(({ rule, scope }) => [`${rule} ${scope}`, suggestions] as const),
    ),
  );
  return findings.map((finding) => {
    const suggestions = byEquation.get(`${finding.rule} ${finding.scope}`);
    return failed(finding) && suggestions ? { ...finding, suggestions: [...suggestions] } : finding;
  });
}

const failed = (finding: Finding): boolean => finding.outcome === 'fail';

const SEVERITY_ORDER = ['error', 'warning', 'question', 'info'];
const bySeverity = (a: Finding, b: Finding): number =>
  SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity);
