import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { sharedDigits } from '../../../parsers/pdf/shared-digits.ts';
import { makePdf, showText } from './make-pdf.ts';

const mapOf = (texts: string) => ({ toUnicode: { _map: [undefined, ...texts] } });

test.each([
  ['a digit for two glyphs, another for none', '开01283456708', '08'],
  ['each digit once', '开0123456789', ''],
  ['no digits', '信息公开', ''],
  ['few digits, each once', '208开', ''],
  ['two glyphs a digit, as for tables and for prose', '0123456789201', ''],
])('%s', (_, texts, shared) => {
  expect([...sharedDigits(mapOf(texts))].join('')).toBe(shared);
});

test('a damaged map whose last code is the largest there is costs no more than its entries', () => {
  const codes: string[] = [];
  codes[1] = '0';
  codes[2 ** 32 - 2] = '0';
  expect([...sharedDigits({ toUnicode: { _map: codes } })]).toEqual(['0']);
});

describe('a map that gives one digit to two glyphs', () => {
  const content = ['105', '2021', '38'].map((text, at) => showText(text, 60, 700 - at * 20)).join('\n');
  const file = makePdf([{ content }], '', { encoding: 'to-unicode' });
  const mapped = (code: string, to: string): Uint8Array =>
    Buffer.from(
      Buffer.from(file).toString('latin1').replace(`<${code}> <${code}>`, `<${code}> <${to}>`),
      'latin1',
    );

  test.each([
    ['as it was', file, '105202138', []],
    // The page shows 105, and both 5 and 0 read 0.
    ['5 as 0', mapped('0035', '0030'), '1��2�2138', ['document.glyphs_unknown']],
  ])('%s', async (_, bytes, text, rules) => {
    const read = await readPdf(bytes);
    expect(read.text).toBe(text);
    expect(read.findings.map(({ rule }) => rule)).toEqual(rules);
  });
});
