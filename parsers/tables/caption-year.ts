import type { Paragraph } from '../document.ts';
import type { Grid } from '../grid.ts';
import { cleanText } from '../normalise-label.ts';

const YEARS = /20[0-3]\d(?=\s*(?:年|年度|[-—至~]))/g;
const LAST_YEAR = /上年度|上一年度?|去年/;
/** Longer paragraphs speak of many things. */
const LONGEST_CAPTION = 60;
/** Sentences compare years; a caption is none. */
const SENTENCE = /[。；，,]/;

/**
 * Whether a table is captioned as that of another year than the report's: right before it, or in its first row where that
 * is one cell. A caption that names the report's year among others says nothing.
 */
export function isCaptionedOtherYear(grid: Grid, paragraphs: readonly Paragraph[], year: number): boolean {
  const before = paragraphs[grid.after - 1]?.text ?? '';
  const first = grid.rows[0] ?? [];
  const captions = [before, first.length === 1 ? (first[0]?.text ?? '') : ''].map(cleanText);
  const caption = captions.filter((text) => text.length <= LONGEST_CAPTION && !SENTENCE.test(text)).join(' ');
  const years = (caption.match(YEARS) ?? []).map(Number);
  return years.length > 0 ? !years.includes(year) : LAST_YEAR.test(caption);
}
