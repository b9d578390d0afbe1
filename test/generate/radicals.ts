/**
 * Characters that browser-printed PDFs give as the radical of the same shape: the producer's map from glyph
 * to character takes the lowest code point. Unicode 15, Equivalent_Unified_Ideograph.
 */
const RADICALS: Readonly<Record<string, string>> = {
  一: '\u2f00',
  二: '\u2f06',
  人: '\u2f08',
  八: '\u2f0b',
  力: '\u2f12',
  十: '\u2f17',
  又: '\u2f1c',
  口: '\u2f1d',
  土: '\u2f1f',
  大: '\u2f24',
  工: '\u2f2f',
  文: '\u2f42',
  方: '\u2f45',
  日: '\u2f47',
  月: '\u2f49',
  止: '\u2f4c',
  民: '\u2ea0',
  无: '\u2f46',
  生: '\u2f63',
  立: '\u2f74',
  自: '\u2f83',
  行: '\u2f8f',
  见: '\u2ec5',
  长: '\u2ed3',
  门: '\u2ed4',
  高: '\u2fbc',
};

export const withRadicals = (text: string): string =>
  text.replace(/./gu, (character) => RADICALS[character] ?? character);
