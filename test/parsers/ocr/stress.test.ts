import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEngine } from '../../../src/ocr/load-engine.ts';
import type { Truth } from '../../generate/document.ts';
import { installEngine } from './install-engine.ts';
import { canPrint, makeScans } from './make-scans.ts';
import { scoreSheet } from './number-sheets.ts';
import { scoreScan } from './score-scan.ts';
import { VARIANTS } from './variants.ts';

const LONG = process.env['GONGKAI_LONG'] === '1' && canPrint() && installEngine();
const SEED = Number(process.env['GONGKAI_SEED'] ?? 1);
const MINUTE_MS = 60_000;

type Scans = readonly (readonly [recipe: string, variants: readonly string[]])[];

/** A report, and what is done to it; each damage is tried on one report at least. */
const SCANS: Scans = [
  ['html-plain-2021', ['clean', 'coarse-120', 'skew-3', 'stamp', 'fax-150', 'turn-90', 'png', 'html-tables']],
  ['html-plain-2019', ['fine-300', 'coarse-150', 'skew-1', 'noise', 'turn-180', 'jpeg', 'html-tables-jpeg']],
  ['html-anomaly-several', ['worst', 'jpeg-40', 'fax']],
  ['html-malformed-thousands', ['coarse-100', 'blur']],
  ['html-blank-dash', ['jpeg-60', 'turn-270', 'html-pages']],
  ['html-province', ['grey', 'skew-left']],
];
/** Rules full of gaps, dirt all over, a stamp that hides what is under it: most cells are read, the others told of. */
const HARDEST: Scans = [['html-plain-2021', ['broken', 'dirt', 'stamp-hides']]];

/** Shares of the cells of all scans of a list that are read as printed; what was measured is in docs/scans.md. */
const FLOOR = 0.99;
const HARD_FLOOR = 0.85;

describe.skipIf(!LONG)(`scans with known truth, seed ${SEED}`, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-stress-'));
    console.log(`seed ${SEED}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['damaged', SCANS, FLOOR],
    ['badly damaged', HARDEST, HARD_FLOOR],
  ] as const)(
    '%s: nothing is silently wrong',
    async (_, list, floor) => {
      let cells = 0;
      let inexact = 0;
      const silent: string[] = [];
      for (const [recipe, variants] of list) {
        for (const truth of await makeScans(folder, [recipe], variants, SEED)) {
          const score = await readAndTell(folder, truth);
          cells += score.cells;
          inexact += score.inexact.length;
          silent.push(...score.silent.map((wrong) => `${truth.case} ${wrong}`));
        }
      }
      expect(silent).toEqual([]);
      expect((cells - inexact) / cells).toBeGreaterThanOrEqual(floor);
    },
    90 * MINUTE_MS,
  );
});

async function readAndTell(folder: string, truth: Truth) {
  const score = await scoreScan(truth, readFileSync(join(folder, truth.file)), truth.file);
  const { cells, inexact, silent, seconds } = score;
  const exact = cells - inexact.length - silent.length;
  console.log(`${truth.case}: ${exact}/${cells}, ${silent.length} silent, ${seconds.toFixed(1)} s`);
  return score;
}

/** Sheets of numbers: any font, any neighbours, no sum that sees an error. */
const SHEETS = ['clean', 'jpeg-40'];
const SHEETS_EACH = 3;
/** Thousands separators and points are often not certain; digits are. */
const SHEET_FLOOR = 0.85;

describe.skipIf(!LONG)(`sheets of numbers, seed ${SEED}`, () => {
  test.each(SHEETS)(
    '%s: none is silently wrong',
    async (name) => {
      const engine = await loadEngine();
      const variant = VARIANTS[name];
      if (!engine || !variant) throw new Error(`no engine, or no variant ${name}`);
      let all = 0;
      let doubted = 0;
      const silent: string[] = [];
      for (let sheet = 0; sheet < SHEETS_EACH; sheet++) {
        const score = await scoreSheet(engine, variant, SEED * SHEETS_EACH + sheet);
        all += score.numbers;
        doubted += score.doubted.length;
        silent.push(...score.silent);
      }
      expect(silent).toEqual([]);
      expect(1 - doubted / all).toBeGreaterThanOrEqual(SHEET_FLOOR);
    },
    30 * MINUTE_MS,
  );
});

test('every kind of damage is tried', () => {
  const tried = [...SCANS, ...HARDEST].flatMap(([, variants]) => variants);
  expect(Object.keys(VARIANTS).filter((name) => !tried.includes(name))).toEqual([]);
});
