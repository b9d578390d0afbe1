import { NO_TEXT } from './is-vouched.ts';
import type { Glyph } from './read-glyphs.ts';

/** Words that every report prints; codes that are no characters spell none of them by chance. */
const WORDS = /信息|公开|政府|行政|申请|结果|自然人|总计/g;
const FEWEST_WORDS = 2;

/**
 * A font without a ToUnicode map may still use Unicode as its codes (Identity-H over UCS-2): then its glyphs spell
 * the words of a report. What such a font shows is believed; digits in a font that shows nothing else are not.
 */
export function vouchFonts(glyphs: readonly Glyph[]): readonly Glyph[] {
  const doubted = new Map<string, string[]>();
  for (const glyph of glyphs) {
    if (glyph.vouched) continue;
    const texts = doubted.get(glyph.fontId) ?? [];
    texts.push(glyph.text);
    doubted.set(glyph.fontId, texts);
  }
  const believed = new Set(
    [...doubted]
      .filter(([, texts]) => (texts.join('').match(WORDS)?.length ?? 0) >= FEWEST_WORDS)
      .map(([fontId]) => fontId),
  );
  if (believed.size === 0) return glyphs;
  return glyphs.map((glyph) =>
    !glyph.vouched && believed.has(glyph.fontId) && !NO_TEXT.test(glyph.text)
      ? { ...glyph, vouched: true }
      : glyph,
  );
}
