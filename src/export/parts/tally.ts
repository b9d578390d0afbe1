import { CELL_STATUSES } from '../../model/status.ts';
import { COMPUTED_STATUSES } from '../derive.ts';
import type { PreparedReport } from '../prepare-report.ts';

/** What is counted of one variable in the reports of a part; added up, it gives every figure of the release. */
export interface VariableTally {
  /** By status, in the order of TALLIED: of all reports, and of those in force. */
  readonly all: number[];
  readonly inForce: number[];
  withValue: number;
  /** Of the values used; infinite while there is none. */
  least: number;
  most: number;
  /** Of the values used, of reports in force, and of how many. */
  sumInForce: number;
  inForceWithValue: number;
}

export interface Tally {
  readonly variables: Map<string, VariableTally>;
  /** Findings by rule, of reports in force. */
  readonly rules: Map<string, number>;
}

export const TALLIED = [...CELL_STATUSES, ...COMPUTED_STATUSES] as const;
const AT: Readonly<Record<string, number>> = Object.fromEntries(TALLIED.map((status, at) => [status, at]));

export const newTally = (): Tally => ({ variables: new Map(), rules: new Map() });

/** A version in force that is a report: what the figures of a year and the bands are about. */
export const isInForce = ({
  current,
  form,
}: {
  readonly current: number;
  readonly form: string | null;
}): boolean => current === 1 && form !== null;

/** Counts a report's cells, computed variables and findings. */
export function tallyReport(tally: Tally, { report, cells, derived, findings }: PreparedReport): void {
  const counts = isInForce(report);
  for (const { variable, status, value } of cells) raise(tally, variable, status, value, counts);
  // Printed and computed statuses are told apart by their place, so a variable of each kind has its own.
  for (const { variable, status, value } of derived)
    if (status !== 'not_in_form') raise(tally, variable.name, status, value, counts);
  if (counts) for (const { rule } of findings) tally.rules.set(rule, (tally.rules.get(rule) ?? 0) + 1);
}

function raise(tally: Tally, variable: string, status: string, value: number | null, inForce: boolean): void {
  let of = tally.variables.get(variable);
  if (!of) {
    const [all, ofThose] = [TALLIED.map(() => 0), TALLIED.map(() => 0)];
    of = {
      ...{ all, inForce: ofThose, withValue: 0, sumInForce: 0, inForceWithValue: 0 },
      ...{ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY },
    };
    tally.variables.set(variable, of);
  }
  const at = AT[status] ?? 0;
  of.all[at] = (of.all[at] ?? 0) + 1;
  if (inForce) of.inForce[at] = (of.inForce[at] ?? 0) + 1;
  if (value === null) return;
  of.withValue++;
  if (value < of.least) of.least = value;
  if (value > of.most) of.most = value;
  if (!inForce) return;
  of.sumInForce += value;
  of.inForceWithValue++;
}
