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
  readonly byVariable: ReadonlyMap<string, StoredCell>;
  readonly derived: readonly DerivedValue[];
  /** Rules of the findings that name a variable, each once, sorted. */
  readonly flags: ReadonlyMap<string, string>;
}

export const REPORT_ID_DIGITS = 16;

/** The code in force today of the place that had `code` in `year`. */
export type LatestDivision = (code: string | null, year: number | null) => string | null;

export function prepareReport(
  stored: StoredReport,
  computed: readonly ReleaseVariable[],
  known: PartReport,
): PreparedReport {
  const { report, cells, findings } = stored;
  const byVariable = new Map<string, StoredCell>();
  for (const cell of cells) byVariable.set(cell.variable, cell);
  return {
    ...stored,
    id: report.sha256.slice(0, REPORT_ID_DIGITS),
    known,
    byVariable,
    derived:
      report.form === null ? [] : computed.map((variable) => derive(variable, report.form, byVariable)),
    flags: flagsOf(findings),
  };
}

function flagsOf(findings: StoredReport['findings']): Map<string, string> {
  const rules = new Map<string, Set<string>>();
  for (const { rule, variables } of findings)
    for (const name of variables) rules.set(name, (rules.get(name) ?? new Set()).add(rule));
  return new Map([...rules].map(([name, set]) => [name, [...set].sort().join(' ')]));
}
