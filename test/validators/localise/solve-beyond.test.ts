import { expect, test } from 'vitest';
import { FORM_2021 } from '../../../src/forms/index.ts';
import type { Cell } from '../../../src/model/cell.ts';
import { loadSolver } from '../../../src/pipeline/load-solver.ts';
import { type Equation, equationsOf as equationsOfForm } from '../../../src/validators/identities.ts';
import { buildSystem, isViolated, withChanges } from '../../../src/validators/localise/equation-system.ts';
import { NO_EVIDENCE } from '../../../src/validators/localise/evidence.ts';
import { BOUNDS, findMinimalChanges } from '../../../src/validators/localise/minimal-changes.ts';
import {
  fewestChanges,
  MOST_BEYOND,
  MOST_CHANGES,
  type SolveProgram,
  solveBeyond,
} from '../../../src/validators/localise/solve-beyond.ts';
import { localise } from '../../../src/validators/localise/suggest.ts';
import { makeFigures } from '../../generate/figures.ts';
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

test.each([5, 6])('%i wrong cells, more than are enumerated, are found by the solver', async (errors) => {
  const { system, truth } = planted(errors);
  expect(findMinimalChanges(system)).toBeNull();
  const found = solveBeyond(system, await loadSolver());
  expect(found).toMatchObject({ size: errors, complete: true });
  expect(found?.sets.map(({ changes }) => named(system, changes))).toEqual([truth]);
});

test('every set that is given makes every equation hold, in whole numbers', async () => {
  // Two cells of one row, and one more in each of their columns: several sets of the same size.
  const { system: sound } = planted(0);
  const at = (name: string) => sound.cells.findIndex(({ variable }) => variable === name);
  const wrong = ['r0c0', 'r0c1', 'r1c0', 'r1c1', 'r3c3'].map((name, index) => {
    const place = at(name);
    return [place, (sound.values[place] ?? 0) + [5, 9, 9, 5, 3][index]!] as const;
  });
  const system = withChanges(sound, new Map(wrong));
  const found = solveBeyond(system, await loadSolver());
  expect(found?.sets.length).toBeGreaterThan(0);
  for (const { changes } of found?.sets ?? []) {
    expect(changes.size).toBe(found?.size);
    expect(withChanges(system, changes).rows.filter(isViolated)).toEqual([]);
    for (const value of changes.values()) expect(Number.isInteger(value) && value >= 0).toBe(true);
  }
});

test('finds what the enumeration finds, where that can be had', async () => {
  const solve = await loadSolver();
  for (const errors of [1, 2, 3]) {
    const { system } = planted(errors);
    const enumerated = findMinimalChanges(system);
    const solved = solveBeyond(system, solve);
    expect(solved?.size).toBe(enumerated?.size);
    expect(solved?.sets.map(({ changes }) => named(system, changes))).toEqual(
      enumerated?.sets.map(({ changes }) => named(system, changes)),
    );
  }
});

test('stops counting at a bound and says so', async () => {
  const parts = Array.from({ length: 6 }, (_, at) => cellOf(`part${at}`, 10));
  const equations: Equation[] = Array.from({ length: 5 }, (_, at) => ({
    ...{ rule: 'challenges.total', scope: String(at) },
    left: parts.map((cell) => ({ ...cell, variable: `${cell.variable}.${at}` })),
    right: [cellOf(`total${at}`, 70)],
  }));
  const found = solveBeyond(buildSystem(equations), await loadSolver());
  expect(found).toMatchObject({ size: BOUNDS.mostCells + 1, complete: false });
  expect(found?.sets).toHaveLength(MOST_BEYOND);
});

/** A table like a report's, with `share` of its numbers another one; its rows and columns are the form's. */
function spoiled(random: ReturnType<typeof createRandom>, share: number) {
  const figures = makeFigures(random, {
    ...{ layout: '2021', other: 'three rows', size: 'city', naturalOnly: false },
  });
  const printed = [...figures].map(([name, value]) => {
    const isSpoiled = random.integer(0, 99) < share * 100;
    return [name, isSpoiled ? value + random.integer(1, 900) : value] as const;
  });
  return buildSystem(equationsOfForm(FORM_2021, cellsBy(Object.fromEntries(printed))));
}

test('however much of a table is wrong, few programs are solved, and each asks for few cells', () => {
  const random = createRandom(SEED);
  for (let round = 0; round < 60; round++) {
    const system = spoiled(random, round / 60);
    let solved = 0;
    const solve: SolveProgram = (program) => {
      solved++;
      const most = /^ z0 \+ z1 .* <= (\d+)$/m.exec(program)?.[1];
      expect(Number(most), program).toBeLessThanOrEqual(MOST_CHANGES);
      return { status: 'infeasible' };
    };
    expect(solveBeyond(system, solve)).toBeNull();
    expect(solved).toBeLessThanOrEqual(fewestChanges(system) > MOST_CHANGES ? 0 : 1);
  }
});

test('no smallest set is smaller than the failing equations that share no cell', () => {
  const random = createRandom(SEED + 1);
  for (let round = 0; round < 40; round++) {
    const system = spoiled(random, 0.015);
    const size = findMinimalChanges(system)?.size ?? Number.POSITIVE_INFINITY;
    expect(fewestChanges(system)).toBeLessThanOrEqual(size);
  }
});

test('an answer that exact integers do not bear out is no answer', () => {
  const { system } = planted(5);
  const leaking: SolveProgram = () => ({ status: 'optimal', chosen: new Set(['z0', 'z1']) });
  expect(solveBeyond(system, leaking)).toBeNull();
  expect(solveBeyond(system, () => ({ status: 'unsolved' }))).toBeNull();
});

test('a program that is none is not solved', async () => {
  const solve = await loadSolver();
  expect(solve('garbage').status).toBe('unsolved');
});

test('a report with five slips has them as its first suggestion', async () => {
  const figures = makeFigures(createRandom(SEED), {
    ...{ layout: '2021', other: 'three rows', size: 'city', naturalOnly: false },
  });
  const slips = {
    'applications.granted.natural_person': 7,
    'applications.granted_in_part.commercial_enterprise': 11,
    'applications.refused_state_secret.research_institution': 13,
    'applications.unavailable_not_held.public_welfare_org': 17,
    'applications.rejected_petition.legal_service_org': 19,
  };
  const truth = Object.fromEntries(Object.keys(slips).map((name) => [name, figures.get(name) ?? 0]));
  const printed = Object.entries(slips).map(([name, more]) => [name, (truth[name] ?? 0) + more] as const);
  const equations = equationsOfForm(FORM_2021, cellsBy(Object.fromEntries([...figures, ...printed])));
  const solve = await loadSolver();
  expect(localise(equations, NO_EVIDENCE)).toMatchObject([{ gaveUp: true, suggestions: [] }]);
  const [found] = localise(equations, NO_EVIDENCE, (system) => solveBeyond(system, solve));
  expect(found?.gaveUp).toBe(false);
  expect(found?.suggestions[0]?.changes).toEqual(truth);
});
