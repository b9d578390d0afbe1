import { formById } from '../forms/index.ts';
import type { Cell } from '../model/cell.ts';
import type { Evaluated, Extraction, Reading } from '../model/extraction.ts';
import type { Finding, Message } from '../model/finding.ts';
import { checkIdentities } from './check-identities.ts';
import { confirmFailures, type SecondReading } from './confirm-failures.ts';
import { countFound, sumChecks } from './count-checks.ts';
import { doubtLines } from './doubt-lines.ts';
import { doubtOcr } from './doubt-ocr.ts';
import { equationsOf } from './identities.ts';
import { imputeAmbiguous } from './impute-ambiguous.ts';
import { imputeBlanks } from './impute-blanks.ts';
import { type Evidence, NO_EVIDENCE } from './localise/evidence.ts';
import { notLocalised, withSuggestions } from './localise/not-localised.ts';
import { type Localisation, localise } from './localise/suggest.ts';
import { checkNarrativeArithmetic } from './narrative/arithmetic.ts';
import { compareClaims } from './narrative.ts';
import { nothingChecked } from './nothing-checked.ts';
import { printProse } from './peers/prose-print.ts';

/** Parts the numbers in the raw text of an ambiguous cell. */
const TOKEN_SEPARATOR = ' | ';

/** What validation asks of the world outside it, and only of a report that contradicts itself. */
export interface ValidationTools {
  /** The same document read another way; null when there is no other. */
  readonly readAgain?: () => Promise<SecondReading | null>;
}

type Validated = Omit<Extraction, 'sha256'>;

/**
 * A reading → its record: identities of the form, prose against tables, and what arithmetic proves of cells that
 * could not be placed or were left blank. Printed values stay as they are.
 */
export async function validateReading(reading: Reading, tools: ValidationTools = {}): Promise<Validated> {
  const judged = judgeTables(reading);
  if (!judged) return unjudged(reading);
  const { checked, cells } = judged;
  const second = checked.findings.some(failed) ? await tools.readAgain?.() : undefined;
  const localised = localise(equationsOf(judged.form, cells), evidenceIn(reading));
  return makeRecord(reading, judged, second, localised);
}

/**
 * The same without the second look and the search for wrong cells, which were broken off: all that was read and all
 * that contradicts itself stay, and a finding says what is missing.
 */
export function validateUnexplained(reading: Reading, cause: Message): Validated {
  const judged = judgeTables(reading);
  if (!judged) return unjudged(reading);
  const record = makeRecord(reading, judged, undefined, []);
  return { ...record, findings: [...record.findings, notLocalised(cause)].sort(bySeverity) };
}

/** The same by what the reading itself says: no second look at the document. */
export function validateAlone(reading: Reading): Validated {
  const judged = judgeTables(reading);
  if (!judged) return unjudged(reading);
  const localised = localise(equationsOf(judged.form, judged.cells), evidenceIn(reading));
  return makeRecord(reading, judged, undefined, localised);
}

/** A document without a form has nothing to be checked. */
function unjudged({ paragraphs: _, unordered: __, joined: ___, ...record }: Reading): Validated {
  return { ...record, ...nothingChecked(record) };
}

type Judged = NonNullable<ReturnType<typeof judgeTables>>;

function judgeTables({ report, cells: read, findings, unordered, joined = [] }: Reading) {
  const form = formById(report.form);
  if (!form) return null;
  const lines = doubtLines(form, read, new Set(joined));
  const doubted = doubtOcr(form, lines.cells);
  const loose = new Set(isDamaged(findings) ? read.map(({ variable }) => variable) : unordered);
  const placed = imputeAmbiguous(form, doubted.cells, TOKEN_SEPARATOR, loose);
  const proven = imputeBlanks(form, placed, loose);
  const cells = new Map(proven.map((cell) => [cell.variable, cell]));
  return { form, lines, doubted, proven, cells, checked: checkIdentities(form, cells) };
}

/** Where bytes of a document are no characters or no data, others may have become other ones: a sum proves nothing. */
const isDamaged = (findings: readonly Finding[]): boolean =>
  findings.some(({ rule }) => rule === 'document.undecodable' || rule === 'document.damaged');

function makeRecord(
  reading: Reading,
  { form, lines, doubted, proven, cells, checked }: Judged,
  second: SecondReading | null | undefined,
  localised: readonly Localisation[],
): Validated {
  const { paragraphs, unordered: _, joined: __, ...record } = reading;
  const print = printProse(paragraphs, reading.report);
  const confirmed = confirmFailures(checked.findings, cells, second);
  const narrative = compareClaims(reading.claims, cells);
  const arithmetic = checkNarrativeArithmetic(paragraphs);
  const findings = [
    ...reading.findings.filter((finding) => !isTakenBack(finding, lines.findings)),
    ...lines.findings,
    ...doubted.findings,
    ...suggestChanges(confirmed.findings, localised),
    ...confirmed.disputed,
    ...narrative.findings,
    ...arithmetic.findings,
  ];
  const printed = withoutDenied(proven, narrative.findings);
  return {
    ...record,
    cells: [...printed],
    findings: [...findings].sort(bySeverity),
    evaluated: {
      pass: checked.evaluated.pass + narrative.pass,
      fail: checked.evaluated.fail + [...narrative.findings, ...arithmetic.findings].filter(failed).length,
      not_evaluable: checked.evaluated.not_evaluable + narrative.notEvaluable,
    } satisfies Evaluated,
    checks: sumChecks([
      ...checked.checks,
      ...narrative.checks,
      ...arithmetic.checks,
      ...countFound(form, printed, findings),
    ]),
    ...(print === null ? {} : { prosePrint: print }),
  };
}

/** What the text says otherwise of is proven by no sum: a number of it may have been lost, or have moved. */
function withoutDenied(cells: readonly Cell[], narrative: readonly Finding[]): readonly Cell[] {
  const denied = new Set(narrative.filter(failed).flatMap(({ variables }) => variables));
  return cells.map((cell) => {
    if (!denied.has(cell.variable) || cell.imputed === undefined) return cell;
    const { imputed: _, ...asPrinted } = cell;
    return asPrinted;
  });
}

/** What was read as an oddly written number and is no number for certain any more. */
const isTakenBack = ({ rule, scope }: Finding, doubts: readonly Finding[]): boolean =>
  rule === 'cell.malformed' && doubts.some((doubt) => doubt.scope === scope);

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
    localised.flatMap((group) =>
      group.failing.map(({ rule, scope }) => [`${rule} ${scope}` as string, group] as const),
    ),
  );
  return findings.map((finding) => {
    const group = byEquation.get(`${finding.rule} ${finding.scope}`);
    return failed(finding) && group ? withSuggestions(finding, group) : finding;
  });
}

const failed = (finding: Finding): boolean => finding.outcome === 'fail';

const SEVERITY_ORDER = ['error', 'warning', 'question', 'info'];
const bySeverity = (a: Finding, b: Finding): number =>
  SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity);
