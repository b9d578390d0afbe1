import type { Word } from './split-words.ts';
import type { Turn } from './turn.ts';

/** A row of a table without lines: its label, what else stands left of the numbers, and its numbers. */
export interface LabelledRow {
  readonly label: readonly Word[];
  readonly beside: readonly Word[];
  readonly values: readonly Word[];
  readonly baseline: number;
  readonly page: number;
  readonly turn: Turn;
}
