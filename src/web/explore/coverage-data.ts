import { countInForce } from '../../places/count-in-force.ts';
import { divisionInYear } from '../../places/gazetteer.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { coverageGrid } from '../../store/explore/coverage-grid.ts';
import type { Store } from '../../store/store.ts';
import { placeName, wholeCode } from './place-names.ts';

/** A place and a year: of how many of its divisions there is a report in force, of how many there were. */
export interface CoverageEntry {
  readonly year: number;
  readonly divisions: number;
  readonly inForce: number;
  readonly reports: number;
}

export interface CoverageRow {
  readonly prefix: string;
  readonly name: string;
  readonly entries: readonly CoverageEntry[];
}

export interface Coverage {
  readonly years: readonly number[];
  readonly rows: readonly CoverageRow[];
  readonly totals: readonly CoverageEntry[];
}

/**
 * The places below `place` (all provinces, the prefectures of one, the counties of one of those) by year. Places of
 * which there is no report at all are rows too: what is missing is what is looked for.
 */
export function coverageOf(store: Store, place = ''): Coverage {
  const cells = coverageGrid(store, place);
  const years = yearsFromTo(cells.map(({ year }) => year));
  const found = new Map(cells.map((cell) => [`${cell.prefix} ${cell.year}`, cell]));
  const prefixes = new Set([...cells.map(({ prefix }) => prefix), ...prefixesBelow(place, years)]);
  const entryOf = (prefix: string, year: number): CoverageEntry => {
    const cell = found.get(`${prefix} ${year}`);
    const { divisions, reports } = cell ?? { divisions: 0, reports: 0 };
    return { year, divisions, reports, inForce: countInForce(loadGazetteer(), prefix, year) };
  };
  const rows = [...prefixes].toSorted().map((prefix) => ({
    prefix,
    name: placeName(prefix),
    entries: years.map((year) => entryOf(prefix, year)),
  }));
  return {
    years,
    rows,
    totals: years.map((year, at) =>
      total(
        year,
        rows.map(({ entries }) => entries[at]),
      ),
    ),
  };
}

/** Every year from the first to the last: one of which there is no report at all is missing, and is shown so. */
function yearsFromTo(some: readonly number[]): readonly number[] {
  const [first, last] = [Math.min(...some), Math.max(...some)];
  return some.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function prefixesBelow(place: string, years: readonly number[]): string[] {
  const gazetteer = loadGazetteer();
  const digits = place.length + 2;
  // Each beginning once: thousands of codes have the same.
  return [...new Set([...gazetteer.unitsByCode.keys()].map((code) => code.slice(0, digits)))]
    .filter(
      (prefix) => prefix.startsWith(place) && (place === '' || !prefix.slice(place.length).startsWith('00')),
    )
    .filter((prefix) => years.some((year) => hasUnit(prefix, year)));

  function hasUnit(prefix: string, year: number): boolean {
    if (countInForce(gazetteer, prefix, year) === 0) return false;
    return digits < 6 || divisionInYear(gazetteer, wholeCode(prefix), year) !== undefined;
  }
}

function total(year: number, entries: readonly (CoverageEntry | undefined)[]): CoverageEntry {
  const sum = { divisions: 0, inForce: 0, reports: 0 };
  for (const entry of entries) {
    sum.divisions += entry?.divisions ?? 0;
    sum.inForce += entry?.inForce ?? 0;
    sum.reports += entry?.reports ?? 0;
  }
  return { year, ...sum };
}
