import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { readNumber } from '../../../parsers/read-number.ts';
import { makePdf, showText, strokeLine } from './make-pdf.ts';

/** Two rows of two columns, 60 wide and 20 high, from (100, 700) downwards. */
const LINES = [
  ...[700, 680, 660].map((y) => strokeLine(100, y, 220, y)),
  ...[100, 160, 220].map((x) => strokeLine(x, 700, x, 660)),
  showText('自然人', 105, 686),
  showText('总计', 165, 686),
];

async function cellOf(...content: readonly string[]): Promise<string> {
  const { grids } = await readPdf(makePdf([{ content: [...LINES, ...content].join('\n') }]));
  return grids[0]?.rows[1]?.[0]?.text ?? '';
}

describe('a number printed more than once in its place is that number once', () => {
  test.each([
    ['bold, a little to the right', 0.3, 0],
    ['bold, a little above', 0, 0.4],
    ['a shadow to the right and below', 1.6, -1.6],
    ['a shadow to the left and above', -1.8, 1.8],
  ])('%s', async (_, right, up) => {
    const shown = showText('2255', 110, 666);
    expect(await cellOf(showText('2255', 110 + right, 666 + up), shown)).toBe('2255');
    expect(await cellOf(shown, showText('2255', 110 + right, 666 + up))).toBe('2255');
  });

  test('equal digits set close together are two', async () => {
    expect(await cellOf(`-1.5 Tc ${showText('22', 110, 666)}`)).toBe('22');
    expect(await cellOf(`70 Tz ${showText('22', 110, 666)}`)).toBe('22');
  });
});

describe('digits printed over others are no number', () => {
  test.each([
    ['another number in the same place', '637', '630', 0],
    ['beginning a little later', '63', '80', 2],
  ])('%s', async (_, below, above, right) => {
    const text = await cellOf(showText(below, 110, 666), showText(above, 110 + right, 666));
    expect(readNumber(text).status).toBe('unreadable');
  });
});
