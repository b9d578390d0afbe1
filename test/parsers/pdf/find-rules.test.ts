import { describe, expect, test } from 'vitest';
import type { Box } from '../../../parsers/pdf/box.ts';
import { findComponents } from '../../../parsers/pdf/find-components.ts';
import { findRules } from '../../../parsers/pdf/find-rules.ts';

const box = (x0: number, y0: number, x1: number, y1: number): Box => ({ x0, y0, x1, y1 });
const row = (count: number, size: number, step: number): readonly Box[] =>
  Array.from({ length: count }, (_, k) => box(k * step, 0, k * step + size, 0.5));

describe('findRules', () => {
  test.each([
    ['one line', [box(0, 0, 100, 0.5)], 1],
    ['two pieces that meet', [box(0, 0, 50, 0.5), box(50, 0, 100, 0.5)], 1],
    ['pieces a little apart', [box(0, 0, 50, 0.5), box(53, 0.8, 100, 1.3)], 1],
    ['two lines on one height', [box(0, 0, 50, 0.5), box(60, 0, 100, 0.5)], 2],
    ['dashes', row(20, 4, 7), 1],
    ['dots', row(40, 0.75, 1.5), 1],
    ['a few dots', row(4, 0.75, 1.5), 0],
    ['a line of dashes that ends in a dot', [...row(5, 4, 7), box(34, 0, 35, 0.5)], 1],
    ['a short mark', [box(0, 0, 4, 0.5)], 0],
    ['shading', [box(0, 0, 100, 20)], 0],
  ])('%s', (_, boxes, count) => expect(findRules(boxes).horizontal).toHaveLength(count));
});

describe('findComponents', () => {
  const frame = (x: number, y: number): readonly Box[] => [
    box(x, y, x + 50, y + 0.5),
    box(x, y + 30, x + 50, y + 30.5),
    box(x, y, x + 0.5, y + 30),
    box(x + 50, y, x + 50.5, y + 30),
  ];

  test('two tables on a page are two', () => {
    expect(findComponents(findRules([...frame(0, 0), ...frame(0, 100)]))).toHaveLength(2);
  });

  test('an underline near a table joins nothing', () => {
    const [component] = findComponents(findRules([...frame(0, 0), box(0, 60, 50, 60.5)]));
    expect(component?.horizontal).toHaveLength(2);
  });

  test('cells drawn apart hang together', () => {
    expect(findComponents(findRules([...frame(0, 0), ...frame(52, 0)]))).toHaveLength(1);
  });
});
