import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { readNumber } from '../../../parsers/read-number.ts';
import { makePdf, showText, strokeLine } from './make-pdf.ts';

/** Two rows of two columns, 60 wide and 40 high, from (100, 700) downwards; with lines around the cells or without. */
const LABELS = [showText('自然人', 105, 676), showText('总计', 165, 676)];
const LINES = [
  ...[700, 660, 620].map((y) => strokeLine(100, y, 220, y)),
  ...[100, 160, 220].map((x) => strokeLine(x, 700, x, 620)),
];

/** What the first cell of the second row says when `content` is drawn around (107, 636). */
async function cellOf(...content: readonly string[]): Promise<string | undefined> {
  const drawn = [...LINES, ...LABELS, ...content, showText('3', 170, 636)];
  const { grids } = await readPdf(makePdf([{ content: drawn.join('\n') }]));
  return grids[0]?.rows[1]?.[0]?.text;
}

/** 14081 in 8.25 points, and a sign of its own size behind it, `raised` above the baseline. */
const marked = (size: number, raised: number, sign = '1'): readonly string[] => [
  showText('14081', 107, 636, 8.25),
  showText(sign, 128, 636 + raised, size),
];

describe('a mark beside a number is no digit of it', () => {
  test.each([
    ['as browsers raise it', 6.875, 2.75],
    ['small', 5, 4],
    ['lowered', 6.875, -1.5],
  ])('%s', async (_, size, raised) => {
    const text = await cellOf(...marked(size, raised));
    expect(text).toBe('14081〔1〕');
    expect(readNumber(text ?? '')).toMatchObject({ status: 'reported', value: 14081, oddities: ['note'] });
  });

  test('a digit too small to be seen, before the number', async () => {
    const text = await cellOf(showText('1', 106.5, 636, 0.75), showText('39746', 107, 636, 8.25));
    expect(text).toBe('〔1〕39746');
    expect(readNumber(text ?? '')).toMatchObject({ status: 'reported', value: 39746, oddities: ['note'] });
  });

  test('digits of one size on two baselines are not one number', async () => {
    const text = await cellOf(...marked(8.25, 3));
    expect(text).toBe('14081 | 1');
    expect(readNumber(text ?? '').status).toBe('unreadable');
  });
});

describe('numbers below one another', () => {
  test.each([
    ['a longer and a shorter one', '43294', '12'],
    ['two of one length', '12', '43'],
    ['with a unit', '432', '12件'],
    ['in a cell that holds more', '4329411', '12'],
  ])('%s are two', async (_, above, below) => {
    const text = await cellOf(showText(above, 107, 642, 9), showText(below, 107, 630, 9));
    expect(text).toBe(`${above} | ${below}`);
    expect(readNumber(text ?? '').value).toBeNull();
  });

  test('are one where the column had no room for more of it', async () => {
    const text = await cellOf(showText('123456789012', 103, 642, 9), showText('34', 127, 630, 9));
    expect(text).toBe('12345678901234');
  });

  test('are one where its groups of three were parted', async () => {
    const text = await cellOf(showText('2 300 750', 107, 642, 9), showText('500', 107, 630, 9));
    expect(readNumber((text ?? '').replace('\n', ' ')).value).toBe(2300750500);
  });

  test('are two where more stands below than above', async () => {
    const text = await cellOf(showText('1234567890', 107, 642, 9), showText('123456789012', 103, 630, 9));
    expect(text).toBe('1234567890 | 123456789012');
  });

  /** A label that fills the width between the cells' margins, 5 points each. */
  const filled = [showText('社会公益组', 165, 646), showText('织', 185, 634)];
  test.each([
    ['fill their column line by line', '1234567890123456', '78', '123456789012345678'],
    ['fill it, in groups of three', '12,345,678,901,2', '34', '12,345,678,901,234'],
    ['would have stood on one line', '12345678', '78', '12345678 | 78'],
    ['leave room for one digit', '123456789012345', '78', '123456789012345 | 78'],
    ['begin with 0', '0234567890123456', '78', '0234567890123456 | 78'],
  ])('digits that %s', async (_, above, below, expected) => {
    const text = await cellOf(...filled, showText(above, 105, 646, 6), showText(below, 127, 638, 6));
    expect(text).toBe(expected);
  });

  test('digits beside two numbers in a cell of their row are not put together', async () => {
    const { grids } = await readPdf(
      makePdf([
        {
          content: [
            ...[...LINES, ...LABELS, showText('1234567890123456', 105, 646, 6), showText('78', 127, 638, 6)],
            ...[showText('12', 167, 646, 6), showText('43', 167, 638, 6)],
          ].join('\n'),
        },
      ]),
    );
    const row = grids[0]?.rows[1]?.map(({ text }) => text);
    expect(row).toEqual(['1234567890123456 | 78', '12 | 43']);
  });

  test('digits of another size than those they would go on from are two', async () => {
    const text = await cellOf(
      ...filled,
      showText('1234567890123456', 105, 646, 6),
      showText('78', 127, 638, 7),
    );
    expect(text).toBe('1234567890123456 | 78');
  });
});

describe('digits that belong to the number', () => {
  test.each([
    ['of another font, somewhat smaller, on the same baseline', 7, 0],
    ['a little off the baseline', 8.25, 0.6],
  ])('%s', async (_, size, raised) => {
    expect(await cellOf(...marked(size, raised))).toBe('140811');
  });

  test.each([-1.2, -0.5, -0.3, 0.3, 0.5, 1])('on a baseline that rises by %d degrees', async (degrees) => {
    const lean = (degrees * Math.PI) / 180;
    const [cos, sin] = [Math.cos(lean).toFixed(5), Math.sin(lean).toFixed(5)];
    const drawn = showText('8408.9711', 105, 636, 9, `${cos} ${sin} ${-Number(sin)} ${cos}`);
    expect(await cellOf(drawn)).toBe('8408.9711');
  });
});

describe('in a table without lines', () => {
  const row = (label: string, number: readonly string[], y: number): readonly string[] => [
    showText(label, 60, y, 9),
    ...number,
    showText('3', 420, y, 9),
  ];
  const above = [
    showText('二、主动公开政府信息情况', 60, 700, 12),
    ...['信息内容', '本年制发件数', '本年废止件数'].map((text, k) => showText(text, 60 + k * 170, 676, 9)),
    ...row('规章', [showText('2', 250, 656, 9)], 656),
  ];

  test('a raised mark', async () => {
    const number = [showText('15625', 245, 636, 9), showText('2', 267.5, 639, 7.5)];
    const content = [...above, ...row('行政规范性文件', number, 636)].join('\n');
    const { grids } = await readPdf(makePdf([{ content }]));
    expect(grids[0]?.rows.at(-1)?.map((cell) => cell.text)).toContain('15625〔2〕');
  });
});
