/** Lines drawn with characters: +-----+-----+, ├────┼────┤. */
const DRAWN = /^\s*(?:\+[-=+]{3,}|[┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛─━═]{3,})\s*$/;
/** The delimiter row below the head of a table in Markdown (GitHub Flavored Markdown, 4.10). */
const DELIMITER = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*$/;

/**
 * Whether a line of text is only a line between rows. A delimiter row stands below the first row of its table and has
 * rows below it: elsewhere strokes between bars are a row of placeholders.
 */
export function isRuleLine(text: string, from: number, to: number): boolean {
  const line = text.slice(from, Math.min(to, from + LONGEST));
  if (DRAWN.test(line)) return true;
  if (!DELIMITER.test(line)) return false;
  const above = lineBefore(text, from);
  const isBelowFirst = hasBars(above.line) && !hasBars(lineBefore(text, above.from).line);
  return isBelowFirst && hasBars(text.slice(to + 1, endOfLine(text, to + 1)));
}

/** A row of the widest table is shorter. */
const LONGEST = 1000;

const hasBars = (line: string): boolean => line.includes('|');

function lineBefore(text: string, from: number): { readonly line: string; readonly from: number } {
  if (from <= 0) return { line: '', from: 0 };
  const start = text.lastIndexOf('\n', from - 2) + 1;
  return { line: text.slice(start, Math.max(start, from - 1)), from: start };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
