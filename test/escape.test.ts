import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsvLine } from '../src/cli/render/csv.ts';
import { escapeText, toSafeJson } from '../src/escape.ts';

test.each([
  ['双辽市2021年', '双辽市2021年'],
  ['two\r\nlines\tand more', 'two lines and more'],
  ['\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
  ['\u009b2J', '\\u{9b}2J'],
  ['\u202egnp.exe', '\\u{202e}gnp.exe'],
  ['a\u2066b\u2069', 'a\\u{2066}b\\u{2069}'],
  ['bell\u0007 nul\u0000 del\u007f', 'bell\\u{7} nul\\u{0} del\\u{7f}'],
  ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
  ['\ud800', '\\u{d800}'],
  ['tag\u{e0041}', 'tag\\u{e0041}'],
])('%j is shown as %s', (text, shown) => {
  expect(escapeText(text)).toBe(shown);
});

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

test('no text leaves a character that a terminal obeys', () => {
  fc.assert(fc.property(anyText, (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(escapeText(text))));
});

test('JSON is safe to look at and loses nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const json = toSafeJson({ [text]: text });
      expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(json)).toEqual({ [text]: text });
    }),
  );
});

test('a field of CSV is quoted when it must be', () => {
  expect(toCsvLine(['a', 1, null, 'x,y', 'say "hi"', 'two\nlines'])).toBe(
    'a,1,,"x,y","say ""hi""","two\nlines"\r\n',
  );
});
