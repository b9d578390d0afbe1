import { type Block, tablesIn } from '../generate/blocks.ts';
import type { MutatedBlocks } from './mutant.ts';

/** What a document prints for a variable: a number, nothing (no cell, or no number in it), or several things. */
export type Printed = number | null | 'several';

const numberIn = (text: string): number | null =>
  /^[+-]?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;

/** Every variable that some cell of the blocks prints. A cell that is printed twice alike is printed once. */
export const printedTruth = (
  blocks: readonly Block[],
  { doubtful = [], printed = new Map() }: Pick<MutatedBlocks, 'doubtful' | 'printed'>,
): ReadonlyMap<string, Printed> => {
  const truth = new Map<string, Printed>();
  for (const cell of tablesIn(blocks).flatMap((table) => table.rows.flat())) {
    if (cell.variable === undefined) continue;
    const known = truth.get(cell.variable);
    const value = numberIn(cell.text);
    truth.set(cell.variable, known === undefined || known === value ? value : 'several');
  }
  for (const [variable, text] of printed) truth.set(variable, numberIn(text));
  for (const variable of doubtful) truth.set(variable, 'several');
  return truth;
};
