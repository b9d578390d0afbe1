import { expect, test } from 'vitest';
import { CATALOGUE, labelKeys, meaningsOf } from '../../../parsers/labels/label-index.ts';
import { similarity } from '../../../parsers/labels/similarity.ts';

test.each<[string, string, number]>([
  ['', '', 1],
  ['规章', '', 0],
  ['规章', '规章', 1],
  ['其他法律行政止公开', '其他法律行政法规禁止公开', 0.75],
  ['申请人无正当', '申请人无正当理由逾期不补正', 0.85],
  ['行政', '行政许可', 0.5],
  ['甲乙', '丙丁', 0],
])('%s and %s are alike by %d', (a, b, alike) => {
  expect(similarity(a, b)).toBeCloseTo(alike, 5);
  expect(similarity(b, a)).toBeCloseTo(alike, 5);
});

test('every label and alias of every form is found again, as its row or column among others', () => {
  for (const block of CATALOGUE) {
    for (const label of [...block.rows.filter((row) => row.zh !== ''), ...block.columns, ...block.rowGroups])
      for (const key of labelKeys(label))
        expect(meaningsOf(key).map(({ block: { table } }) => table)).toContain(block.table);
  }
});

test('prose is no label', () => {
  for (const text of ['', '27', '某某县人民政府', '本报告由六部分组成', '公开'.repeat(5000)])
    expect(meaningsOf(text)).toEqual([]);
});
