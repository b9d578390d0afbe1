import { findDerivedVariable } from '../../forms/derived.ts';
import type { ShownCell } from './report-data.ts';

/** What the tables say of a number told in prose: its cell, or the sum of the cells of a total that no form prints. */
export function tableValue(cells: ReadonlyMap<string, ShownCell>, variable: string): number | null {
  const cell = cells.get(variable);
  if (cell) return cell.value;
  const parts = findDerivedVariable(variable)?.parts.map((part) => cells.get(part)?.value ?? null) ?? [null];
  return parts.reduce((sum: number | null, part) => (sum === null || part === null ? null : sum + part), 0);
}
