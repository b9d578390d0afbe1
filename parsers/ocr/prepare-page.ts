import { binarise, inkLevel } from './binarise.ts';
import { buildTables, type ScanTable } from './build-cells.ts';
import { measureCharHeight } from './char-height.ts';
import { type Component, findComponents } from './components.ts';
import { findSkew, type PageMap, straighten } from './deskew.ts';
import { findGrains } from './find-grains.ts';
import { findRules } from './find-rules.ts';
import { flattenBackground } from './flatten-background.ts';
import { lightenStripes } from './lighten-stripes.ts';
import { paintRules } from './paint-rules.ts';
import { type Bitmap, type Box, boxHeight, boxWidth, type Gray, PAPER } from './raster.ts';
import { traceInk } from './trace-edge.ts';

/** A page made ready for reading: straight, white, its rules known and wiped out. */
export interface PreparedPage {
  /** Print only. */
  readonly image: Gray;
  /** Back to the page as scanned. */
  readonly toScan: PageMap;
  readonly charHeight: number;
  readonly tables: readonly ScanTable[];
  /** The pieces of print. */
  readonly pieces: readonly Component[];
  /** Ink that was wiped out with the rules and may have been print, and print of which a part was. */
  readonly doubted: readonly Component[];
}

/** Rules may be fainter than print: hair lines of a pixel. */
const RULE_LEVEL = 205;
/** On a screen they are of a light grey often. Paper of a scan has grain as dark as that: where it makes no table, it is not looked at. */
const FAINT_LEVEL = 240;
/** In a page with so much of its print outside tables there may be faint ones, which have so many times as many cells. */
const MOST_OUTSIDE = 0.5;
const MORE_CELLS = 2;
/** Print is taken down to its thin strokes: a 0 whose strokes break would be two glyphs. */
const PRINT_LEVEL = 190;
/** In heights of a character: what is wiped to either side of a rule, and how thin its ragged rest may be. */
const RAGGED = 0.07;
const REST_THICKNESS = 0.15;
const ON_SIDE = 0.15;
/** A rest of a rule as long as this could be a 1 or a dash printed on the rule. */
const LIKE_PRINT = 0.5;
/** Not when it is on the very line and comes up to the rule that crosses it: print keeps clear of a cell's corners. */
const ON_LINE = 0.035;
const AT_CORNER = 0.2;
/** Larger than this, ink is a picture or a frame, no character. */
const LARGEST_PRINT = 8;

/** Grey page → straightened page, tables and pieces of print. */
export function preparePage(scan: Gray): PreparedPage {
  const flat = lightenStripes(flattenBackground(scan));
  const level = inkLevel(flat);
  const { image, toScan } = straighten(flat, findSkew(binarise(flat, level)));
  const ink = findComponents(binarise(image, level));
  const charHeight = measureCharHeight(ink);
  const tables = findTables(image, ink, charHeight);
  const print = binarise(image, Math.max(level, PRINT_LEVEL));
  return { toScan, charHeight, tables, ...wipeRules(image, print, tables, charHeight) };
}

function findTables(image: Gray, ink: readonly Component[], charHeight: number): readonly ScanTable[] {
  const tablesAt = (level: number): readonly ScanTable[] => {
    const ruled = binarise(image, level);
    return buildTables(findRules(ruled, charHeight), charHeight, traceInk(ruled, charHeight));
  };
  const cells = (tables: readonly ScanTable[]): number =>
    tables.reduce((sum, table) => sum + table.cells.length, 0);
  const drawn = tablesAt(RULE_LEVEL);
  const outside = ink.filter(({ left, top }) => !drawn.some(({ box }) => isIn(box, left, top)));
  if (outside.length <= ink.length * MOST_OUTSIDE) return drawn;
  const faint = tablesAt(FAINT_LEVEL);
  return cells(faint) >= Math.max(1, cells(drawn)) * MORE_CELLS ? faint : drawn;
}

const isIn = (box: Box, x: number, y: number): boolean =>
  x >= box.left && x < box.right && y >= box.top && y < box.bottom;

function wipeRules(
  image: Gray,
  ink: Bitmap,
  tables: readonly ScanTable[],
  charHeight: number,
): Pick<PreparedPage, 'image' | 'pieces' | 'doubted'> {
  const rules = {
    horizontal: tables.flatMap((table) => table.rules.horizontal),
    vertical: tables.flatMap((table) => table.rules.vertical),
  };
  const wide = grow(
    paintRules(rules, image.width, image.height),
    Math.max(1, Math.round(charHeight * RAGGED)),
  );
  const data = image.data.slice();
  const print = ink.data.slice();
  for (let index = 0; index < data.length; index++) {
    if (!wide.data[index]) continue;
    data[index] = PAPER;
    print[index] = 0;
  }
  const sides = tables.flatMap((table) => table.cells.map((cell) => cell.box));
  const pieces: Component[] = [];
  const doubted: Component[] = [];
  for (const piece of findComponents({ ...image, data: print })) {
    const length = Math.max(boxWidth(piece), boxHeight(piece));
    if (length > charHeight * LARGEST_PRINT) continue;
    if (!isRest(piece, sides, charHeight)) {
      pieces.push(piece);
      if (length >= charHeight * LIKE_PRINT && isCut(piece, print, ink, wide)) doubted.push(piece);
    } else {
      erase(data, image.width, piece);
      if (length >= charHeight * LIKE_PRINT && !isAtCorner(piece, sides, charHeight)) doubted.push(piece);
    }
  }
  const grains = findGrains(pieces, charHeight);
  for (const grain of grains) erase(data, image.width, grain);
  return { image: { ...image, data }, pieces: pieces.filter((piece) => !grains.has(piece)), doubted };
}

/** Whether print goes on where a rule was wiped out: a part of it is gone. */
function isCut(piece: Component, print: Uint8Array, ink: Bitmap, wiped: Bitmap): boolean {
  const { width } = ink;
  const wasInk = (at: number): boolean => ink.data[at] === 1 && wiped.data[at] === 1;
  for (let y = piece.top; y < piece.bottom; y++)
    for (let x = piece.left; x < piece.right; x++) {
      const at = y * width + x;
      if (print[at] && (wasInk(at - width) || wasInk(at + width) || wasInk(at - 1) || wasInk(at + 1)))
        return true;
    }
  return false;
}

/** Thin ink along the side of a cell is what is left of a rule. */
function isRest(piece: Component, cells: readonly Box[], charHeight: number): boolean {
  const width = boxWidth(piece);
  const height = boxHeight(piece);
  if (Math.min(width, height) > Math.max(3, charHeight * REST_THICKNESS)) return false;
  const x = (piece.left + piece.right) / 2;
  const y = (piece.top + piece.bottom) / 2;
  const near = charHeight * ON_SIDE;
  const along = (from: number, to: number, place: number): boolean =>
    from - near < place && place < to + near;
  return cells.some(({ left, top, right, bottom }) => {
    const flat =
      width >= height && along(left, right, x) && Math.min(Math.abs(y - top), Math.abs(y - bottom)) <= near;
    const upright =
      height >= width && along(top, bottom, y) && Math.min(Math.abs(x - left), Math.abs(x - right)) <= near;
    return flat || upright;
  });
}

/** A piece of a cell's side that begins or ends where the next side does. */
function isAtCorner(piece: Component, cells: readonly Box[], charHeight: number): boolean {
  const x = (piece.left + piece.right) / 2;
  const y = (piece.top + piece.bottom) / 2;
  const on = (place: number, line: number): boolean =>
    Math.abs(place - line) <= Math.max(1, charHeight * ON_LINE);
  const ends = (from: number, to: number, low: number, high: number): boolean =>
    [
      [from, low],
      [from, high],
      [to, low],
      [to, high],
    ].some(([end = 0, corner = 0]) => Math.abs(end - corner) <= charHeight * AT_CORNER);
  const isUpright = boxHeight(piece) >= boxWidth(piece);
  return cells.some(({ left, top, right, bottom }) =>
    isUpright
      ? (on(x, left) || on(x, right)) && ends(piece.top, piece.bottom, top, bottom)
      : (on(y, top) || on(y, bottom)) && ends(piece.left, piece.right, left, right),
  );
}

/** Every pixel within `by` of ink becomes ink. */
function grow({ width, height, data }: Bitmap, by: number): Bitmap {
  const across = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!data[y * width + x]) continue;
      across.fill(1, y * width + Math.max(0, x - by), y * width + Math.min(width, x + by + 1));
    }
  const grown = across.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!across[y * width + x]) continue;
      for (let to = Math.max(0, y - by); to <= Math.min(height - 1, y + by); to++) grown[to * width + x] = 1;
    }
  return { width, height, data: grown };
}

function erase(data: Uint8Array, width: number, { left, top, right, bottom }: Component): void {
  for (let y = top; y < bottom; y++) data.fill(PAPER, y * width + left, y * width + right);
}
