import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { OPERATORS } from './operators/index.ts';
import { commandOf, type Mutation, mutationsOf, type Outcome, runMutation } from './run-mutation.ts';
import { tallyTable } from './tally.ts';

/**
 * One mutation in full, or many as a table:
 *
 *     npx tsx test/mutation/mutate.ts --operator NAME --document NAME --seed N [--save FILE]
 *     npx tsx test/mutation/mutate.ts [--operator NAME] [--count N] [--seed N] [--among pdf:]
 */
const { values } = parseArgs({
  options: {
    operator: { type: 'string' },
    document: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '12' },
    among: { type: 'string', default: '' },
    save: { type: 'string' },
  },
});
const gazetteer = loadGazetteer();
const seed = Number(values.seed);

const show = (outcome: Outcome): void => {
  const { mutation, did, exact, flagged, silent, findings } = outcome;
  console.log(
    `${commandOf(mutation)}\n  ${did}\n  ${exact} exact, ${flagged} flagged, ${silent.length} silent`,
  );
  for (const line of silent.slice(0, 8)) console.log(`    ${line}`);
  for (const line of findings.slice(0, 12)) console.log(`      ${line}`);
};

if (values.operator !== undefined && values.document !== undefined) {
  const mutation: Mutation = { operator: values.operator, document: values.document, seed };
  const outcome = await runMutation(mutation, gazetteer);
  if (outcome === null) console.log('no place for this mutation');
  else {
    show(outcome);
    if (values.save !== undefined) writeFileSync(values.save, outcome.bytes);
  }
} else {
  const outcomes: Outcome[] = [];
  for (const operator of OPERATORS.filter(
    ({ name }) => values.operator === undefined || name === values.operator,
  )) {
    for (const mutation of mutationsOf(operator, seed, Number(values.count), values.among)) {
      const outcome = await runMutation(mutation, gazetteer);
      if (outcome) outcomes.push(outcome);
    }
  }
  for (const outcome of outcomes.filter(({ silent }) => silent.length > 0)) show(outcome);
  console.log(tallyTable(outcomes));
}
