import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeValue, readNumber } from '../../parsers/read-number.ts';
import { NUMBER_KINDS } from '../../src/forms/form.ts';

const kind = fc.constantFrom(...NUMBER_KINDS);
const count = fc.oneof(fc.nat(9), fc.nat(5000), fc.nat(999_999_999));

const widen = (text: string): string =>
  text.replace(/[\d,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const group = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Ways in which publishers write a count (wild.md, tables 10 to 12). */
const DIGITS: readonly ((value: number) => string)[] = [
  String,
  group,
  (value) => widen(String(value)),
  (value) => widen(group(value)),
  (value) => [...String(value)].join(' '),
  (value) => [...String(value)].join('\n'),
  (value) => [...String(value)].join('\u200b'),
  (value) => `0${value}`,
];
const BEHIND = ['', '件', ' 件', '次', '余件', '（其中修订1件）', '(含自然失效2件)', ' 件（3）', '\n【注】'];
const AROUND = [
  ['', ''],
  [' ', ' '],
  ['\u00a0', '\u3000'],
  ['\ufeff', '\u200b'],
  ['\n  ', '\r\n'],
] as const;

test('a count reads back however it is written', () => {
  fc.assert(
    fc.property(
      count,
      fc.constantFrom(...DIGITS),
      fc.constantFrom(...BEHIND),
      fc.constantFrom(...AROUND),
      (value, write, behind, [before, after]) => {
        const printed = `${before}${write(value)}${behind}${after}`;
        expect(readNumber(printed), JSON.stringify(printed)).toMatchObject({ status: 'reported', value });
      },
    ),
  );
});

test('only a number that is written as numbers are has nothing odd', () => {
  fc.assert(
    fc.property(count, fc.constantFrom(...DIGITS), fc.constantFrom(...BEHIND), (value, write, behind) => {
      const printed = `${write(value)}${behind}`;
      const plain = printed.replace(/\u200b/g, '') === String(value);
      expect(readNumber(printed).oddities.length > 0, JSON.stringify(printed)).toBe(!plain);
    }),
  );
});

test('a signed change reads back', () => {
  const signs = fc.constantFrom(['+', 1], ['-', -1], ['－', -1], ['增加', 1], ['减少', -1], ['减', -1], [
    '',
    1,
  ] as const);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), signs, (value, [sign, factor]) => {
      expect(readNumber(`${sign}${value}`, 'change').value).toBe(value * Number(factor));
    }),
  );
});

test('an amount is the same in yuan, in 10,000 yuan and under either header', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999_999), (yuan) => {
      const inForm = Math.round(yuan) / 10_000;
      expect(readNumber(`${yuan}元`, 'amount_10k_yuan').value).toBeCloseTo(inForm, 9);
      expect(readNumber(String(yuan), 'amount_10k_yuan', '元').value).toBeCloseTo(inForm, 9);
      expect(readNumber(`${inForm}万元`, 'amount_10k_yuan', '元').value).toBeCloseTo(inForm, 9);
    }),
  );
});

const ANY = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ...'0123456789０９,，.．、-－+＋/件次余万元亿（）() 　\n\u00a0\u200b①²½零无一二公开',
    ),
  }),
);

test('whatever is printed gives a status of the list, and a number only with `reported`', () => {
  fc.assert(
    fc.property(ANY, kind, (text, asKind) => {
      const { status, value } = readNumber(text, asKind);
      expect(['reported', 'blank', 'dash', 'unreadable', 'ambiguous']).toContain(status);
      expect(value !== null).toBe(status === 'reported');
      if (value !== null) expect(Number.isFinite(value)).toBe(true);
      expect(typeof looksLikeValue(text)).toBe('boolean');
    }),
    { numRuns: 2000 },
  );
});

test('a reading has no digit that is not printed', () => {
  fc.assert(
    fc.property(ANY, (text) => {
      const { value, oddities } = readNumber(text);
      const digits = (of: string): string => of.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');
      const isInWords = oddities.includes('words');
      if (value !== null && value !== 0 && !isInWords && !/[万亿.．]/.test(text))
        expect(digits(text).startsWith(digits(String(value))), JSON.stringify(text)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
