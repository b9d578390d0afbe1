import type { Extraction } from '../../src/model/extraction.ts';

/** What is known of a document: as in the truth files of the generator. */
export interface Truth {
  readonly file: string;
  readonly code: string;
  readonly year: number;
  readonly format: string | null;
  readonly published?: string | null;
  readonly values: Readonly<Record<string, number>>;
  readonly blank?: readonly string[];
  readonly findings?: readonly { readonly rule: string; readonly scope?: string }[];
  readonly ambiguous?: boolean;
  readonly missing_table?: string | null;
}

/** One list a thing that must not happen; all are empty for a document that is read as it should be. */
export interface Score {
  /** Wrong, and nothing says that they may be. */
  readonly silent: readonly string[];
  /** Not the printed number, but said to be in doubt. */
  readonly inexact: readonly string[];
  /** Listed anomalies that no finding reports. */
  readonly missed: readonly string[];
  /** Findings of severity error on a document without a listed anomaly. */
  readonly falseAlarms: readonly string[];
  readonly metadata: readonly string[];
}

const NO_NUMBER = new Set(['unreadable', 'ambiguous', 'absent', 'blank', 'dash', 'no_table']);

/** An extraction against the truth, by the criteria by which documents kept back are scored. */
export function scoreDocument(truth: Truth, { report, cells, findings }: Extraction): Score {
  const cellOf = new Map(cells.map((cell) => [cell.variable, cell]));
  const named = new Set(findings.flatMap((finding) => finding.variables));
  const doubted = findings.some(({ rule }) => /^(?:cell|table|document)\./.test(rule));
  const blank = new Set(truth.blank ?? []);
  const silent: string[] = [];
  const inexact: string[] = [];
  for (const [variable, printed] of Object.entries(truth.values)) {
    const cell = cellOf.get(variable);
    const read = cell?.value ?? null;
    const exact = blank.has(variable) ? read === null : read !== null && Math.abs(read - printed) < 1e-9;
    if (exact) continue;
    const known =
      named.has(variable) || (read === null && doubted && cell !== undefined && NO_NUMBER.has(cell.status));
    (known ? inexact : silent).push(
      `${variable}: ${blank.has(variable) ? 'blank' : printed} read as ${read}`,
    );
  }
  const anomalies = truth.findings ?? [];
  const missed = anomalies
    .filter(
      ({ rule, scope }) =>
        !findings.some(
          (finding) =>
            finding.rule === rule &&
            (scope === undefined || finding.scope === scope || finding.variables.includes(scope)),
        ),
    )
    .map(({ rule, scope }) => `${rule} ${scope ?? ''}`);
  const consistent = anomalies.length === 0 && (truth.missing_table ?? null) === null;
  const falseAlarms = consistent
    ? findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, scope, message }) => `${rule} ${scope}: ${message.en}`)
    : [];
  return { silent, inexact, missed, falseAlarms, metadata: wrongMetadata(truth, report) };
}

function wrongMetadata(truth: Truth, report: Extraction['report']): readonly string[] {
  const wanted = { year: truth.year, division: truth.code, form: truth.format };
  const dated = truth.published ? { ...wanted, published: truth.published } : wanted;
  return Object.entries(dated).flatMap(([key, value]) => {
    const read = report[key as keyof typeof wanted];
    return read === value ? [] : [`${key}: ${value} read as ${read}`];
  });
}
