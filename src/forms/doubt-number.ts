import { mostOf } from './bounds.ts';
import { findVariable } from './index.ts';

/** What a number cannot be in its cell. */
export type NumberDoubt = 'negative' | 'fraction' | 'too_large';

/** Why a typed number is hardly what a report means: a count below zero, with decimals, or beyond all that is counted. */
export function doubtNumber(name: string, value: number): NumberDoubt | null {
  const variable = findVariable(name);
  if (!variable) return null;
  const kind = variable.row.number ?? variable.column.number ?? 'count';
  if (value < 0 && kind !== 'change') return 'negative';
  if (!Number.isInteger(value) && kind !== 'amount_10k_yuan') return 'fraction';
  return Math.abs(value) > mostOf(variable.table, kind) ? 'too_large' : null;
}
