import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORM_2021 } from '../../../src/forms/index.ts';
import type { Cell } from '../../../src/model/cell.ts';
import { type Equation, equationsOf as equationsOfForm } from '../../../src/validators/identities.ts';
import { buildSystem, isViolated, withChanges } from '../../../src/validators/localise/equation-system.ts';
import { NO_EVIDENCE } from '../../../src/validators/localise/evidence.ts';
import {
  BOUNDS,
  type Budget,
  findMinimalChanges,
  isGivenUp,
} from '../../../src/validators/localise/minimal-changes.ts';
import { localise } from '../../../src/validators/localise/suggest.ts';
import { type Figures, makeFigures, type Size } from '../../generate/figures.ts';
import { createRandom } from '../../generate/random.ts';
import { cellOf, cellsBy } from '../reading.ts';

const HEIGHT = 8;
const WIDTH = 7;
const SEED = 20261126;

/** A table of numbers with the total of each row and of each column. */
function equationsOf(values: readonly (readonly number[])[]): Equation[] {
  const cells = values.map((line, row) => line.map((value, column) => cellOf(`r${row}c${column}`, value)));
  const sum = (scope: string, left: readonly Cell[], right: readonly Cell[]): Equation => ({
    ...{ rule: 'challenges.total', scope, left, right },
  });
  return [
    ...cells.map((line, row) => sum(`row ${row}`, line.slice(0, -1), line.slice(-1))),
    ...values[0]!.map((_, column) => {
      const line = cells.map((cellsOfRow) => cellsOfRow[column] as Cell);
      return sum(`column ${column}`, line.slice(0, -1), line.slice(-1));
    }),
  ];
}

/** A sound table and the same with `errors` cells changed, no two in one row or column. */
function planted(errors: number) {
  const random = createRandom(SEED + errors);
  const inner = Array.from({ length: HEIGHT - 1 }, () =>
    Array.from({ length: WIDTH - 1 }, () => 5 + random.integer(0, 90)),
  );
  const total = (line: readonly number[]) => line.reduce((a, b) => a + b, 0);
  const rows = inner.map((line) => [...line, total(line)]);
  const sound = [...rows, rows[0]!.map((_, column) => total(rows.map((line) => line[column] ?? 0)))];
  const changed = new Map(Array.from({ length: errors }, (_, at) => [`r${at}c${at}`, sound[at]?.[at] ?? 0]));
  const table = sound.map((line, row) =>
    line.map((value, column) => (changed.has(`r${row}c${column}`) ? value + 7 * (row + 1) : value)),
  );
  return { system: buildSystem(equationsOf(table)), truth: Object.fromEntries(changed) };
}

const named = (system: ReturnType<typeof buildSystem>, changes: ReadonlyMap<number, number>) =>
  Object.fromEntries([...changes].map(([at, value]) => [system.cells[at]?.variable, value]));

test.each([1, 2, 3, 4, 5, 6])('%i wrong cells of a table are found, and no other ones', (errors) => {
  const { system, truth } = planted(errors);
  const found = findMinimalChanges(system);
  expect(found).toMatchObject({ size: errors, complete: true });
  expect(found.sets.map(({ changes }) => named(system, changes))).toEqual([truth]);
});

test('every set that is given makes every equation hold, in whole numbers', () => {
  // Two cells of one row, and one more in each of their columns: several sets of the same size.
  const { system: sound } = planted(0);
  const at = (name: string) => sound.cells.findIndex(({ variable }) => variable === name);
  const wrong = ['r0c0', 'r0c1', 'r1c0', 'r1c1', 'r3c3'].map((name, index) => {
    const place = at(name);
    return [place, (sound.values[place] ?? 0) + [5, 9, 9, 5, 3][index]!] as const;
  });
  const system = withChanges(sound, new Map(wrong));
  const found = findMinimalChanges(system);
  expect(found.sets.length).toBeGreaterThan(0);
  for (const { changes } of found.sets) {
    expect(changes.size).toBe(found.size);
    expect(withChanges(system, changes).rows.filter(isViolated)).toEqual([]);
    for (const value of changes.values()) expect(Number.isInteger(value) && value >= 0).toBe(true);
  }
});

test('stops counting at a bound and says so', () => {
  const found = findMinimalChanges(apart(4, 6));
  expect(found).toMatchObject({ size: 4, complete: false });
  expect(found.sets).toHaveLength(BOUNDS.mostSets);
});

test('more wrong cells than the bound are not looked for: so many at least are wrong', () => {
  const budget: Budget = { steps: BOUNDS.mostSteps };
  const found = findMinimalChanges(apart(BOUNDS.mostCells + 3, 6), BOUNDS, budget);
  expect(found).toEqual({ sets: [], size: BOUNDS.mostCells + 3, complete: false });
  expect(isGivenUp(found)).toBe(true);
  expect(budget.steps).toBe(BOUNDS.mostSteps);
});

/** Sums that fail and have no cell in common. */
function apart(sums: number, parts: number) {
  const equations: Equation[] = Array.from({ length: sums }, (_, sum) => ({
    ...{ rule: 'challenges.total', scope: String(sum) },
    left: Array.from({ length: parts }, (_, part) => cellOf(`part${part}.${sum}`, 10)),
    right: [cellOf(`total${sum}`, parts * 10 + 10)],
  }));
  return buildSystem(equations);
}

const figuresOf = (seed: number, size: Size) =>
  makeFigures(createRandom(seed), { layout: '2021', other: 'three rows', size, naturalOnly: false });

/** A report with some of its numbers printed otherwise. */
const equationsWith = (figures: Figures, printed: Iterable<readonly [string, number]>) =>
  equationsOfForm(FORM_2021, cellsBy(Object.fromEntries([...figures, ...printed])));

test('a report with five slips has them as its first suggestion', () => {
  const figures = figuresOf(SEED, 'city');
  const slips = {
    'applications.granted.natural_person': 7,
    'applications.granted_in_part.commercial_enterprise': 11,
    'applications.refused_state_secret.research_institution': 13,
    'applications.unavailable_not_held.public_welfare_org': 17,
    'applications.rejected_petition.legal_service_org': 19,
  };
  const truth = Object.fromEntries(Object.keys(slips).map((name) => [name, figures.get(name) ?? 0]));
  const printed = Object.entries(slips).map(([name, more]) => [name, (truth[name] ?? 0) + more] as const);
  const [found] = localise(equationsWith(figures, printed), NO_EVIDENCE);
  expect(found).toMatchObject({ gaveUp: false, cells: 5 });
  expect(found?.suggestions[0]?.changes).toEqual(truth);
});

const anySize = fc.constantFrom<Size>('tiny', 'county', 'city', 'province');

test('however many cells are wrong, the search keeps within its steps and what it finds mends all', () => {
  const anyReport = fc.record({ seed: fc.nat(), size: anySize, wrong: fc.integer({ min: 1, max: 140 }) });
  fc.assert(
    fc.property(anyReport, ({ seed, size, wrong }) => {
      const figures = figuresOf(seed, size);
      const random = createRandom(seed).fork('wrong');
      const names = [...figures.keys()].filter((name) => /^(?:applications|challenges)\./.test(name));
      const printed = random.sample(names, wrong).map((name) => [name, random.integer(0, 60)] as const);
      const system = buildSystem(equationsWith(figures, printed));
      const budget: Budget = { steps: BOUNDS.mostSteps };
      const { sets, size: cells, complete } = findMinimalChanges(system, BOUNDS, budget);
      expect(budget.steps).toBeGreaterThan(-BOUNDS.mostCells - 1);
      expect(cells).toBeLessThanOrEqual(Math.max(wrong, BOUNDS.mostCells + 1));
      for (const { changes } of sets) {
        expect(changes.size).toBe(cells);
        expect(withChanges(system, changes).rows.some(isViolated)).toBe(false);
      }
      if (sets.length === 0) expect(complete).toBe(!system.rows.some(isViolated));
    }),
    { numRuns: 120, seed: SEED },
  );
});

test('one slip is the first suggestion whatever else the report says', () => {
  const names = [...figuresOf(1, 'county').keys()].filter((name) => name.startsWith('applications.'));
  const anySlip = fc.record({
    seed: fc.nat(),
    size: anySize,
    name: fc.constantFrom(...names),
    by: fc.integer({ min: 1, max: 500 }),
  });
  fc.assert(
    fc.property(anySlip, ({ seed, size, name, by }) => {
      const figures = figuresOf(seed, size);
      const right = figures.get(name) ?? 0;
      const [found] = localise(equationsWith(figures, [[name, right + by]]), NO_EVIDENCE);
      expect(found?.suggestions[0]).toMatchObject({ changes: { [name]: right }, localised: true });
    }),
    { numRuns: 300, seed: SEED },
  );
});
