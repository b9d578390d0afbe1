import { CELL_STATUSES } from '../../../model/status.ts';
import type { Store } from '../../store.ts';
import { iterateRaw } from '../select-raw.ts';
import { type Part, reportsOfPart } from './reports-of-part.ts';

/** What the cells of a variable are in the reports of a part. */
export interface VariableSum {
  /** Cells of each status, in the order of CELL_STATUSES. */
  readonly statuses: number[];
  corrected: number;
  imputed: number;
  /** Number in force → how many. */
  readonly numbers: Map<number, number>;
  /** The largest first, each with its report. */
  readonly largest: [value: number, report: number][];
}

/** As many of the largest numbers are kept with their reports. */
const LARGEST = 5;
const ABSENT = CELL_STATUSES.indexOf('absent');

/** One pass over all cells of a part: some hundred thousand. */
export function sumVariables(store: Store, part: Part): ReadonlyMap<number, VariableSum> {
  const sums = new Map<number, VariableSum>();
  const { sql, parameters } = reportsOfPart(part);
  const rows = iterateRaw<CellRow>(
    store,
    `SELECT c.variable, c.state & 7, c.value, c.imputed, k.value, r.id FROM report r CROSS JOIN cell c ON c.report = r.id
      LEFT JOIN correction k ON k.report = c.report AND k.variable = c.variable WHERE ${sql}
    UNION ALL
    SELECT k.variable, ${ABSENT}, NULL, NULL, k.value, r.id FROM report r CROSS JOIN correction k ON k.report = r.id
      WHERE ${sql} AND NOT EXISTS (SELECT 1 FROM cell c WHERE c.report = k.report AND c.variable = k.variable)`,
    ...parameters,
    ...parameters,
  );
  for (const row of rows) add(sums, row);
  return sums;
}

type CellRow = [
  variable: number,
  status: number,
  value: number | null,
  imputed: number | null,
  corrected: number | null,
  report: number,
];

function add(
  sums: Map<number, VariableSum>,
  [variable, status, value, imputed, corrected, report]: CellRow,
): void {
  const sum = sums.get(variable) ?? emptySum();
  sums.set(variable, sum);
  sum.statuses[status] = (sum.statuses[status] ?? 0) + 1;
  if (corrected !== null) sum.corrected++;
  else if (value === null && imputed !== null) sum.imputed++;
  const number = corrected ?? value;
  if (number === null) return;
  sum.numbers.set(number, (sum.numbers.get(number) ?? 0) + 1);
  const least = sum.largest[LARGEST - 1];
  if (least && number <= least[0]) return;
  sum.largest.push([number, report]);
  sum.largest.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  sum.largest.length = Math.min(sum.largest.length, LARGEST);
}

const emptySum = (): VariableSum => ({
  statuses: CELL_STATUSES.map(() => 0),
  ...{ corrected: 0, imputed: 0, numbers: new Map(), largest: [] },
});
