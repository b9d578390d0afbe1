import { beforeAll, describe, expect, test } from 'vitest';
import type { Gazetteer } from '../../src/places/gazetteer.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { OPERATORS } from './operators/index.ts';
import { commandOf, mutationsOf, type Outcome, runMutation } from './run-mutation.ts';

const LONG = process.env['GONGKAI_LONG'] === '1';
/** In CI the same mutations each time; in the long run those of the seed given, or of a new one that is printed. */
const SEED = LONG ? Number(process.env['GONGKAI_SEED'] ?? Math.floor(Date.now() / 86_400_000)) : 1;
const COUNT = LONG ? 150 : 14;
/** An operator that finds no place in most documents would test nothing. */
const FEWEST_PLACED = 0.5;

let gazetteer: Gazetteer;
beforeAll(() => {
  gazetteer = loadGazetteer();
  if (LONG) console.log(`GONGKAI_SEED=${SEED}`);
});

const told = ({ mutation, did, silent }: Outcome): string =>
  [commandOf(mutation), did, ...silent.slice(0, 5)].join('\n    ');

describe('a spoilt document is read right or with doubt, never silently wrong', () => {
  test.each(OPERATORS.map((operator) => [operator.name, operator] as const))(
    '%s',
    { timeout: LONG ? 1_800_000 : 60_000 },
    async (_, operator) => {
      const outcomes: Outcome[] = [];
      for (const mutation of mutationsOf(operator, SEED, COUNT)) {
        const outcome = await runMutation(mutation, gazetteer);
        if (outcome) outcomes.push(outcome);
      }
      expect(outcomes.length).toBeGreaterThanOrEqual(COUNT * FEWEST_PLACED);
      expect(outcomes.filter(({ silent }) => silent.length > 0).map(told)).toEqual([]);
    },
  );
});
