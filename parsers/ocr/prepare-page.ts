import { binarise, inkLevel } from './binarise.ts';
import { buildTables, type ScanTable } from './build-cells.ts';
import { measureCharHeight } from './char-height.ts';
import { type Component, findComponents } from './components.ts';
import { findSkew, type PageMap, straighten } from './deskew.ts';
import { findRules, paintRules } from './find-rules.ts';
import { flattenBackground } from './flatten-background.ts';
import { type Bitmap, boxHeight, boxWidth, type Gray, PAPER } from './raster.ts';

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
  /** Ink that was wiped out with the rules and may have been print. */
  readonly doubted: readonly Component[];
}

/** Rules may be fainter than print: hair lines of a pixel. */
const RULE_LEVEL = 205;
/** Print is taken down to its thin strokes: a 0 whose strokes break would be two glyphs. */
const PRINT_LEVEL = 190;
/** In heights of a character: what is wiped to either side of a rule, and how thin its ragged rest may be. */
const RAGGED = 0.07;
const REST_THICKNESS = 0.1;
/** A rest of a rule as long as this could be a 1 or a dash printed on the rule. */
const LIKE_PRINT = 0.5;
/** Larger than this, ink is a picture or a frame, no character. */
const LARGEST_PRINT = 4;

/** Grey page → straightened page, tables and pieces of print. */
export function preparePage(scan: Gray): PreparedPage {
  const flat = flattenBackground(scan);
  const level = inkLevel(flat);
  const { image, toScan } = straighten(flat, findSkew(binarise(flat, level)));
  const charHeight = measureCharHeight(findComponents(binarise(image, level)));
  const tables = buildTables(findRules(binarise(image, RULE_LEVEL), charHeight), charHeight);
  const print = binarise(image, Math.max(level, PRINT_LEVEL));
  return { toScan, charHeight, tables, ...wipeRules(image, print, tables, charHeight) };
}

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
  const near = grow(wide, 1);
  const pieces: Component[] = [];
  const doubted: Component[] = [];
  for (const piece of findComponents({ ...ink, data: print })) {
    if (Math.max(boxWidth(piece), boxHeight(piece)) > charHeight * LARGEST_PRINT * 2) continue;
    const thin = Math.min(boxWidth(piece), boxHeight(piece)) <= Math.max(2, charHeight * REST_THICKNESS);
    if (!thin || !touches(near, piece)) pieces.push(piece);
    else {
      erase(data, image.width, piece);
      if (Math.max(boxWidth(piece), boxHeight(piece)) >= charHeight * LIKE_PRINT) doubted.push(piece);
    }
  }
  return { image: { ...image, data }, pieces, doubted };
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

function touches({ width, data }: Bitmap, { left, top, right, bottom }: Component): boolean {
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (data[y * width + x]) return true;
  return false;
}

function erase(data: Uint8Array, width: number, { left, top, right, bottom }: Component): void {
  for (let y = top; y < bottom; y++) data.fill(PAPER, y * width + left, y * width + right);
}
