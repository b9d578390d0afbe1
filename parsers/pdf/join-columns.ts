import type { TablePiece } from './find-pieces.ts';

/** Column lines of different pages this near are one line (tables.md 6.5). */
const SAME_LINE_PT = 3;
/** Pieces of one table are equally wide; a change of paper or scale makes a little difference. */
const WIDTH_SHARE = 0.1;

/** The column lines of all pieces together, and for each piece where its own lines are among them. */
export interface JoinedColumns {
  readonly count: number;
  /** By piece: index of each of its column lines. */
  readonly indexOf: readonly (readonly number[])[];
}

const leftOf = (piece: TablePiece): number => piece.xs[0] ?? 0;
const widthOf = (piece: TablePiece): number => (piece.xs.at(-1) ?? 0) - leftOf(piece);

/** Whether two pieces can be parts of one table by their outer sides. */
export function areEquallyWide(a: TablePiece, b: TablePiece): boolean {
  return Math.abs(widthOf(a) - widthOf(b)) <= Math.max(SAME_LINE_PT, widthOf(a) * WIDTH_SHARE);
}

/**
 * Joins in absolute x, not by column number: a page may hold no sub-row and so lack a column line (tables.md 6.5).
 * Each piece is moved, and where its width differs stretched, onto the first.
 */
export function joinColumns(pieces: readonly TablePiece[]): JoinedColumns {
  const [first] = pieces;
  const places = pieces.flatMap((piece, index) => {
    const stretch =
      first && Math.abs(widthOf(first) - widthOf(piece)) > SAME_LINE_PT ? widthOf(first) / widthOf(piece) : 1;
    return piece.xs.map((x, line) => ({ x: (x - leftOf(piece)) * stretch, piece: index, line }));
  });
  const indexOf = pieces.map((piece) => piece.xs.map(() => 0));
  let lines = 0;
  let start = Number.NEGATIVE_INFINITY;
  let seen = new Set<number>();
  for (const { x, piece, line } of places.sort((a, b) => a.x - b.x || a.piece - b.piece)) {
    if (x - start > SAME_LINE_PT || seen.has(piece)) {
      lines++;
      start = x;
      seen = new Set();
    }
    seen.add(piece);
    const own = indexOf[piece];
    if (own) own[line] = lines - 1;
  }
  return { count: Math.max(0, lines - 1), indexOf };
}
