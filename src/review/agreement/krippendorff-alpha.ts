import { around, type Estimate, type Undefined } from './interval.ts';

/** What was said of one thing, by however many persons. */
export type Unit = readonly string[];

/**
 * Krippendorff's alpha for categories without order, any number of persons, and things that not everybody judged
 * (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). The interval is that of the jackknife over the
 * things judged, so that the same data always give the same figures. Undefined when nothing was judged twice, and when
 * only one category was ever used.
 */
export function krippendorffAlpha(units: readonly Unit[]): Estimate | Undefined {
  const judged = units.filter((unit) => unit.length > 1);
  if (judged.length === 0) return 'no_units';
  const counts = judged.map(countUnit);
  const whole = counts.reduce(add);
  const value = alphaOf(whole);
  if (value === null) return 'one_category';
  const without = counts.map((one) => alphaOf(subtract(whole, one)));
  const known = without.filter((one) => one !== null);
  if (known.length < without.length || known.length < 2) return { value, low: null, high: null };
  const mean = known.reduce((total, one) => total + one, 0) / known.length;
  const spread = known.reduce((total, one) => total + (one - mean) ** 2, 0);
  return around(value, Math.sqrt((spread * (known.length - 1)) / known.length));
}

/** Parts of the coincidence matrix that alpha needs: its diagonal as one sum, and its margins. */
interface Coincidences {
  readonly agreed: number;
  readonly margins: ReadonlyMap<string, number>;
}

function countUnit(unit: Unit): Coincidences {
  const margins = new Map<string, number>();
  for (const category of unit) margins.set(category, (margins.get(category) ?? 0) + 1);
  const agreed = [...margins.values()].reduce((total, n) => total + n * (n - 1), 0) / (unit.length - 1);
  return { agreed, margins };
}

function alphaOf({ agreed, margins }: Coincidences): number | null {
  const all = [...margins.values()].reduce((total, n) => total + n, 0);
  const chance = [...margins.values()].reduce((total, n) => total + n * (n - 1), 0);
  const most = all * (all - 1);
  return most - chance <= 0 ? null : ((all - 1) * agreed - chance) / (most - chance);
}

const add = (a: Coincidences, b: Coincidences): Coincidences => combine(a, b, 1);
const subtract = (a: Coincidences, b: Coincidences): Coincidences => combine(a, b, -1);

function combine(a: Coincidences, b: Coincidences, sign: 1 | -1): Coincidences {
  const margins = new Map(a.margins);
  for (const [category, n] of b.margins) margins.set(category, (margins.get(category) ?? 0) + sign * n);
  return { agreed: a.agreed + sign * b.agreed, margins };
}
