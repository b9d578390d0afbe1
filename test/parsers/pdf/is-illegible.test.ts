import { expect, test } from 'vitest';
import type { Character } from '../../../parsers/pdf/character.ts';
import { hidesDigits } from '../../../parsers/pdf/is-illegible.ts';
import { readPdfPages } from '../../../parsers/pdf/read-pdf.ts';
import { makePdf, showText } from './make-pdf.ts';
import { withoutMap } from './without-map.ts';

const TEXT = '本年新收政府信息公开申请数量，上年结转政府信息公开申请数量'.repeat(3);
/** Glyph numbers that happen to be codes of other characters. */
const SHIFTED = [...TEXT].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 77)).join('');
const LATIN = 'The annual report of the office on the disclosure of information, in English. '.repeat(2);
/** What a map of codes makes of a text when it belongs to another font. */
const CODES = 'ŸÎÛ±Ìªøù‡ÉÝæÏ£¥µ¶ßðþÞÐÆØ'.repeat(5);

const imagesOf = async (text: string, font: 'C' | 'X' = 'C') => {
  const lines = text.match(/.{1,40}/gu) ?? [];
  const content = lines.map((line, at) => showText(line, 50, 700 - at * 20, 10, '1 0 0 1', font)).join('\n');
  return (await readPdfPages(makePdf([{ content }]))).imagePages;
};

test.each([
  ['in a font that does not say what its glyphs are', SHIFTED, 'X'],
  ['whose codes are mapped to characters that no text has', CODES, 'C'],
] as const)('a page %s is read as a picture', async (_, text, font) => {
  expect(await imagesOf(text, font)).toEqual([1]);
});

test.each([
  ['in Chinese', TEXT, 'C'],
  ['in English', LATIN, 'C'],
  ['of numbers', '12 345 6789 0 '.repeat(12), 'C'],
  ['with a stamp in such a font', '失泷涮徝乞', 'X'],
] as const)('a page %s is read by its text', async (_, text, font) => {
  expect(await imagesOf(text, font)).toEqual([]);
});

test('a report whose digits are set in a font that does not say what they are is seen as such', async () => {
  const { digitlessPages, imagePages } = await readPdfPages(
    withoutMap('same-report-office.pdf', 'DejaVuSans'),
  );
  expect(imagePages).toEqual([]);
  expect(digitlessPages.length).toBeGreaterThan(2);
});

const charactersOf = (text: string) => [...text].map((sign) => ({ text: sign }) as Character);

test.each([
  ['digits that no font names', '规章\ufffd\ufffd\ufffd'.repeat(5), true],
  ['digits, and signs before the lines of a list', '\ufffd一是公开1件；2022年'.repeat(12), false],
  ['a few such digits', '规章\ufffd', false],
] as const)('a page of words with %s', (_, text, hides) => {
  expect(hidesDigits(charactersOf(text))).toBe(hides);
});
