import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { fillRect, makePdf, showText, strokeLine } from './make-pdf.ts';

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
    ['outside its clip', `q 0 0 50 50 re W n ${showText('8', 107, 666)} Q`],
  ])('%s', async (_, unseen) => {
    const { cells, rules } = await read(unseen, showText('27', 115, 666), showText('27', 170, 666));
    expect(cells).toEqual(['27', '27']);
    expect(rules).toContain('document.hidden_text');
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
