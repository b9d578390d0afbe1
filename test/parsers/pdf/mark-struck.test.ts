import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { readNumber } from '../../../parsers/read-number.ts';
import { makePdf, showText, strokeLine } from './make-pdf.ts';

/** A table of three columns, 60 wide, and rows 20 high, from (100, 700) downwards; numbers in the second row. */
const ROWS = 8;
const TABLE = [
  ...Array.from({ length: ROWS + 1 }, (_, row) => strokeLine(100, 700 - row * 20, 280, 700 - row * 20)),
  ...[100, 160, 220, 280].map((x) => strokeLine(x, 700, x, 700 - ROWS * 20)),
  ...['自然人', '其他', '总计'].map((text, at) => showText(text, 105 + at * 60, 686)),
  ...['27', '105', '132'].map((text, at) => showText(text, 110 + at * 60, 666)),
];

async function statusesWith(drawn: string): Promise<readonly string[]> {
  const { grids } = await readPdf(
    makePdf([{ content: [...TABLE, `q 1 0 0 RG 0.6 w ${drawn} Q`].join('\n') }]),
  );
  const texts = (grids[0]?.rows ?? []).flatMap((row) => row.map(({ text }) => text));
  return ['27', '105', '132'].map((number) =>
    texts.some((text) => text === number)
      ? 'read'
      : readNumber(texts.find((text) => text.includes(number)) ?? '').status,
  );
}

describe('a number that a stroke runs through is not read as it stands', () => {
  test.each([
    ['a line', strokeLine(109, 669.5, 121, 669.5)],
    ['two lines', `${strokeLine(109, 669, 121, 669)} ${strokeLine(109, 670.5, 121, 670.5)}`],
    ['a slanted line', strokeLine(108, 664, 122, 675)],
    ['a slanted line, the other way', strokeLine(108, 675, 122, 664)],
    ['a bent line', '108 669 m 112 672 116 665 122 670 c S'],
    ['a line with corners', '108 666 m 112 673 l 116 666 l 122 673 l S'],
  ])('%s', async (_, drawn) => {
    expect(await statusesWith(drawn)).toEqual(['unreadable', 'read', 'read']);
  });

  test('a long line through a row', async () => {
    expect(await statusesWith(strokeLine(104, 669.5, 275, 669.5))).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
    ]);
  });
});

test.each([
  ['a line below', strokeLine(109, 664.5, 121, 664.5)],
  ['a wave below', '108 664 m 111 666 113 662 116 664 c 118 666 120 662 122 664 c S'],
  ['a ring around', '106 670 m 106 678 124 678 124 670 c 124 662 106 662 106 670 c S'],
  ['a slanted line across its whole cell', strokeLine(100, 700, 160, 640)],
])('%s strikes nothing out', async (_, drawn) => {
  expect(await statusesWith(drawn)).toEqual(['read', 'read', 'read']);
});
