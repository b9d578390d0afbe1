import { describe, expect, test } from 'vitest';
import { decodePath, pathCodeOf } from '../../../parsers/pdf/path-code.ts';
import { readInk } from '../../../parsers/pdf/read-ink.ts';
import { withPdf } from '../../../parsers/pdf/with-pdf.ts';
import { makePdf } from './make-pdf.ts';

const inkOf = (content: string) =>
  withPdf(makePdf([{ content }]), async (pdf) => readInk(pdf, await pdf.getPage(1)));

describe('the path byte code', () => {
  test('is the one of the installed pdf.js: a known path comes out as drawn', async () => {
    const ink = await inkOf('100 200 30 40 re f 2 w 10 20 m 10 120 l S 0 0 m 9 9 9 9 3 3 c h f');
    expect(ink.boxes).toEqual([
      { x0: 100, y0: 200, x1: 130, y1: 240 },
      { x0: 9, y0: 20, x1: 11, y1: 120 },
    ]);
  });

  test.each([
    ['5.4.296', 3],
    ['5.4.394', 4],
    ['5.4.624', 4],
    ['5.6.205', 4],
    ['4.10.38', 3],
    ['6.0.0', 4],
  ])('%s closes a path with %i', (version, code) => expect(pathCodeOf(version).closePath).toBe(code));

  test('the wrong table fails loudly and does not lose sync', () => {
    const square = [0, 0, 0, 1, 9, 0, 1, 9, 9, 1, 0, 9, 4];
    expect(decodePath(square, pathCodeOf('5.6.205'))).toHaveLength(1);
    expect(() => decodePath(square, pathCodeOf('5.4.296'))).toThrow(/byte code/);
    expect(() => decodePath([0, 0, 0, 1, 9], pathCodeOf('5.6.205'))).toThrow(/byte code/);
  });
});

describe('readInk', () => {
  test.each([
    ['white paint is not seen', '1 1 1 rg 0 0 50 1 re f', 0],
    ['a clip cuts what is painted', '0 0 10 10 re W n 0 0 50 1 re f', 10],
    ['a clip that is left is gone', 'q 0 0 10 10 re W n Q 0 0 50 1 re f', 50],
    ['a clip alone paints nothing', '0 0 50 1 re W n', 0],
    ['nothing is seen outside the clip', '0 0 10 10 re W n 100 100 50 1 re f', 0],
    ['matrices multiply', '2 0 0 2 5 5 cm 0 0 25 0.5 re f', 50],
  ])('%s', async (_, content, width) => {
    const { boxes } = await inkOf(content);
    expect(boxes.reduce((sum, box) => sum + box.x1 - box.x0, 0)).toBeCloseTo(width, 0);
  });

  test('form XObjects are drawn at their place', async () => {
    const bytes = makePdf([
      {
        content: 'q 1 0 0 1 100 0 cm /F Do Q',
        forms: { F: { matrix: '1 0 0 1 0 50', content: '0 0 40 1 re f' } },
      },
    ]);
    const ink = await withPdf(bytes, async (pdf) => readInk(pdf, await pdf.getPage(1)));
    expect(ink.boxes).toEqual([{ x0: 100, y0: 50, x1: 140, y1: 51 }]);
  });

  test('a frame filled between two rectangles is four lines', async () => {
    const { boxes } = await inkOf('0 0 100 50 re 1 1 98 48 re f*');
    expect(boxes).toHaveLength(4);
  });
});
