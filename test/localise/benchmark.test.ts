import { expect, test } from 'vitest';
import { runLocalisationBenchmark } from './benchmark.ts';

/** Floors well below what bench/localise.ts measures: a fall through one of them is a change of the method. */
test('slips in cells that a row and a column identity see are found, with the right number', () => {
  const results = runLocalisationBenchmark({ seed: 4711, records: 2, pairs: 60 });
  for (const { name, seen, unique, uniqueRight, cases } of results.slice(0, 8)) {
    expect(cases, name).toBeGreaterThan(5);
    expect(seen, name).toBe(cases);
    expect(unique / seen, name).toBeGreaterThanOrEqual(0.95);
    expect(uniqueRight, name).toBe(unique);
  }
  const pairs = results.find(({ name }) => name === 'two cells');
  expect((pairs?.top3 ?? 0) / (pairs?.seen ?? 1)).toBeGreaterThanOrEqual(0.8);
});

test('a row that is wrong with its total is never called localised', () => {
  const results = runLocalisationBenchmark({ seed: 4712, records: 3, pairs: 0 });
  const ends = results.filter(({ name }) => name.startsWith('a row and its total'));
  expect(ends.map(({ cases }) => cases)).toEqual([9, 9]);
  expect(ends.map(({ unique }) => unique)).toEqual([0, 0]);
});
