import type { Extraction } from '../../src/model/extraction.ts';
import type { Printed } from './printed-truth.ts';

export type Verdicts = {
  readonly exact: number;
  readonly flagged: number;
  /** Wrong and nothing says so: what must never be. */
  readonly silent: readonly string[];
};

type Judged = Pick<Extraction, 'cells' | 'findings'>;

const DOUBTS = ['cell.', 'table.', 'document.'];
const UNKNOWN = new Set(['unreadable', 'ambiguous', 'absent', 'blank', 'dash', 'no_table']);

/**
 * Each cell of the form against what the document prints for it. Exact: the printed number, or none where none is
 * printed. Flagged: something else, and a finding names the variable, or there is no number and a finding speaks of
 * cells, tables or the document. A variable that is printed in several ways can only be flagged. An imputed number is
 * said to be proven: another one than is printed is as wrong as if it were read.
 *
 * @param meant - what each cell was printed to say, where `truth` is what the same bytes may say as well: numbers that
 *   moved up break the sums, so that arithmetic can tell the two apart
 */
export const judge = (
  truth: ReadonlyMap<string, Printed>,
  { cells, findings }: Judged,
  meant = truth,
): Verdicts => {
  const read = new Map(cells.map((cell) => [cell.variable, cell]));
  const named = new Set(findings.flatMap((finding) => finding.variables));
  const doubted = findings.some(({ rule }) => DOUBTS.some((prefix) => rule.startsWith(prefix)));
  const silent: string[] = [];
  let exact = 0;
  let flagged = 0;
  for (const variable of new Set([...truth.keys(), ...read.keys()])) {
    const printed = truth.get(variable) ?? null;
    const cell = read.get(variable);
    const value = cell?.value ?? null;
    const proven = cell?.imputed ?? null;
    const own = meant.get(variable);
    if (typeof own === 'number' && proven !== null && !isSame(own, proven))
      silent.push(`${variable}: ${own} imputed as ${proven} (${cell?.status})`);
    else if (printed !== 'several' && isSame(printed, value)) exact++;
    else if (named.has(variable) || (value === null && doubted && UNKNOWN.has(cell?.status ?? 'no_table')))
      flagged++;
    else silent.push(`${variable}: ${printed} read as ${value} (${cell?.status})`);
  }
  return { exact, flagged, silent };
};

const isSame = (printed: number | null, value: number | null): boolean =>
  printed === null || value === null ? printed === value : Math.abs(printed - value) < 1e-9;
