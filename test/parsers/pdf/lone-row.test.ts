import { expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { makePdf, showText } from './make-pdf.ts';

const row = (numbers: readonly string[]): readonly string[] => [
  showText('附：市自然资源局情况', 60, 700),
  ...numbers.map((number, index) => showText(number, 60 + index * 30, 680)),
  showText('六、其他需要报告的事项', 60, 650),
];

const textsOf = async (numbers: readonly string[]) => {
  const { grids } = await readPdf(makePdf([{ content: row(numbers).join('\n') }]));
  return grids.map(({ rows }) => rows.flat().map(({ text }) => text));
};

// Table 4 has no row labels: printed again without header and lines, its row is numbers alone.
test('a row of numbers alone as wide as a table is one', async () => {
  const numbers = ['0', '7', '5', '0', '12', ...Array<string>(10).fill('0')];
  expect(await textsOf(numbers)).toEqual([numbers]);
});

test('two or three numbers side by side are not', async () => {
  expect(await textsOf(['2021', '12', '31'])).toEqual([]);
});
