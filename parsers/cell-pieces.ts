/**
 * How a piece of a cell stands to the rest: `beside` is no part of the number (the mark of a note, a struck figure),
 * `apart` is none when other text stands in the cell, `unseen` is not seen at all, and of what is `doubtful` nobody
 * knows whether it is part of the number that is seen.
 */
export type Manner = 'beside' | 'apart' | 'unseen' | 'doubtful';

/** Consecutive text of a cell of one manner; null for what simply stands there. */
export interface Piece {
  readonly text: string;
  /** One object for all text of one element: two marks behind each other stay two. */
  readonly manner: { readonly kind: Manner } | null;
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * Pieces → the cell's text. What stands beside is put in brackets, as a note is, and what is not seen is left out; a
 * cell with nothing else is not blank, and keeps it in brackets. A number that is raised as a whole is the number.
 * Digits that are in doubt beside others stand in brackets that no number has: the cell is unreadable.
 */
export function assemble(pieces: readonly Piece[]): readonly string[] {
  const hasRest = pieces.some(({ text, manner }) => manner === null && WORD.test(text));
  const hasDigits = pieces.some(({ text, manner }) => manner === null && /\d/.test(text));
  const parts: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    const manner = pieces[from]?.manner ?? null;
    let end = from + 1;
    while (end < pieces.length && (pieces[end]?.manner ?? null) === manner) end++;
    const texts = pieces.slice(from, end).map(({ text }) => text);
    from = end;
    if (manner === null || (manner.kind === 'apart' && !hasRest)) parts.push(...texts);
    else if (manner.kind === 'doubtful') parts.push(...(hasDigits ? doubted(texts) : texts));
    else if (manner.kind !== 'unseen' || !hasRest) parts.push(...bracketed(texts.join('')));
  }
  return parts;
}

const doubted = (texts: readonly string[]): readonly string[] =>
  /\d/.test(texts.join('')) ? [`〖${texts.join('').trim()}〗`] : texts;

const bracketed = (text: string): readonly string[] => (text.trim() === '' ? [text] : [`〔${text.trim()}〕`]);
