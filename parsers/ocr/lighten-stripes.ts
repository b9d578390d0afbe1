import { type Gray, PAPER } from './raster.ts';

/** A line across the whole page is looked at in so many parts; the outermost ones lie in its margins. */
const PARTS = 50;
/** In shares of paper: a stripe is darker than this, its blurred sides than that. */
const STRIPE = 0.94;
const SIDE = 0.985;
/** Of what is darker than this, print cannot be told. */
const DARKEST = 0.3;
/** In each part of a stripe so many of its pixels are darker than paper; noise makes some lighter. */
const DARK_SHARE = 0.85;
/** Dirty glass draws some; more are the rules of a picture that is cut out along the sides of its table, */
const MOST = 12;
/** or they reach its edges where there is print. */
const INK = 0.6;
const INK_IN_MARGIN = 0.03;

/**
 * Dirt on the glass of a feed scanner draws a line down the whole page, the drum of a copier a dark band: beyond tables
 * and text into the margins, where no rule goes. Their grey is divided away, as print shows through it; a black line
 * hides what is under it, and stays.
 *
 * @param page - its paper white
 */
export function lightenStripes(page: Gray): Gray {
  const data = page.data.slice();
  const { width, height } = page;
  lighten({ data, lines: width, length: height, acrossLines: 1, alongLine: width });
  lighten({ data, lines: height, length: width, acrossLines: width, alongLine: 1 });
  return { width, height, data };
}

/** The columns of a page, or its rows: how far apart their pixels lie in the data. */
interface Lines {
  readonly data: Uint8Array;
  readonly lines: number;
  readonly length: number;
  readonly acrossLines: number;
  readonly alongLine: number;
}

function lighten(page: Lines): void {
  const levels = Array.from({ length: page.lines }, (_, line) => marginLevel(page, line) / PAPER);
  const isStriped = levels.map(
    (level, line) => level < SIDE && level >= DARKEST && isDarkAllAlong(page, line),
  );
  const stripes = runsOf(isStriped).filter((run) => run.some((line) => (levels[line] ?? 1) < STRIPE));
  if (stripes.length === 0 || stripes.length > MOST || !hasMargins(page, isStriped)) return;
  for (const line of stripes.flat()) divide(page, line, levels[line] ?? 1);
}

function runsOf(flags: readonly boolean[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const [line, flag] of flags.entries()) {
    if (!flag) continue;
    if (flags[line - 1]) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

function isDarkAllAlong(page: Lines, line: number): boolean {
  for (let part = 0; part < PARTS; part++) {
    const [from, to] = partOf(page.length, part);
    let dark = 0;
    for (let at = from; at < to; at++) if (levelAt(page, line, at) < SIDE * PAPER) dark++;
    if (dark < (to - from) * DARK_SHARE) return false;
  }
  return true;
}

/** Whether hardly anything but stripes is printed at both ends of the page. */
function hasMargins(page: Lines, isStriped: readonly boolean[]): boolean {
  return [0, PARTS - 1].every((part) => {
    const [from, to] = partOf(page.length, part);
    let inked = 0;
    for (let line = 0; line < page.lines; line++) {
      if (isStriped[line - 1] || isStriped[line] || isStriped[line + 1]) continue;
      for (let at = from; at < to; at++)
        if (levelAt(page, line, at) < INK * PAPER) {
          inked++;
          break;
        }
    }
    return inked <= page.lines * INK_IN_MARGIN;
  });
}

const partOf = (length: number, part: number): readonly [number, number] => [
  Math.floor((part * length) / PARTS),
  Math.floor(((part + 1) * length) / PARTS),
];

const levelAt = ({ data, acrossLines, alongLine }: Lines, line: number, at: number): number =>
  data[line * acrossLines + at * alongLine] ?? PAPER;

/** How light a line is in the margins, where no print is under a stripe: the median. */
function marginLevel(page: Lines, line: number): number {
  const levels: number[] = [];
  for (const part of [0, PARTS - 1]) {
    const [from, to] = partOf(page.length, part);
    for (let at = from; at < to; at++) levels.push(levelAt(page, line, at));
  }
  levels.sort((a, b) => a - b);
  return levels[levels.length >> 1] ?? PAPER;
}

function divide({ data, length, acrossLines, alongLine }: Lines, line: number, level: number): void {
  for (let at = 0; at < length; at++) {
    const index = line * acrossLines + at * alongLine;
    data[index] = Math.min(PAPER, Math.round((data[index] ?? PAPER) / level));
  }
}
