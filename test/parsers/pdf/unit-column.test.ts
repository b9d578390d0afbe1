import { expect, test } from 'vitest';
import { makePdf, showText } from './make-pdf.ts';
import { readVariables } from './read-hand-made.ts';

const ROWS = [
  ['一、主动公开情况', '——', ''],
  ['（一）主动公开政府信息数', '条', '3403'],
  ['其中：主动公开规范性文件数', '条', '12'],
  ['制发规范性文件总数', '件', '13'],
  ['1.政府公报公开政府信息数', '条', '5'],
  ['2.政府网站公开政府信息数', '条', '3203'],
] as const;

// Headers in the middle of their columns, units at the left of theirs: no word of the column stands below 单位.
test('without lines, 单位 beside its units is the name of no column of numbers', async () => {
  const content = [
    showText('政府信息公开情况统计表', 60, 760),
    ...[showText('统计指标', 160, 730), showText('单位', 371, 730), showText('统计数', 450, 730)],
    ...ROWS.flatMap(([label, unit, number], row) => [
      showText(label, 60, 710 - row * 14),
      showText(unit, 350, 710 - row * 14),
      showText(number, 455, 710 - row * 14),
    ]),
  ].join('\n');
  const cells = await readVariables(makePdf([{ content }]));
  expect(cells.get('statistics.disclosed')).toMatchObject({ value: 3403, status: 'reported' });
  expect(cells.get('statistics.disclosed_on_websites')).toMatchObject({ value: 3203, status: 'reported' });
});
