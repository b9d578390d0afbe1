import { beforeAll, describe, expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline/extract-document.ts';
import type { Gazetteer } from '../../src/places/gazetteer.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { scoreDocument } from '../golden/score-document.ts';
import { STATISTICS_KINDS, statisticsCase } from './statistics.ts';

const LONG = process.env['GONGKAI_LONG'] === '1';
const FIRST = Number(process.env['GONGKAI_SEED'] ?? 1);
const SEEDS = Array.from({ length: LONG ? 150 : 12 }, (_, at) => FIRST + at);

let gazetteer: Gazetteer;
beforeAll(() => {
  gazetteer = loadGazetteer();
});

describe.each(STATISTICS_KINDS)('statistics tables of 2014 in %s', (kind) => {
  test.each(SEEDS)('seed %i is read exactly', async (seed) => {
    const { truth, bytes } = statisticsCase(kind, seed);
    const extraction = await extractDocument(bytes, {}, { gazetteer });
    expect(scoreDocument(truth, extraction)).toEqual({
      silent: [],
      inexact: [],
      missed: [],
      falseAlarms: [],
      metadata: [],
    });
  });
});
