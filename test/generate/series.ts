import { type Figures, makeFigures, type Size } from './figures.ts';
import {
  APPLICANT_IDS,
  applicationRowIds,
  applicationVariable,
  CHALLENGE_BLOCKS,
  CHALLENGE_RESULTS,
  challengeVariable,
  resultRowIds,
} from './form.ts';
import type { Random } from './random.ts';

const OTHER = 'three rows';
const IN_FORCE_ROWS = ['regulations', 'normative_documents'];

/** A number of the next year: up to a quarter more or less. */
const near = (random: Random, value: number): number => Math.round(value * (0.75 + random.next() * 0.5));

/**
 * The figures of one body in successive years, in the form of 2021: every relation of the form holds in each year,
 * what is carried out of a year is carried into the next, documents in force follow from those of the year before, and
 * counts change by a quarter at most.
 */
export const makeSeries = (random: Random, years: number, size: Size): Figures[] => {
  const shape = { layout: '2021', other: OTHER, size, naturalOnly: false } as const;
  const series: Figures[] = [makeFigures(random.fork('first'), shape)];
  while (series.length < years) {
    series.push(nextYear(series.at(-1) as Figures, random.fork(`year ${series.length}`)));
  }
  return series;
};

const nextYear = (before: Figures, random: Random): Figures => {
  const figures = new Map([...before].map(([variable, value]) => [variable, near(random, value)]));
  for (const row of IN_FORCE_ROWS) {
    const at = (column: string): string => `disclosure.${row}.${column}`;
    const held = (before.get(at('in_force')) ?? 0) + (figures.get(at('issued')) ?? 0);
    const repealed = Math.min(held, figures.get(at('repealed')) ?? 0);
    figures.set(at('repealed'), repealed).set(at('in_force'), held - repealed);
  }
  nextApplications(before, figures, random);
  for (const block of CHALLENGE_BLOCKS) {
    const parts = CHALLENGE_RESULTS.map(({ id }) => figures.get(challengeVariable(block, id)) ?? 0);
    figures.set(
      challengeVariable(block, 'total'),
      parts.reduce((a, b) => a + b, 0),
    );
  }
  return figures;
};

const nextApplications = (before: Figures, figures: Map<string, number>, random: Random): void => {
  const results = resultRowIds(OTHER);
  for (const column of APPLICANT_IDS) {
    const at = (row: string): string => applicationVariable(row, column);
    const carriedIn = before.get(at('carried_out')) ?? 0;
    const due = (figures.get(at('received_new')) ?? 0) + carriedIn;
    const carriedOut = Math.min(due, random.integer(0, Math.ceil(due * 0.1)));
    let left = due - carriedOut;
    figures.set(at('carried_in'), carriedIn).set(at('carried_out'), carriedOut);
    figures.set(at('total_processed'), left);
    for (const row of results.slice(1)) {
      const value = Math.min(left, figures.get(at(row)) ?? 0);
      figures.set(at(row), value);
      left -= value;
    }
    figures.set(at(results[0] ?? ''), left);
  }
  for (const row of applicationRowIds(OTHER)) {
    const parts = APPLICANT_IDS.map((column) => figures.get(applicationVariable(row, column)) ?? 0);
    figures.set(
      applicationVariable(row, 'total'),
      parts.reduce((a, b) => a + b, 0),
    );
  }
};
