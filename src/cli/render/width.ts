import stringWidth from 'string-width';

const ELLIPSIS = '…';

/** Columns that a text takes on a terminal: a Chinese character takes two. */
export const widthOf = (text: string): number => stringWidth(text);

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text, or its beginning and `…`, in at most `width` columns. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let short = '';
  for (const { segment } of segmenter.segment(text)) {
    if (widthOf(short + segment) > width - 1) break;
    short += segment;
  }
  return short + ELLIPSIS;
}

/**
 * The text broken into lines of at most `width` columns: between words, and between any two Chinese characters.
 * A hyphen in a word is a place where it may be broken.
 */
export function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const piece of text.match(PIECES) ?? []) {
    const line = lines[lines.length - 1] ?? '';
    if (line === '' || widthOf(line + piece.trimEnd()) <= width) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trimEnd());
}

/** As wrap, with lines of about the same length: 商业 / 企业 and not 商业企 / 业. */
export function wrapEvenly(text: string, width: number): string[] {
  const fewest = wrap(text, width).length;
  for (let narrower = Math.ceil(widthOf(text) / fewest); narrower < width; narrower++) {
    const lines = wrap(text, narrower);
    if (lines.length === fewest && lines.every((line) => widthOf(line) <= narrower)) return lines;
  }
  return wrap(text, width);
}

const WIDE = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60';
const OPENING = '（《“‘「【(';
const CLOSING = '，。；：、）》”’」】！？…)';
/** A wide character with the brackets and stops that belong to its line, or a run of anything else. */
const PIECES = new RegExp(`[${OPENING}]*[${WIDE}][${CLOSING}]*|[^\\s\\-${WIDE}]+-?\\s*|[-\\s]+`, 'gu');
