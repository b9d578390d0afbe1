import { expect } from 'vitest';
import { parseDocument, readAgain } from '../../parsers/index.ts';
import { Reading } from '../../src/model/extraction.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { validateReading } from '../../src/validators/index.ts';
import { countProcessorTime } from '../processor-time.ts';

export const LONG = process.env['GONGKAI_LONG'] === '1';
/** Runs of a property: small for every change, large in the nightly run. */
export const runs = (few: number): number => (LONG ? few * 50 : few);
export const TIMEOUT_MS = LONG ? 1_800_000 : 60_000;

/** A file of some kilobytes takes a few milliseconds; a hundred times that is a hang in the making. */
const MOST_MS = 20_000;

const gazetteer = loadGazetteer();

/** Any bytes: no throw, not for long, and a reading of the shape that everything behind relies on. */
export const expectReading = async (bytes: Uint8Array): Promise<Reading> => {
  const spentMs = countProcessorTime();
  const reading = await parseDocument(bytes, { gazetteer });
  await validateReading(reading, { readAgain: () => readAgain(bytes) });
  expect(spentMs()).toBeLessThan(MOST_MS);
  expect(Reading.safeParse(reading).error).toBeUndefined();
  for (const { status, value, variable } of reading.cells)
    expect(value === null, variable).toBe(status !== 'reported');
  return reading;
};
