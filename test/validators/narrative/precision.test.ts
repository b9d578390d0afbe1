import { expect, test } from 'vitest';
import { parseDocument, readAgain } from '../../../parsers/index.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { validateReading } from '../../../src/validators/index.ts';
import { cleanDocument, DOCUMENTS } from '../../mutation/documents.ts';

const gazetteer = loadGazetteer();
const LONG = process.env['GONGKAI_LONG'] === '1';
const FIRST = 20261126;
const SEEDS = Array.from({ length: LONG ? 60 : 1 }, (_, index) => FIRST + index);
/** What accuses the report: not the reading of its tables. */
const ACCUSING = /^(?:narrative|applications|challenges|statistics)\.|^cell\.disputed$/;

test.each(SEEDS)('clean reports drawn with seed %i are not accused of anything', async (seed) => {
  const sums = { pass: 0, fail: 0 };
  for (const name of DOCUMENTS) {
    const { blocks, render } = cleanDocument(name, seed);
    const bytes = render(blocks);
    const reading = await parseDocument(bytes, { gazetteer });
    const { findings, checks } = await validateReading(reading, { readAgain: () => readAgain(bytes) });
    const accusing = findings.filter(
      ({ rule, severity, outcome }) =>
        outcome === 'fail' && (severity === 'error' || severity === 'warning') && ACCUSING.test(rule),
    );
    expect(accusing, `${name}, seed ${seed}`).toEqual([]);
    sums.pass += checks['narrative.mismatch']?.pass ?? 0;
    sums.fail += checks['narrative.arithmetic']?.fail ?? 0;
  }
  // A reader that claims nothing would accuse nobody either.
  expect(sums.pass).toBeGreaterThan(200);
  expect(sums.fail).toBe(0);
});
