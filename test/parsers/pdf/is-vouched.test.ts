import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { makePdf, stream } from './make-pdf.ts';

const NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** 1076 in a font whose glyphs have such names and whose map, where there is one, says something else of some. */
async function textWith(names: readonly string[], told?: Readonly<Record<string, string>>): Promise<string> {
  const pairs = NAMES.map((_, digit) => `<3${digit}> <${told?.[digit] ?? `003${digit}`}>`);
  const map = stream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 begincodespacerange <00> <ff> endcodespacerange\n10 beginbfchar\n${pairs.join('\n')}\nendbfchar\nendcmap end end`,
  );
  const font = `<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Old/FirstChar 48/LastChar 57/Widths[${'500 '.repeat(10)}]/Encoding<</Type/Encoding/Differences[48/${names.join('/')}]>>/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Old/Flags 4/FontBBox[0 0 500 700]/ItalicAngle 0/Ascent 700/Descent 0/CapHeight 700/StemV 80>>${told ? '/ToUnicode 1 0 R' : ''}>>`;
  const page = { content: 'BT /Old 10 Tf 100 700 Td (1076) Tj ET', fonts: '/Old 2 0 R' };
  const { text } = await readPdf(makePdf([page], '', { objects: [map, font] }));
  return text;
}

describe('what a glyph is, by its name and by the map of its font', () => {
  test.each([
    ['names of digits, no map', NAMES, undefined, '1076'],
    ['names of digits and a map that says the same', NAMES, {}, '1076'],
    ['digits of full width in the map', NAMES, { 7: 'ff17' }, '10７6'],
    ['another digit in the map', NAMES, { 6: '0039', 9: '0036' }, '107\ufffd'],
    ['a blank in the map', NAMES, { 7: '0020' }, '10\ufffd6'],
    ['two digits in the map', NAMES.map((_, digit) => `x${digit}`), { 7: '00370037' }, '10\ufffd6'],
    [
      'names that number the glyphs, no map',
      NAMES.map((_, digit) => `g3${digit}`),
      undefined,
      '\ufffd'.repeat(4),
    ],
  ])('%s', async (_, names, told, text) => {
    expect(await textWith(names, told)).toBe(text);
  });
});
