import { CELL_STATUSES, type CellStatus } from '../../model/status.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';
import { selectRaw } from './select-raw.ts';

/** A cell as it is used: the corrected number, else the printed one, and what is known where there is neither. */
export interface UsedCell {
  readonly reportId: number;
  readonly variable: string;
  readonly status: CellStatus;
  readonly value: number | null;
  readonly corrected: boolean;
  readonly imputed: number | null;
}

type Row = [number, number, number | null, number, number | null, number | null];

/** The cells of some variables in some reports. A report has none of variables that its form does not print. */
export function seriesCells(
  store: Store,
  reports: readonly number[],
  variables: readonly string[],
): UsedCell[] {
  const { findId, nameOf } = variableBook(store);
  const ids = variables.flatMap((name) => findId(name) ?? []);
  return selectRaw<Row>(
    store,
    `SELECT c.report, c.variable, coalesce(k.value, c.value), c.state & 7, c.imputed, k.value
      FROM json_each(?) r CROSS JOIN json_each(?) v CROSS JOIN cell c ON c.report = r.value AND c.variable = v.value
      LEFT JOIN correction k ON k.report = c.report AND k.variable = c.variable`,
    JSON.stringify(reports),
    JSON.stringify(ids),
  ).map(([reportId, variable, value, state, imputed, corrected]) => ({
    ...{ reportId, variable: nameOf(variable), value, imputed },
    status: CELL_STATUSES[state] ?? 'unreadable',
    corrected: corrected !== null,
  }));
}
