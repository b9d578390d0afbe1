import type { StoredCell, StoredReport } from '../store/release/stored-report.ts';
import { type DerivedValue, derive } from './derive.ts';
import type { PartReport } from './parts/part.ts';
import type { ReleaseVariable } from './release-variable.ts';

/** A report with what the tables of a release need of it. */
export interface PreparedReport extends StoredReport {
  /** The first 16 digits of the document's sha256: the same in every database. */
  readonly id: string;
  /** What other reports and tables say of it. */
  readonly known: PartReport;
  /** Of every variable of the release, in their order: printed ones from the cells, computed ones as computed. */
  readonly held: readonly Held[];
  readonly derived: readonly DerivedValue[];
  /** Rules of the findings that name a variable, each once, sorted. */
  readonly flags: ReadonlyMap<string, string>;
}

export interface Held {
  readonly value: number | null;
  readonly status: string;
}
const NOT_IN_FORM: Held = { value: null, status: 'not_in_form' };

export const REPORT_ID_DIGITS = 16;

/** The code in force today of the place that had `code` in `year`. */
export type LatestDivision = (code: string | null, year: number | null) => string | null;

/** @param variables - printed ones first, then computed ones */
export function prepareReport(
  stored: StoredReport,
  variables: readonly ReleaseVariable[],
  known: PartReport,
): PreparedReport {
  const { report, cells, findings } = stored;
  const byVariable = new Map<string, StoredCell>();
  for (const cell of cells) byVariable.set(cell.variable, cell);
  const derived: DerivedValue[] = [];
  const held = variables.map((variable): Held => {
    if (variable.kind === 'printed') return byVariable.get(variable.name) ?? NOT_IN_FORM;
    if (report.form === null) return NOT_IN_FORM;
    const computed = derive(variable, report.form, byVariable);
    derived.push(computed);
    return computed;
  });
  return {
    ...stored,
    id: report.sha256.slice(0, REPORT_ID_DIGITS),
    ...{ known, held, derived, flags: flagsOf(findings) },
  };
}

function flagsOf(findings: StoredReport['findings']): Map<string, string> {
  const rules = new Map<string, Set<string>>();
  for (const { rule, variables } of findings)
    for (const name of variables) rules.set(name, (rules.get(name) ?? new Set()).add(rule));
  return new Map([...rules].map(([name, set]) => [name, [...set].sort().join(' ')]));
}
