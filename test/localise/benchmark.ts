import type { Form } from '../../src/forms/form.ts';
import { FORM_2021 } from '../../src/forms/index.ts';
import type { Cell } from '../../src/model/cell.ts';
import { evaluateEquation } from '../../src/validators/evaluate-equation.ts';
import { type Equation, equationsOf } from '../../src/validators/identities.ts';
import { type Evidence, NO_EVIDENCE } from '../../src/validators/localise/evidence.ts';
import { localise } from '../../src/validators/localise/suggest.ts';
import { type Figures, makeFigures, type Size } from '../generate/figures.ts';
import { createRandom, type Random } from '../generate/random.ts';
import { SLIPS } from '../generate/slips.ts';
import { cellOf } from '../validators/reading.ts';

/** What became of the cases of one class of slip. Shares are of the cases that the checks see. */
export interface SlipResult {
  readonly name: string;
  cases: number;
  /** An equation fails. */
  seen: number;
  /** There is one smallest set of cells. */
  unique: number;
  /** ... and it is the one that was changed, with the number it had. */
  uniqueRight: number;
  /** The first, or one of the first three suggestions, names the cells that were changed. */
  top1: number;
  top3: number;
  /** ... the first one, with the numbers they had. */
  value: number;
  /** How often a method that draws one of the smallest sets would name the cells. */
  drawn: number;
  medianMs: number;
  worstMs: number;
}

export interface BenchmarkOptions {
  readonly seed: number;
  readonly records: number;
  readonly pairs: number;
}

const SIZES: readonly Size[] = ['city', 'county', 'tiny', 'province', 'county'];

interface Case {
  readonly form: Form;
  readonly clean: Figures;
  readonly slipped: ReadonlyMap<string, number>;
  readonly evidence?: Evidence;
}

/** Every class of slip in every cell that a row and a column identity see, then several slips in one report. */
export function runLocalisationBenchmark({ seed, records, pairs }: BenchmarkOptions): SlipResult[] {
  const random = createRandom(seed);
  const figures = Array.from({ length: records }, (_, index) =>
    makeFigures(random.fork(`record ${index}`), {
      layout: '2021',
      other: 'three rows',
      size: SIZES[index % SIZES.length] as Size,
      naturalOnly: false,
    }),
  );
  const variables = [...(figures[0]?.keys() ?? [])].filter((name) => name.startsWith('applications.'));
  const results = Object.entries(SLIPS).map(([name, slip]) => {
    const cases = figures.flatMap((clean) =>
      variables.flatMap((variable, index): Case[] => {
        const value = clean.get(variable) ?? 0;
        const neighbour = clean.get(variables[index + 1] ?? '') ?? 0;
        const printed = slip(value, neighbour, index);
        return printed === null ? [] : [{ form: FORM_2021, clean, slipped: new Map([[variable, printed]]) }];
      }),
    );
    return judgeCases(name, cases);
  });
  const ends = makeEnds(random.fork('ends'), figures);
  return [
    ...results,
    judgeCases('two cells', makeScattered(random.fork('pairs'), figures, variables, 2, pairs)),
    ...[5, 8].map((cells) =>
      judgeCases(
        `${cells} cells`,
        makeScattered(random.fork(`${cells} cells`), figures, variables, cells, pairs / 10),
      ),
    ),
    judgeCases('two neighbours exchanged', makeExchanges(figures, variables)),
    judgeCases('a row and its total', ends),
    judgeCases('a row and its total, last year known', ends.map(withLastYear)),
  ];
}

/** Two cells side by side that were typed in the wrong order. */
function makeExchanges(figures: readonly Figures[], variables: readonly string[]): Case[] {
  return figures.flatMap((clean) =>
    variables.flatMap((variable, index): Case[] => {
      const next = variables[index + 1] ?? '';
      const [a, b] = [clean.get(variable), clean.get(next)];
      if (a === undefined || b === undefined || a === b || variable.endsWith('.total')) return [];
      return [
        {
          form: FORM_2021,
          clean,
          slipped: new Map([
            [variable, b],
            [next, a],
          ]),
        },
      ];
    }),
  );
}

/** What Shuangliao printed in 2021: a row of the balance is wrong in one column and in the total alike. */
function makeEnds(random: Random, figures: readonly Figures[]): Case[] {
  const rows = ['received_new', 'carried_in', 'carried_out'];
  return figures.flatMap((clean) =>
    rows.flatMap((row): Case[] => {
      const cell = `applications.${row}.natural_person`;
      const total = `applications.${row}.total`;
      const by = random.integer(1, 5);
      const slipped = [cell, total].map((name) => [name, (clean.get(name) ?? 0) + by] as const);
      return [{ form: FORM_2021, clean, slipped: new Map(slipped) }];
    }),
  );
}

/** The report of the year before tells what was carried in. */
const withLastYear = (one: Case): Case => ({
  ...one,
  evidence: {
    ...NO_EVIDENCE,
    carried: new Map([...one.clean].filter(([name]) => name.startsWith('applications.carried_in.'))),
  },
});

function makeScattered(
  random: Random,
  figures: readonly Figures[],
  variables: readonly string[],
  cells: number,
  count: number,
): Case[] {
  const slips = Object.values(SLIPS);
  const cases: Case[] = [];
  while (cases.length < count) {
    const clean = random.pick(figures);
    const slipped = new Map(
      random.sample(variables, cells).flatMap((variable): [string, number][] => {
        const printed = random.pick(slips)(
          clean.get(variable) ?? 0,
          random.integer(0, 9),
          random.integer(0, 9),
        );
        return printed === null ? [] : [[variable, printed]];
      }),
    );
    if (slipped.size === cells) cases.push({ form: FORM_2021, clean, slipped });
  }
  return cases;
}

function judgeCases(name: string, cases: readonly Case[]): SlipResult {
  const result: SlipResult = {
    ...{ name, cases: cases.length, seen: 0, unique: 0, uniqueRight: 0, top1: 0, top3: 0, value: 0 },
    ...{ drawn: 0, medianMs: 0, worstMs: 0 },
  };
  const times = cases.flatMap((one) => judgeCase(result, one)).toSorted((a, b) => a - b);
  result.medianMs = times[times.length >> 1] ?? 0;
  result.worstMs = times.at(-1) ?? 0;
  return result;
}

function judgeCase(result: SlipResult, { form, clean, slipped, evidence = NO_EVIDENCE }: Case): number[] {
  const cells = new Map<string, Cell>(
    [...clean].map(([name, value]) => [name, cellOf(name, slipped.get(name) ?? value)]),
  );
  const equations: readonly Equation[] = equationsOf(form, cells);
  if (equations.every((equation) => evaluateEquation(equation).outcome === 'pass')) return [];
  result.seen++;
  const started = performance.now();
  const localised = localise(equations, evidence);
  const took = performance.now() - started;
  const [group] = localised;
  const suggestions = group?.suggestions ?? [];
  const names = (index: number): boolean => sameCells(suggestions[index]?.changes, slipped);
  const right = (index: number): boolean =>
    names(index) &&
    Object.entries(suggestions[index]?.changes ?? {}).every(([name, value]) => clean.get(name) === value);
  if (suggestions[0]?.localised) {
    result.unique++;
    if (right(0)) result.uniqueRight++;
  }
  if (names(0)) result.top1++;
  if (right(0)) result.value++;
  const found = [0, 1, 2].some(names);
  if (found) result.top3++;
  const explanations = group?.explanations ?? 0;
  if (explanations > 0 && suggestions.some((_, index) => names(index))) result.drawn += 1 / explanations;
  return [took];
}

function sameCells(
  changes: Readonly<Record<string, number>> | undefined,
  slipped: ReadonlyMap<string, number>,
): boolean {
  const named = Object.keys(changes ?? {});
  return named.length === slipped.size && named.every((name) => slipped.has(name));
}
