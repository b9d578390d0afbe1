import { meaningsOf } from '../labels/label-index.ts';
import { cleanText } from '../normalise-label.ts';
import type { Piece, Token } from './tokens.ts';

/** Characters a label may have when it is printed one character a line. */
const LONGEST = 16;
/** Fewer single characters in a row are no vertical print. */
const SHORTEST_RUN = 4;

/** Labels printed one character a line (行/政/复/议) → labels; other tokens stay as they are. */
export function joinVertical(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    joined.push(...(run.length >= SHORTEST_RUN ? cutIntoLabels(run) : run));
    run = [];
  };
  for (const token of tokens) {
    if (token.kind !== 'bars' && /^\p{Script=Han}$/u.test(cleanText(token.text))) run.push(token);
    else {
      close();
      joined.push(token);
    }
  }
  close();
  return joined;
}

/** The longest labels first; characters that belong to none stay single. */
function cutIntoLabels(run: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < run.length; ) {
    const label = longestLabel(run.slice(at, at + LONGEST));
    const single = run[at];
    if (label) pieces.push(label.piece);
    else if (single) pieces.push(single);
    at += label?.size ?? 1;
  }
  return pieces;
}

function longestLabel(run: readonly Piece[]): { readonly piece: Piece; readonly size: number } | null {
  for (let size = run.length; size > 1; size--) {
    const parts = run.slice(0, size);
    const text = parts.map((piece) => cleanText(piece.text)).join('');
    const meanings = meaningsOf(text);
    const [first] = parts;
    const last = parts.at(-1);
    if (meanings.length > 0 && first && last) {
      return { piece: { ...first, kind: 'label', text, end: last.end, meanings }, size };
    }
  }
  return null;
}
