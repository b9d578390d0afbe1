import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { readNumber } from '../../../parsers/read-number.ts';
import { fillRect, makePdf, showText, stream, strokeLine } from './make-pdf.ts';

/** Two rows of two columns, 60 wide and 20 high, from (100, 700) downwards. */
const LINES = [
  ...[700, 680, 660].map((y) => strokeLine(100, y, 220, y)),
  ...[100, 160, 220].map((x) => strokeLine(x, 700, x, 660)),
  showText('自然人', 105, 686),
  showText('总计', 165, 686),
];

async function read(...content: readonly string[]) {
  const { grids, findings } = await readPdf(makePdf([{ content: [...LINES, ...content].join('\n') }]));
  return {
    cells: grids[0]?.rows[1]?.map((cell) => cell.text),
    rules: findings.map((finding) => finding.rule),
  };
}

describe('what nobody sees is not read, and that is said', () => {
  test.each([
    ['white', `q 1 g ${showText('8', 107, 666)} Q`],
    ['white on pale', `q 0.9 g ${fillRect(101, 661, 58, 18)} 1 g ${showText('8', 107, 666)} Q`],
    ['invisible', `q 3 Tr ${showText('8', 107, 666)} Q`],
    ['covered', `${showText('8', 107, 666)} q 1 g ${fillRect(106, 664, 8, 12)} Q`],
    [
      'covered by a shape with a cut corner',
      `${showText('8', 107, 666)} q 1 g 106 664 m 114 664 l 114 675 l 113 676 l 106 676 l h f Q`,
    ],
    [
      'covered by a shape with round corners',
      `${showText('8', 107, 666)} q 1 g 106 664 m 113 664 l 114 664 114 665 114 665 c 114 676 l 106 676 l h f Q`,
    ],
    [
      'covered by a thick white stroke',
      `${showText('8', 107, 666)} q 1 G 12 w ${strokeLine(106, 670, 114, 670)} Q`,
    ],
    ['outside its clip', `q 0 0 50 50 re W n ${showText('8', 107, 666)} Q`],
  ])('%s', async (_, unseen) => {
    const { cells, rules } = await read(unseen, showText('27', 115, 666), showText('27', 170, 666));
    expect(cells).toEqual(['27', '27']);
    expect(rules).toContain('document.hidden_text');
  });

  test('of a layer that is not shown', async () => {
    const content = [
      ...LINES,
      `/OC /Old BDC ${showText('8', 107, 666)} ${strokeLine(130, 700, 130, 660)} EMC`,
      `/OC /New BDC ${showText('27', 115, 666)} EMC`,
      showText('27', 170, 666),
    ];
    const page = {
      content: content.join('\n'),
      resources: '/Properties<</Old 1 0 R/New 2 0 R>>',
    };
    const bytes = makePdf([page], '', {
      objects: ['<</Type/OCG/Name(old)>>', '<</Type/OCG/Name(new)>>'],
      catalog: '/OCProperties<</OCGs[1 0 R 2 0 R]/D<</OFF[1 0 R]>>>>',
    });
    const { grids, findings } = await readPdf(bytes);
    expect(grids[0]?.rows[1]?.map(({ text }) => text)).toEqual(['27', '27']);
    expect(findings.map(({ rule }) => rule)).toEqual(['document.hidden_text']);
  });

  test.each([
    ['a picture', '', ['27', '27'], ['document.hidden_text']],
    ['a picture that is transparent in part', '/SMask 2 0 R', ['827', '27'], []],
  ])('below %s', async (_, mask, texts, rules) => {
    const head = '/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8';
    const content = [
      ...LINES,
      `${showText('8', 110, 666)} q 8 0 0 12 108 664 cm /Picture Do Q`,
      showText('27', 117, 666),
      showText('27', 170, 666),
    ];
    const page = { content: content.join('\n'), pictures: '/Picture 1 0 R' };
    const objects = [stream('\xee\xdd', head + mask), stream('\x00\xff', head)];
    const { grids, findings } = await readPdf(makePdf([page], '', { objects }));
    expect(grids[0]?.rows[1]?.map(({ text }) => text)).toEqual(texts);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });

  test('a number whited out and written anew is the new one', async () => {
    const anew = [
      showText('27', 110, 666),
      `q 1 g ${fillRect(108, 664, 14, 12)} Q`,
      showText('28', 110, 666),
    ];
    expect((await read(...anew)).cells).toEqual(['28', '']);
  });
});

test('what stands beyond the edge of the page is no text of it', async () => {
  const content = [...LINES, showText('27', 110, 666), showText('27', 170, 666), showText('88', 10, 666)];
  const page = { content: content.join('\n'), cropBox: [50, 500, 400, 800] } as const;
  const { text, grids, findings } = await readPdf(makePdf([page]));
  expect(text).not.toContain('88');
  expect(grids[0]?.rows[1]?.map((cell) => cell.text)).toEqual(['27', '27']);
  expect(findings).toEqual([]);
});

describe('a number of which some digits are not seen is no number', () => {
  test.each([
    ['covered', `${showText('105', 110, 666)} q 1 g ${fillRect(120, 664, 8, 12)} Q`],
    ['clipped', `q 100 660 14 20 re W n ${showText('105', 110, 666)} Q`],
    [
      'clipped, each digit by itself',
      `q 100 660 14 20 re W n ${showText('1', 110, 666)} ${showText('0', 115, 666)} ${showText('5', 120, 666)} ${showText('7', 125, 666)} Q`,
    ],
  ])('%s', async (_, torn) => {
    const { cells } = await read(torn);
    expect(readNumber(cells?.[0] ?? '').status).toBe('unreadable');
  });

  test('beyond the edge of the page', async () => {
    const content = [...LINES, showText('105', 170, 666)].join('\n');
    const { grids } = await readPdf(makePdf([{ content, cropBox: [50, 500, 181, 800] }]));
    expect(readNumber(grids[0]?.rows[1]?.[1]?.text ?? '').status).toBe('unreadable');
  });
});

describe('what is seen is read', () => {
  test.each([
    ['white on dark', `q 0 0 0.5 rg ${fillRect(101, 661, 58, 18)} 1 g ${showText('27', 110, 666)} Q`],
    ['on shading', `q 0.9 g ${fillRect(101, 661, 58, 18)} Q ${showText('27', 110, 666)}`],
    ['stroked outlines', `q 1 Tr 1 g ${showText('27', 110, 666)} Q`],
    ['in its own clip', `q 100 660 60 20 re W n ${showText('27', 110, 666)} Q`],
  ])('%s', async (_, seen) => {
    const { cells, rules } = await read(seen);
    expect(cells).toEqual(['27', '']);
    expect(rules).toEqual([]);
  });
});

test('a watermark set upright and large on a table is no text of its cells', async () => {
  const mark = showText('2023年', 95, 655, 44);
  const { cells, rules } = await read(mark, showText('27', 110, 666), showText('3', 170, 666));
  expect(cells).toEqual(['27', '3']);
  expect(rules).toContain('document.floating_text');
});

test('a watermark across a table is no text of its cells', async () => {
  const mark = showText('内部资料8', 105, 662, 14, '0.77 0.64 -0.64 0.77');
  const { cells, rules } = await read(mark, showText('27', 110, 666), showText('3', 170, 666));
  expect(cells).toEqual(['27', '3']);
  expect(rules).toContain('document.floating_text');
});
