import type { Grid, GridCell } from '../grid.ts';
import { cleanText } from '../normalise-label.ts';
import { CUT_MARK } from './cut-mark.ts';
import { onScreen, type ScreenLine, UPRIGHT, type Widths } from './drawn-lines.ts';

/** A table that lines of characters draw, with merged cells drawn as such. */
export interface DrawnTable {
  readonly from: number;
  readonly to: number;
  /** The places of its texts. */
  readonly fields: readonly { readonly start: number; readonly end: number }[];
  readonly grid: (index: number, after: number) => Grid;
}

const OPENS = /^[^\S\n]*(?:\+[-=]{2}|[\u250c-\u254b\u2552-\u256c][─━═])/;
const BORDER = /^[^\S\n]*[+|│┃║\u250c-\u254b\u2552-\u256c]/;
const WIDTHS: readonly Widths[] = [
  { drawing: 1, quotes: 1 },
  { drawing: 1, quotes: 2 },
  { drawing: 2, quotes: 2 },
  { drawing: 2, quotes: 1 },
];
const FEWEST_LINES = 5;
const MOST_LINES = 400;
const LONGEST_LINE = 1000;

/**
 * The tables of a text whose frames close around merged cells. One whose lines do not end at one column, or whose cells
 * are no rectangles, was drawn for another width of letters: where its columns are is not known. A table without merged
 * cells needs no drawing to be read.
 */
export function findDrawnTables(text: string): readonly DrawnTable[] {
  const tables: DrawnTable[] = [];
  for (let from = 0; from < text.length; ) {
    const block = OPENS.test(text.slice(from, from + LONGEST_LINE)) ? blockFrom(text, from) : [];
    const table = block.length >= FEWEST_LINES ? drawnTable(text, block) : null;
    if (table) tables.push(table);
    from = (table ? table.to : endOfLine(text, from)) + 1;
  }
  return tables;
}

type Place = readonly [from: number, to: number];

function blockFrom(text: string, start: number): readonly Place[] {
  const lines: Place[] = [];
  for (let from = start; from < text.length && lines.length < MOST_LINES; ) {
    const to = endOfLine(text, from);
    if (to - from > LONGEST_LINE || !BORDER.test(text.slice(from, to))) break;
    lines.push([from, to]);
    from = to + 1;
  }
  return lines;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function drawnTable(text: string, block: readonly Place[]): DrawnTable | null {
  for (const widths of WIDTHS) {
    const lines = block.map(([from, to]) => onScreen(text, from, to, widths));
    if (lines.some(({ width }) => width !== lines[0]?.width)) continue;
    const cells = cellsOf(text, lines);
    if (cells === null || !cells.some(({ slots, bands }) => slots > 1 || bands > 1)) return null;
    const [first, last] = [block[0] as Place, block.at(-1) as Place];
    const fields = cells.flatMap(({ parts }) => parts);
    return { from: first[0], to: last[1], fields, grid: (index, after) => gridOf(text, cells, index, after) };
  }
  return null;
}

/** A rectangle of bands (what stands between two level lines) and slots (between two upright ones). */
interface DrawnCell {
  readonly band: number;
  readonly slot: number;
  readonly bands: number;
  readonly slots: number;
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

/** Null where the lines close around anything but rectangles. */
function cellsOf(text: string, lines: readonly ScreenLine[]): readonly DrawnCell[] | null {
  const isUpright = (line: ScreenLine, column: number): boolean => {
    const index = line.at.get(column);
    return index !== undefined && UPRIGHT.includes(text[index] ?? ' ');
  };
  const bands = bandsOf(lines);
  const edges = [
    ...new Set(bands.flat().flatMap((line) => [...line.at.keys()].filter((at) => isUpright(line, at)))),
  ];
  edges.sort((a, b) => a - b);
  const isOpenRight = (band: number, slot: number): boolean =>
    (bands[band] ?? []).every((line) => !isUpright(line, edges[slot + 1] ?? -1));
  const rulesBelow = (band: number): readonly ScreenLine[] => {
    const [from, to] = [bands[band]?.at(-1), bands[band + 1]?.[0]].map((line) =>
      lines.indexOf(line as ScreenLine),
    );
    return lines.slice((from ?? 0) + 1, to);
  };
  const isOpenBelow = (band: number, slot: number): boolean =>
    rulesBelow(band).every(({ ruled }) => !ruled.has((edges[slot] ?? 0) + 2));
  const taken = new Set<string>();
  const cells: DrawnCell[] = [];
  for (const band of bands.keys()) {
    for (let slot = 0; slot + 1 < edges.length; slot++) {
      if (taken.has(`${band} ${slot}`)) continue;
      let [wide, high] = [1, 1];
      while (slot + wide + 1 < edges.length && isOpenRight(band, slot + wide - 1)) wide++;
      while (band + high < bands.length && isOpenBelow(band + high - 1, slot)) high++;
      for (let down = 0; down < high; down++) {
        for (let right = 0; right < wide; right++) {
          const [row, column] = [band + down, slot + right];
          const isInside = right + 1 === wide || isOpenRight(row, column);
          const isWhole = down + 1 === high || isOpenBelow(row, column);
          if (!isInside || !isWhole || taken.has(`${row} ${column}`)) return null;
          taken.add(`${row} ${column}`);
        }
      }
      const parts = partsOf(text, lines, bands, { band, bands: high }, [edges[slot], edges[slot + wide]]);
      if (parts === null) return null;
      cells.push({ band, slot, bands: high, slots: wide, parts });
    }
  }
  return cells;
}

/** Lines with text alone, between lines that are drawn through some column. */
function bandsOf(lines: readonly ScreenLine[]): readonly (readonly ScreenLine[])[] {
  const bands: ScreenLine[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.ruled.size > 0) isOpen = false;
    else if (isOpen) bands.at(-1)?.push(line);
    else {
      bands.push([line]);
      isOpen = true;
    }
  }
  return bands;
}

/** What each line of a cell prints between its edges; null where a line has no edge there. */
function partsOf(
  text: string,
  lines: readonly ScreenLine[],
  bands: readonly (readonly ScreenLine[])[],
  { band, bands: high }: { readonly band: number; readonly bands: number },
  [left = 0, right = 0]: readonly (number | undefined)[],
): DrawnCell['parts'] | null {
  const first = lines.indexOf(bands[band]?.[0] as ScreenLine);
  const last = lines.indexOf(bands[band + high - 1]?.at(-1) as ScreenLine);
  const parts: { start: number; end: number }[] = [];
  for (const line of lines.slice(first, last + 1)) {
    const [from, to] = [line.at.get(left), line.at.get(right)];
    if (from === undefined || to === undefined) return null;
    const printed = text.slice(from + 1, to);
    const start = from + 1 + printed.length - printed.trimStart().length;
    const end = start + printed.trim().length;
    if (end > start) parts.push({ start, end });
  }
  return parts;
}

function gridOf(text: string, cells: readonly DrawnCell[], index: number, after: number): Grid {
  const rows: GridCell[][] = [];
  for (const { band, slot, bands, slots, parts } of cells) {
    const { start, end } = parts[0] ?? { start: 0, end: 0 };
    const printed = parts.map((part) => cleanText(text.slice(part.start, part.end)));
    // A number in two lines may be two: its place holds the first.
    const isSure = printed.length < 2 || /\p{Script=Han}/u.test(printed.join(''));
    const source = { kind: 'text', table: index, row: band, column: slot, start, end } as const;
    const cell = { text: printed.join('') + (isSure ? '' : CUT_MARK), row: band, column: slot, source };
    while (rows.length <= band) rows.push([]);
    rows[band]?.push({ ...cell, rowSpan: bands, columnSpan: slots });
  }
  return { index, columnsKnown: true, after, rows };
}
