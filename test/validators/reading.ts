import type { Cell } from '../../src/model/cell.ts';
import type { CellStatus } from '../../src/model/status.ts';

/** A cell by what it says: a number, or the status of a cell without one. */
export type Printed = number | Exclude<CellStatus, 'reported'>;

export const cellOf = (variable: string, printed: Printed): Cell => ({
  variable,
  value: typeof printed === 'number' ? printed : null,
  raw: String(printed),
  status: typeof printed === 'number' ? 'reported' : printed,
  source: null,
});

export const cellsBy = (printed: Readonly<Record<string, Printed>>): Map<string, Cell> =>
  new Map(Object.entries(printed).map(([variable, value]) => [variable, cellOf(variable, value)]));
