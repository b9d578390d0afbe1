/*
 * Mutation benchmark of error localisation: clean records, every class of slip put into the cells of the
 * applications and challenges tables, and what the localiser makes of it. Beside it the method of errorlocate
 * (one of the smallest sets, drawn at random) on the same cases.
 *
 *   npm run bench:localise -- --seed 20261126 --records 12 --pairs 2000
 */
import { parseArgs } from 'node:util';
import { runLocalisationBenchmark } from '../test/localise/benchmark.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261126' },
    records: { type: 'string', default: '12' },
    pairs: { type: 'string', default: '2000' },
  },
});
const { seed, records, pairs } = values;
console.log(`seed ${seed}, ${records} clean records, ${pairs} pairs`);
const results = runLocalisationBenchmark({
  seed: Number(seed),
  records: Number(records),
  pairs: Number(pairs),
});
const percent = (part: number, all: number): string =>
  all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`;
console.table(
  results.map(({ name, cases, seen, unique, uniqueRight, top1, top3, value, drawn, medianMs, worstMs }) => ({
    slip: name,
    cases,
    'seen by checks': percent(seen, cases),
    unique: percent(unique, seen),
    'unique and right': percent(uniqueRight, unique),
    'top 1': percent(top1, seen),
    'top 3': percent(top3, seen),
    'right value': percent(value, seen),
    'one drawn at random': percent(drawn, seen),
    'median ms': medianMs.toFixed(2),
    'worst ms': worstMs.toFixed(1),
  })),
);
