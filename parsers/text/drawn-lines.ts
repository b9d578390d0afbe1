/** What draws tables with characters: upright and level lines, and where they meet. */
export const UPRIGHT = '|│┃║';
const LEVEL = '-=─━═';
const MEETING = /[+\u250c-\u254b\u2552-\u256c]/;

/** A line of text by the columns of a screen on which each letter of Chinese takes two. */
export interface ScreenLine {
  readonly from: number;
  readonly to: number;
  /** The character that begins in a column, by its place in the text. */
  readonly at: ReadonlyMap<number, number>;
  readonly width: number;
  /** Columns through which a level line is drawn. */
  readonly ruled: ReadonlySet<number>;
}

/** How many columns the characters take on which fonts disagree: those that draw, and “”—…. */
export interface Widths {
  readonly drawing: 1 | 2;
  readonly quotes: 1 | 2;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const DRAWING = /[\u2500-\u257f]/;
const QUOTES = /[‘’“”—…·×]/;

function widthOf(character: string, { drawing, quotes }: Widths): number {
  if (WIDE.test(character)) return 2;
  if (DRAWING.test(character)) return drawing;
  return QUOTES.test(character) ? quotes : 1;
}

/** The characters of a line in their columns, blanks behind the last one left out. */
export function onScreen(text: string, from: number, to: number, widths: Widths): ScreenLine {
  const at = new Map<number, number>();
  const end = from + text.slice(from, to).trimEnd().length;
  let width = 0;
  for (let index = from; index < end; index++) {
    at.set(width, index);
    width += widthOf(text[index] ?? '', widths);
  }
  return { from, to: end, at, width, ruled: ruledColumns(text, at, width) };
}

/** A level line reaches from one meeting of lines to the next: strokes with blanks beside them are a placeholder. */
function ruledColumns(text: string, at: ReadonlyMap<number, number>, width: number): ReadonlySet<number> {
  const ruled = new Set<number>();
  let run: number[] | null = null;
  for (let column = 0; column < width; column++) {
    const index = at.get(column);
    const character = index === undefined ? '' : (text[index] ?? '');
    if (MEETING.test(character) || UPRIGHT.includes(character || ' ')) {
      for (const each of run ?? []) ruled.add(each);
      run = [];
    } else if (index === undefined || LEVEL.includes(character)) run?.push(column);
    else run = null;
  }
  return ruled;
}
