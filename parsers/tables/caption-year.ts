import type { Paragraph } from '../document.ts';
import type { Grid } from '../grid.ts';
import { isReportHeadline } from '../metadata-title.ts';
import { cleanText, hasText } from '../normalise-label.ts';

const YEARS = /20[0-3]\d(?=\s*(?:年|年度|[-—至~]))/g;
const LAST_YEAR = /上年度|上一年度?|去年/;
/** Longer paragraphs speak of many things. */
const LONGEST_CAPTION = 60;
/** Sentences compare years; a caption is none. */
const SENTENCE = /[。；，,]/;

/**
 * Whether a table is captioned as that of another year than the report's: right before it, or in the lines that it begins
 * with. A caption that names the report's year among others says nothing.
 */
export function isCaptionedOtherYear(grid: Grid, paragraphs: readonly Paragraph[], year: number): boolean {
  const caption = captionOf(grid, paragraphs, year);
  const years = (caption.match(YEARS) ?? []).map(Number);
  return years.length > 0 ? !years.includes(year) : LAST_YEAR.test(caption);
}

/** The earlier year that a table is captioned as, and no other; null where it is captioned otherwise. A date is no year. */
export function earlierYearOf(grid: Grid, paragraphs: readonly Paragraph[], year: number): number | null {
  const [one, ...more] = new Set((captionOf(grid, paragraphs, year).match(WHOLE_YEAR) ?? []).map(Number));
  return one !== undefined && more.length === 0 && one < year ? one : null;
}

const WHOLE_YEAR = /20[0-3]\d(?=\s*年(?!\s*\d{1,2}\s*月))/g;

function captionOf(grid: Grid, paragraphs: readonly Paragraph[], year: number): string {
  const lines = [textBefore(grid, paragraphs), ...linesOnTop(grid)].map(cleanText);
  const caption = lines.filter((text) => text.length <= LONGEST_CAPTION && !SENTENCE.test(text)).join(' ');
  return caption.match(YEARS) || LAST_YEAR.test(caption) ? caption : otherHeadline(grid, paragraphs, year);
}

/**
 * The headline that a table stands under, where a page prints the reports of several years one behind the other (in
 * tabs); empty where it is the report's own, or the only one.
 */
function otherHeadline({ after }: Grid, paragraphs: readonly Paragraph[], year: number): string {
  const headlines = headlinesOf(paragraphs);
  const above = headlines.findLast(({ at }) => at < after);
  const isOwn = ({ years }: Headline): boolean => years.includes(year);
  return above && !isOwn(above) && headlines.some(isOwn) ? above.text : '';
}

interface Headline {
  readonly text: string;
  readonly at: number;
  readonly years: readonly number[];
}

const headlines = new WeakMap<readonly Paragraph[], readonly Headline[]>();

function headlinesOf(paragraphs: readonly Paragraph[]): readonly Headline[] {
  const known = headlines.get(paragraphs);
  if (known) return known;
  const found = paragraphs.flatMap((paragraph, at) => {
    const text = cleanText(paragraph.text);
    const years = text.match(YEARS)?.map(Number) ?? [];
    return years.length > 0 && isReportHeadline(text) ? [{ text, at, years }] : [];
  });
  headlines.set(paragraphs, found);
  return found;
}

/** A workbook has none: what stands before a sheet is on another one. */
const textBefore = ({ rows, after }: Grid, paragraphs: readonly Paragraph[]): string =>
  rows[0]?.[0]?.source.kind === 'xlsx' ? '' : (paragraphs[after - 1]?.text ?? '');

/** The rows above the first with more than one text. */
function linesOnTop({ rows }: Grid): readonly string[] {
  const lines: string[] = [];
  for (const row of rows) {
    const [text, ...more] = row.filter((cell) => hasText(cell.text)).map((cell) => cell.text);
    if (more.length > 0) break;
    if (text !== undefined) lines.push(text);
  }
  return lines;
}
