import type { StoredCell } from '../store/release/stored-report.ts';
import type { ReleaseVariable } from './release-variable.ts';

/** Statuses of a value that is computed, beside those of cells. */
export const COMPUTED_STATUSES = ['computed', 'incomplete', 'not_in_form'] as const;
export const VALUE_SOURCES = ['reported', 'imputed', 'corrected'] as const;
type ValueSource = (typeof VALUE_SOURCES)[number];

/** A sum of cells: it has a value only when every part has one. */
export interface DerivedValue {
  readonly variable: ReleaseVariable;
  readonly value: number | null;
  readonly status: (typeof COMPUTED_STATUSES)[number];
  readonly parts: number;
  readonly partsKnown: number;
  /** Of the parts that have a value; null when none has. */
  readonly knownSum: number | null;
  /** The least certain way in which a part came by its value. */
  readonly source: ValueSource | null;
}

/** Which of a cell's numbers is used. */
export function sourceOf({ corrected, reported, value }: StoredCell): ValueSource | null {
  if (corrected !== null) return 'corrected';
  if (reported !== null) return 'reported';
  return value === null ? null : 'imputed';
}

const UNPRINTED = new Set(['absent', 'no_table']);
/** The least certain last. */
const BY_CERTAINTY: readonly ValueSource[] = ['reported', 'imputed', 'corrected'];

/** The value of a derived or harmonised variable in a report of the edition `form`. */
export function derive(
  variable: ReleaseVariable,
  form: string | null,
  cells: ReadonlyMap<string, StoredCell>,
): DerivedValue {
  const ways = variable.parts[form as keyof ReleaseVariable['parts']];
  if (!ways?.length)
    return {
      variable,
      value: null,
      status: 'not_in_form',
      parts: 0,
      partsKnown: 0,
      knownSum: null,
      source: null,
    };
  const isPrinted = (name: string): boolean => !UNPRINTED.has(cells.get(name)?.status ?? 'absent');
  const parts =
    ways.length === 1
      ? (ways[0] ?? [])
      : (ways.find((way) => way.every(isPrinted)) ??
        ways.find((way) => way.some(isPrinted)) ??
        ways[0] ??
        []);
  let [partsKnown, total, leastCertain] = [0, 0, -1];
  for (const name of parts) {
    const cell = cells.get(name);
    if (cell === undefined || cell.value === null) continue;
    partsKnown++;
    total += cell.value;
    leastCertain = Math.max(leastCertain, BY_CERTAINTY.indexOf(sourceOf(cell) ?? 'reported'));
  }
  const knownSum = partsKnown === 0 ? null : rounded(total);
  const complete = partsKnown === parts.length;
  return {
    variable,
    value: complete ? knownSum : null,
    status: complete ? 'computed' : 'incomplete',
    ...{ parts: parts.length, partsKnown, knownSum },
    source: BY_CERTAINTY[leastCertain] ?? null,
  };
}

/** Amounts have a few decimals: without rounding 0.1 + 0.2 would be printed as 0.30000000000000004. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
