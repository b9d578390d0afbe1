import { build } from '../build.ts';
import { restoreText, type StoredText } from '../cell-state.ts';
import type { CellPlace } from '../places/decode-places.ts';
import { getRow, getRows, getValues, PARAMETER, type Prepared, prepare } from '../run.ts';
import type { Store } from '../store.ts';
import { type VariableBook, variableBook } from '../variable-book.ts';
import type { StoredCell } from './stored-report.ts';

/**
 * Most cells are a whole number printed plainly, or nothing: such a one travels as a single number (value, variable
 * and state side by side, below 2^53), which takes a fifth of the time of a row of five columns. Of any other, the number of its variable below zero.
 */
const STATE_BITS = 8;
const VARIABLE_BITS = 2 ** 17;
const MOST_PLAIN = 1_000_000_000;
const IS_PLAIN = `raw IS NULL AND imputed IS NULL AND state < ${STATE_BITS}
  AND (value IS NULL OR value = CAST(value AS INTEGER) AND abs(value) < ${MOST_PLAIN})`;
const packedOf: Prepared<number> = {
  sql: `SELECT iif(${IS_PLAIN},
  (iif(value IS NULL, 0, CAST(value AS INTEGER) + ${MOST_PLAIN}) * ${VARIABLE_BITS} + variable) * ${STATE_BITS} + state,
  -variable) FROM cell WHERE report = ?`,
};
const otherOf = prepare(
  build
    .selectFrom('cell')
    .select(['value', 'state', 'raw', 'imputed'])
    .where('report', '=', PARAMETER)
    .where('variable', '=', PARAMETER),
);
const correctionsOf = prepare(
  build.selectFrom('correction').select(['variable', 'value']).where('report', '=', PARAMETER),
);

type Places = readonly (CellPlace | null | undefined)[];

/** The cells of a report and the corrections of cells that it does not have, in the order of their names. */
export function readCells(store: Store, book: VariableBook, report: number, places: Places): StoredCell[] {
  const ranks = ranksOf(store);
  const inOrder: (StoredCell | undefined)[] = [];
  const corrections = new Map(getRows(store, correctionsOf, report).map((row) => [row.variable, row.value]));
  const put = (variable: number, reported: number | null, text: StoredText, imputed: number | null): void => {
    const corrected = corrections.get(variable) ?? null;
    const { status, raw } = restoreText(text, reported);
    inOrder[rankOf(ranks, variable)] = {
      variable: book.nameOf(variable),
      reported,
      status,
      imputed,
      corrected,
      value: corrected ?? reported ?? imputed,
      raw,
      place: places[variable] ?? null,
    };
    if (corrected !== null) corrections.delete(variable);
  };
  for (const packed of getValues(store, packedOf, report)) {
    if (packed < 0) {
      const other = getRow(store, otherOf, report, -packed);
      if (other) put(-packed, other.value, other, other.imputed);
      continue;
    }
    const state = packed % STATE_BITS;
    const rest = (packed - state) / STATE_BITS;
    const variable = rest % VARIABLE_BITS;
    const value = (rest - variable) / VARIABLE_BITS;
    put(variable, value === 0 ? null : value - MOST_PLAIN, { state, raw: null }, null);
  }
  for (const [variable, corrected] of corrections)
    inOrder[rankOf(ranks, variable)] = {
      ...{ variable: book.nameOf(variable), reported: null, status: 'absent', imputed: null },
      ...{ corrected, value: corrected, raw: null, place: null },
    };
  return inOrder.filter((cell) => cell !== undefined);
}

const ranksOfStores = new WeakMap<Store, readonly number[]>();

/** Number of a variable → its place in the order of the names. */
function ranksOf(store: Store): readonly number[] {
  const known = ranksOfStores.get(store);
  if (known) return known;
  const ranks: number[] = [];
  const byName = variableBook(store)
    .all()
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  byName.forEach(({ id }, rank) => {
    ranks[id] = rank;
  });
  ranksOfStores.set(store, ranks);
  return ranks;
}

function rankOf(ranks: readonly number[], variable: number): number {
  const rank = ranks[variable];
  if (rank === undefined) throw new Error(`variable ${variable} was seeded after the release began`);
  return rank;
}
