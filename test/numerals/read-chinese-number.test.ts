import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChineseNumber } from '../../src/numerals/read-chinese-number.ts';

const DIGITS = '零一二三四五六七八九';

/** Writes a number below 100 million as Chinese does: the other way, so that reading can be checked. */
function write(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? '零' : '';
    return `${write(Math.floor(value / 10_000))}万${rest === 0 ? '' : gap + write(rest)}`;
  }
  const digits = [...String(value)].map(Number);
  const units = ['', '十', '百', '千'];
  const written = digits.map((digit, i) =>
    digit === 0 ? '零' : DIGITS[digit] + (units[digits.length - 1 - i] ?? ''),
  );
  return value === 0 ? '零' : written.join('').replace(/零+$/, '').replace(/零+/g, '零');
}

describe('readChineseNumber', () => {
  test.each<[string, number]>([
    ['零', 0],
    ['〇', 0],
    ['两', 2],
    ['十', 10],
    ['十一', 11],
    ['二十七', 27],
    ['一百', 100],
    ['一百零三', 103],
    ['一百一十', 110],
    ['两百二十', 220],
    ['三千零五', 3005],
    ['一万二千', 12_000],
    ['十二万零三十', 120_030],
    ['一亿', 100_000_000],
    ['二〇二一', 2021],
    ['一二', 12],
  ])('%s is %d', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  test.each([
    '',
    '百',
    '十余',
    '几',
    '一百二',
    '三万五',
    '二十二十',
    '一十百',
    '百十',
    '两两',
    '27',
    '一万亿万',
    '件',
  ])('%s is no certain number', (text) => {
    expect(readChineseNumber(text)).toBeNull();
  });

  test('reads back what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(readChineseNumber(write(value))).toBe(value);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'〇零一二两九十百千万亿余x') }), (text) => {
        const value = readChineseNumber(text);
        expect(value === null || Number.isSafeInteger(value)).toBe(true);
      }),
    );
  });
});
