import type { EquationSystem } from './equation-system.ts';

/** By how much each cell of a set must change so that every equation it stands in holds. */
export type Solution =
  | { readonly kind: 'unique'; readonly deltas: readonly number[] }
  /** A smaller set would do: some cell of it can stay as it is. */
  | { readonly kind: 'open' }
  /** No change of these cells alone does it. */
  | { readonly kind: 'none' };

/**
 * Solves the equations for the changes of a set of cells, exactly: the coefficients are 1, −1 and 0, and the
 * elimination keeps integers (Bareiss), so that no rounding can make an equation hold that does not.
 */
export function solveChanges(
  { rows, rowsOf }: EquationSystem,
  set: readonly number[],
  violated: readonly number[],
): Solution {
  const touched = [...new Set([...violated, ...set.flatMap((at) => rowsOf[at] ?? [])])];
  const width = set.length;
  const matrix = touched.map((row) => {
    const coefficients = new Array<number>(width + 1).fill(0);
    for (const { at, sign } of rows[row]?.terms ?? []) {
      const column = set.indexOf(at);
      if (column >= 0) coefficients[column] = (coefficients[column] ?? 0) + sign;
    }
    coefficients[width] = -(rows[row]?.residual ?? 0);
    return coefficients;
  });
  let rank = 0;
  for (let column = 0; column < width; column++) {
    const pivot = matrix.findIndex((line, index) => index >= rank && line[column] !== 0);
    if (pivot < 0) return { kind: 'open' };
    swap(matrix, rank, pivot);
    eliminate(matrix, rank, column);
    rank++;
  }
  if (matrix.slice(rank).some((line) => !isZero(line[width] ?? 0))) return { kind: 'none' };
  const deltas = set.map((_, column) => (matrix[column]?.[width] ?? 0) / (matrix[column]?.[column] ?? 1));
  return deltas.some(isZero) ? { kind: 'open' } : { kind: 'unique', deltas };
}

function eliminate(matrix: number[][], rank: number, column: number): void {
  const pivot = matrix[rank] as number[];
  const head = pivot[column] as number;
  matrix.forEach((line, index) => {
    const factor = line[column] as number;
    if (index === rank || factor === 0) return;
    for (let at = 0; at < line.length; at++) {
      line[at] = (line[at] as number) * head - (pivot[at] as number) * factor;
    }
  });
}

function swap<T>(list: T[], a: number, b: number): void {
  [list[a], list[b]] = [list[b] as T, list[a] as T];
}

/** Counts are integers; amounts in 10,000 yuan have a few decimals. */
const isZero = (value: number): boolean => Math.abs(value) < 1e-6;
