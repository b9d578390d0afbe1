import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeValue, readNumber } from '../../parsers/read-number.ts';
import { NUMBER_KINDS } from '../../src/forms/form.ts';
import { runs, TIMEOUT_MS } from './is-reading.ts';

const kind = fc.constantFrom(...NUMBER_KINDS);
const UNITS = [
  '0',
  '1',
  '9',
  ',',
  '，',
  '.',
  '-',
  '+',
  ' ',
  '\u3000',
  '件',
  '万',
  '元',
  '(',
  '（',
  '增',
  '减',
  '二',
  '②',
  '½',
  '%',
  'e',
  '\n',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...UNITS), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 120 }),
);

test('any text: a finite number or none, and no number without digits or words of one', {
  timeout: TIMEOUT_MS,
}, () => {
  fc.assert(
    fc.property(text, kind, (printed, number) => {
      const { status, value } = readNumber(printed, number);
      expect(value === null).toBe(status !== 'reported');
      if (value === null) return;
      expect(Number.isFinite(value)).toBe(true);
      expect(Object.is(value, -0)).toBe(false);
      expect(/[\p{Nd}零〇oO一二两三四五六七八九十]/u.test(printed)).toBe(true);
      looksLikeValue(printed);
    }),
    { numRuns: runs(3000) },
  );
});

test('a number reads as itself, and what is added to it is told', { timeout: TIMEOUT_MS }, () => {
  const around = fc.constantFrom('', ' ', '\u3000', '\u00a0', '\n', '\u200b');
  fc.assert(
    fc.property(fc.nat({ max: 99_999_999 }), around, around, (value, before, behind) => {
      expect(readNumber(`${before}${value}${behind}`)).toEqual({ status: 'reported', value, oddities: [] });
      for (const note of ['件', '余', '（其中修订1件）', '.5'])
        expect(readNumber(`${value}${note}`).oddities).not.toEqual([]);
    }),
    { numRuns: runs(500) },
  );
});

test('a percentage, a range, a formula is no number', { timeout: TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(
      fc.nat(99),
      fc.nat(99),
      fc.constantFrom('%', '‰', '/', '-', '~', '+', '=', '：', ':', 'x', '年'),
      (a, b, sign) => {
        expect(readNumber(`${a}${sign}${b}`).value).toBe(null);
      },
    ),
    { numRuns: runs(300) },
  );
});
