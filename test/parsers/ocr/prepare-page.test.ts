import { describe, expect, it } from 'vitest';
import { preparePage } from '../../../parsers/ocr/prepare-page.ts';
import { drawBoxes, toPaper } from './draw.ts';

type Boxes = readonly (readonly [number, number, number, number])[];

/** Squares as high as characters, in lines: what the height of print is measured by. */
const PRINT: Boxes = Array.from({ length: 120 }, (_, at) => [
  20 + (at % 20) * 30,
  20 + Math.floor(at / 20) * 40,
  20,
  20,
]);
/** Two rows of three columns, without the rule between the second and the third of the lower row. */
const TABLE: Boxes = [
  ...[300, 360, 420].map((y): [number, number, number, number] => [20, y, 600, 2]),
  ...[20, 220, 618].map((x): [number, number, number, number] => [x, 300, 2, 122]),
  [420, 300, 2, 62],
];

const doubtedWith = (...scraps: Boxes): number =>
  preparePage(toPaper(drawBoxes(660, 460, [...PRINT, ...TABLE, ...scraps]))).doubted.length;

describe('what is left of a broken rule', () => {
  it('is no print where it comes up to the rule that crosses it', () =>
    expect(doubtedWith([420, 362, 2, 24], [420, 405, 2, 15])).toBe(0));

  it('may be print where it stands by itself', () =>
    expect(doubtedWith([420, 362, 2, 20], [420, 386, 2, 16])).toBe(1));
});

describe('print that a rule runs through', () => {
  it('is in doubt: a part of it is wiped out with the rule', () =>
    expect(doubtedWith([100, 348, 8, 22])).toBeGreaterThan(0));

  it('is not where it keeps clear of the rule', () => expect(doubtedWith([100, 332, 8, 22])).toBe(0));
});

describe('rules of a light grey', () => {
  const page = (level: number): ReturnType<typeof preparePage> => {
    const light = toPaper(drawBoxes(660, 460, [...PRINT]));
    const rules = drawBoxes(660, 460, TABLE);
    return preparePage({ ...light, data: light.data.map((ink, at) => (rules.data[at] ? level : ink)) });
  };

  it.each([200, 221, 230])('make a table on clean paper: %d', (level) =>
    expect(page(level).tables.map(({ cells }) => cells.length)).toEqual([5]),
  );
});
