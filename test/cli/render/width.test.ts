import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten, widthOf, wrap, wrapEvenly } from '../../../src/cli/render/width.ts';

test.each([
  ['行政规范性文件', 14, '行政规范性文件'],
  ['行政规范性文件', 13, '行政规范性文…'],
  ['行政规范性文件', 12, '行政规范性…'],
  ['plain words', 7, 'plain …'],
])('%s in %i columns is %s', (text, width, short) => {
  expect(shorten(text, width)).toBe(short);
  expect(widthOf(short)).toBeLessThanOrEqual(width);
});

test('headings are broken evenly', () => {
  expect(wrapEvenly('商业企业', 6)).toEqual(['商业', '企业']);
  expect(wrapEvenly('社会公益组织', 6)).toEqual(['社会公', '益组织']);
  expect(wrapEvenly('总计', 6)).toEqual(['总计']);
  expect(wrapEvenly('re-search', 6)).toEqual(['re-', 'search']);
});

test('a line does not begin with a stop nor end with an opening bracket', () => {
  for (let width = 6; width < 30; width++) {
    for (const line of wrap('应为二十八，实为二十七（相差一）；涉及：一、本年新收。', width)) {
      expect(line).not.toMatch(/^[，。；：、）]|（$/u);
    }
  }
});

test('wrapping keeps every character that is no blank', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab 12-（）一二，。') });
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 20 }), (words, width) => {
      expect(wrap(words, width).join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
    }),
  );
});
