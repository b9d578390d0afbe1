import { describe, expect, it } from 'vitest';
import { findRules } from '../../../parsers/ocr/find-rules.ts';
import { drawBoxes } from './draw.ts';

const HEIGHT = 20;
const spans = (rules: readonly { readonly from: number; readonly to: number }[]) =>
  rules.map(({ from, to }) => [from, to]);

describe('findRules', () => {
  it('finds long thin ink in both directions', () => {
    const { horizontal, vertical } = findRules(
      drawBoxes(300, 200, [
        [10, 50, 280, 2],
        [40, 10, 3, 180],
      ]),
      HEIGHT,
    );
    expect(spans(horizontal)).toEqual([[10, 290]]);
    expect(horizontal[0]?.at).toBeCloseTo(51, 0);
    expect(spans(vertical)).toEqual([[10, 190]]);
  });

  it('joins the pieces of a broken rule and keeps where its ink is', () => {
    const { horizontal } = findRules(
      drawBoxes(300, 60, [
        [10, 30, 100, 2],
        [122, 30, 60, 2],
        [190, 31, 100, 2],
      ]),
      HEIGHT,
    );
    expect(spans(horizontal)).toEqual([[10, 290]]);
    expect(horizontal[0]?.pieces).toHaveLength(3);
  });

  it('takes neither blocks nor rows of print for rules', () => {
    const print = Array.from({ length: 20 }, (_, index): [number, number, number, number][] => [
      [10 + index * 14, 40, 13, 2],
      [10 + index * 14, 45, 13, 2],
      [15 + index * 14, 34, 2, 20],
    ]).flat();
    expect(findRules(drawBoxes(300, 100, print), HEIGHT).horizontal).toEqual([]);
    expect(findRules(drawBoxes(300, 100, [[10, 20, 250, 40]]), HEIGHT).horizontal).toEqual([]);
  });

  it('takes no column of 1s for a rule', () => {
    const ones = Array.from({ length: 6 }, (_, row): [number, number, number, number] => [
      50,
      10 + row * 34,
      3,
      14,
    ]);
    expect(findRules(drawBoxes(100, 230, ones), HEIGHT).vertical).toEqual([]);
  });

  it('takes no column of 1s set close for a rule: rules across do not meet them', () => {
    const rows = Array.from({ length: 13 }, (_, row) => 10 + row * 24);
    const lines = rows.map((y): [number, number, number, number] => [10, y, 200, 2]);
    const ones = rows.slice(1).map((y): [number, number, number, number] => [80, y - 18, 3, 14]);
    const sides: [number, number, number, number][] = [
      [10, 10, 2, 290],
      [208, 10, 2, 290],
    ];
    const { vertical, scraps } = findRules(drawBoxes(230, 320, [...lines, ...ones, ...sides]), HEIGHT);
    expect(vertical).toHaveLength(2);
    expect(scraps.vertical).not.toEqual([]);
  });

  it('finds a dashed rule among others', () => {
    const lines = Array.from({ length: 6 }, (_, row): [number, number, number, number] => [
      10,
      10 + row * 50,
      200,
      2,
    ]);
    const dashes = Array.from({ length: 16 }, (_, at): [number, number, number, number] => [
      80,
      10 + at * 16,
      2,
      12,
    ]);
    expect(findRules(drawBoxes(230, 280, [...lines, ...dashes]), HEIGHT).vertical).toHaveLength(1);
  });

  it('does not take the long stroke of 申 above a rule for a part of it', () => {
    const { vertical } = findRules(
      drawBoxes(100, 200, [
        [50, 60, 2, 130],
        [50, 30, 2, 24],
      ]),
      HEIGHT,
    );
    expect(spans(vertical)).toEqual([[60, 190]]);
  });

  it('does not take the stroke below a rule for its end', () => {
    const { vertical } = findRules(
      drawBoxes(100, 200, [
        [50, 10, 2, 100],
        [50, 116, 2, 16],
      ]),
      HEIGHT,
    );
    expect(spans(vertical)).toEqual([[10, 110]]);
  });

  it('finds rules that ink lying across them holds together: the ring of a seal that was copied black', () => {
    const lines = [10, 50, 90].map((x): [number, number, number, number] => [x, 10, 2, 180]);
    const ring = Array.from({ length: 120 }, (_, x): [number, number, number, number] => [
      x,
      60 + Math.round(x / 3),
      1,
      13,
    ]);
    const { vertical } = findRules(drawBoxes(130, 200, [...lines, ...ring]), HEIGHT);
    expect(vertical.map(({ at }) => Math.round(at))).toEqual([11, 51, 91]);
    expect(spans(vertical)).toEqual(lines.map(() => [10, 190]));
  });
});
