import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { fillRect, makePdf, showText, strokeLine, strokeRect } from './make-pdf.ts';
import { gridTexts } from './read-hand-made.ts';

/** Two rows of three columns, 60 wide and 20 high, from (100, 700) downwards; columns 2 and 3 of row 2. */
const LINES = [
  ...[700, 680, 660].map((y) => strokeLine(100, y, 280, y)),
  ...[100, 160, 220, 280].map((x) => strokeLine(x, 700, x, 660)),
  showText('自然人', 165, 686),
  showText('总计', 225, 686),
];

const rows = (...content: readonly string[]) =>
  gridTexts(makePdf([{ content: [...LINES, ...content].join('\n') }]));

describe('cells by drawn lines', () => {
  test('characters go where they stand, not where their item begins', async () => {
    const wide = `BT /C 10 Tf 1 0 0 1 105 666 Tm [<65b06536> -4000 <00320037> -5000 <0039>] TJ ET`;
    expect((await rows(wide))[1]).toEqual(['新收', '27', '9']);
  });

  test('an empty cell is a cell', async () => {
    expect((await rows(showText('新收', 105, 666), showText('9', 225, 666)))[1]).toEqual(['新收', '', '9']);
  });

  test('a row that goes on further than the others has a cell too many, and they have none beside it', async () => {
    const more = [
      ...[640, 620].map((y) => strokeLine(100, y, 280, y)),
      ...[100, 160, 220, 280].map((x) => strokeLine(x, 660, x, 620)),
      ...[660, 640].map((y) => strokeLine(280, y, 310, y)),
      strokeLine(310, 660, 310, 640),
      showText('新收', 105, 646),
      showText('15', 165, 646),
    ];
    expect((await rows(...more)).map((row) => row.length)).toEqual([3, 3, 4, 3]);
  });

  test('a number wider than its column stays one number', async () => {
    const [, row] = await rows(showText('12345678901234', 165, 666));
    expect(row).toEqual(['', '12345678901234', '']);
  });

  test('a number that runs out of the table stays whole', async () => {
    const [, right] = await rows(showText('9', 165, 666), showText('23029', 262, 666));
    expect(right).toEqual(['', '9', '23029']);
    const [, left] = await rows(showText('23029', 88, 666), showText('9', 165, 666));
    expect(left).toEqual(['23029', '9', '']);
  });

  test('what stands beside the table on its own is not in it', async () => {
    expect((await rows(showText('27', 262, 666), showText('9', 286, 666)))[1]).toEqual(['', '', '27']);
  });

  test('two numbers that touch at a line may be one: neither is believed', async () => {
    const [, row] = await rows(showText('12', 210.2, 666), showText('34', 220.1, 666));
    expect(row?.join('')).toContain('\ufffd');
  });

  test('a label that reaches the next column does not take its number', async () => {
    const [, row] = await rows(showText('七属于行政执', 101, 666), showText('27', 163, 666));
    expect(row).toEqual(['七属于行政执', '27', '']);
  });

  test('digits drawn twice to look bold are there once', async () => {
    const [, row] = await rows(showText('11', 165, 666), showText('11', 165.3, 666));
    expect(row?.[1]).toBe('11');
  });

  test('the number of a footnote is no digit', async () => {
    const [, row] = await rows(showText('27', 165, 666), showText('1', 175.2, 670, 6));
    expect(row?.[1]).toBe('27〔1〕');
  });

  test('what is struck out is no number', async () => {
    const [, row] = await rows(
      showText('12', 165, 666),
      fillRect(164.5, 669.5, 11, 0.5),
      showText('27', 185, 666),
    );
    expect(row?.[1]).toMatch(/^〔12〕.*27$/);
  });

  test('two numbers far apart in one cell are two', async () => {
    const [, row] = await rows(showText('12', 162, 666), showText('34', 208, 666));
    expect(row?.[1]).toBe('12 | 34');
  });

  test('digits set apart by the letter spacing of their text are one number', async () => {
    const [, row] = await rows('BT /C 10 Tf 6 Tc 1 0 0 1 165 666 Tm <0031003200330034> Tj ET');
    expect(row?.[1]).toBe('1234');
  });

  test('borders drawn twice, however far apart, part no cells; a line between which something stands is one', async () => {
    const twice = (y: number, by: number): readonly string[] => [
      strokeLine(100, y + by, 280, y + by),
      strokeLine(100, y - by, 280, y - by),
    ];
    // Of the second column a line is drawn in the header, and one 7 points further right below it.
    const content = [
      ...[700, 680, 660].flatMap((y) => twice(y, 2.7)),
      ...[100, 220, 280].flatMap((x) => [strokeLine(x, 703, x, 657), strokeLine(x + 5.4, 703, x + 5.4, 657)]),
      strokeLine(160, 703, 160, 680),
      strokeLine(167, 680, 167, 657),
      showText('自然人', 161, 686),
      showText('总计', 230, 686),
      showText('新收', 110, 666),
      showText('7', 161.9, 666),
      showText('3', 200, 666),
    ];
    const [, row] = await gridTexts(makePdf([{ content: content.join('\n') }]));
    expect(row?.[0]).toBe('新收7');
    expect(row).toContain('3');
  });

  test('an empty corner that no border is drawn around ends where the side of the table begins', async () => {
    const content = [
      strokeLine(160, 700, 280, 700),
      strokeLine(160, 680, 280, 680),
      strokeLine(100, 660, 280, 660),
      strokeLine(100, 640, 280, 640),
      strokeLine(100, 680, 100, 640),
      ...[160, 220, 280].map((x) => strokeLine(x, 700, x, 640)),
      showText('自然人', 165, 686),
      showText('总计', 225, 686),
      showText('新收', 105, 666),
      showText('27', 165, 666),
      showText('9', 225, 666),
      showText('结转', 105, 646),
    ];
    expect(await gridTexts(makePdf([{ content: content.join('\n') }]))).toEqual([
      ['', '自然人', '总计'],
      ['新收', '27', '9'],
      ['结转', '', ''],
    ]);
  });

  test('glyphs without a character are no digits, and that is said', async () => {
    const bytes = makePdf([{ content: [...LINES, showText('27', 165, 666, 10, '1 0 0 1', 'X')].join('\n') }]);
    const { grids, findings } = await readPdf(bytes);
    expect(grids[0]?.rows[1]?.[1]?.text).toBe('\ufffd\ufffd');
    expect(findings.map((finding) => finding.rule)).toContain('document.glyphs_unknown');
  });

  test('radicals become characters', async () => {
    expect((await rows(showText('⾏政', 105, 666)))[1]?.[0]).toBe('行政');
  });

  test.each([
    ['from top to bottom', [...'本年度结果'].map((sign, k) => showText(sign, 125, 690 - k * 6, 6))],
    ['turned upwards', [showText('本年度结果', 135, 662, 6, '0 1 -1 0')]],
    ['by a vertical font', [showText('本年度结果', 130, 697, 6, '1 0 0 1', 'V')]],
    [
      'in columns from right to left',
      [...'本年度']
        .map((sign, k) => showText(sign, 140, 690 - k * 7, 7))
        .concat([...'结果'].map((sign, k) => showText(sign, 120, 690 - k * 7, 7))),
    ],
  ])('a label set %s is read in its own order', async (_, label) => {
    const open = LINES.filter((line) => line !== strokeLine(100, 680, 280, 680));
    const bytes = makePdf([{ content: [...open, strokeLine(160, 680, 280, 680), ...label].join('\n') }]);
    const [row] = await gridTexts(bytes);
    expect(row?.[0]?.replace(/\n/g, '')).toBe('本年度结果');
  });

  test('two cells whose line is half drawn hold no number that is believed', async () => {
    const uneven = LINES.filter(
      (line) => line !== strokeLine(160, 700, 160, 660) && line !== strokeLine(100, 680, 280, 680),
    );
    const content = [
      ...uneven,
      strokeLine(160, 680, 280, 680),
      strokeLine(160, 700, 160, 680),
      showText('5', 120, 690),
      showText('12', 190, 666),
    ];
    const texts = (await gridTexts(makePdf([{ content: content.join('\n') }]))).flat();
    expect(texts.filter((text) => /^\d+$/.test(text))).toEqual([]);
  });
});

test('spaced cells are one column apart, whatever a wide cell above prints over the gap', async () => {
  const boxes = [
    strokeRect(100, 683, 180, 17),
    ...[100, 161, 222].map((x) => strokeRect(x, 660, 58, 20)),
    ...[100, 161, 222].map((x) => strokeRect(x, 637, 58, 20)),
  ];
  const texts = [
    showText('行政复议', 154.5, 688),
    showText('自然人', 105, 666),
    showText('其他', 165, 666),
    showText('总计', 226, 666),
    ...['1', '2', '3'].map((digit, at) => showText(digit, 120 + at * 61, 643)),
  ];
  expect(await gridTexts(makePdf([{ content: [...boxes, ...texts].join('\n') }]))).toEqual([
    ['行政复议'],
    ['自然人', '其他', '总计'],
    ['1', '2', '3'],
  ]);
});

describe('numbers of several rows below one another in a cell', () => {
  const TALL = [
    ...[700, 680, 600].map((y) => strokeLine(100, y, 360, y)),
    ...[100, 240, 300, 360].map((x) => strokeLine(x, 700, x, 600)),
    showText('自然人', 245, 686),
    showText('总计', 305, 686),
  ];
  const lines = (texts: readonly string[], x: number, pitch: number) =>
    texts.map((text, k) => showText(text, x, 662 - k * pitch, 9));
  const LABELS = lines(['1.信访举报投诉类申请', '2.重复申请', '3.要求提供', '公开出版物'], 103, 14);
  const rowsBelow = async (...numbers: readonly string[]) => {
    const content = [...TALL, ...LABELS, ...numbers].join('\n');
    return (await gridTexts(makePdf([{ content }]))).slice(1);
  };

  test('are cut into the rows that the label numbers', async () => {
    expect(await rowsBelow(...lines(['5', '9', '0'], 260, 10), ...lines(['7', '10', '4'], 320, 10))).toEqual([
      ['1.信访举报投诉类申请', '5', '7'],
      ['2.重复申请', '9', '10'],
      ['3.要求提供\n公开出版物', '0', '4'],
    ]);
  });

  test('a blank cell beside them is blank in each row', async () => {
    expect((await rowsBelow(...lines(['5', '9', '0'], 260, 10)))[1]).toEqual(['2.重复申请', '9', '']);
  });

  test('stay together, as no number, where one is missing and nobody knows which', async () => {
    const rows = await rowsBelow(...lines(['5', '9', '0'], 260, 10), ...lines(['7', '10'], 320, 10));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.slice(1)).toEqual(['5 | 9 | 0', '7 | 10']);
  });
});
