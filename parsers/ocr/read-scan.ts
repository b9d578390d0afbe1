import type { Grid, GridCell } from '../grid.ts';
import { type AssembledFlow, assembleFlow } from '../pdf/assemble-flow.ts';
import type { Box } from '../pdf/box.ts';
import { layOutFlow } from '../pdf/lay-out-flow.ts';
import { findPageNumbers } from '../pdf/page-numbers.ts';
import type { PageReading } from '../pdf/read-pages.ts';
import { readingHeight } from '../pdf/turn.ts';
import type { OcrEngine } from './engine.ts';
import { type Bbox, type ReadPlace, readScanPage, type ScanReading } from './read-scan-page.ts';
import type { PicturesByPage, ScanPage } from './scan-page.ts';

/** A page of a scan, or a printed page of which only pictures were read. */
interface TakenScan extends ScanReading {
  readonly pictures?: readonly Box[];
}

/** What was read of pages, and their text with each letter that was read unsurely left out. */
export interface ScannedFlow extends AssembledFlow, Pick<ScanReading, 'sureText' | 'rivals'> {}

/**
 * Page images → running text and tables, each cell with its place and confidence. Pages that were read otherwise
 * (`others`, a PDF's pages with text) keep their place between them: a table may run from one to the other.
 *
 * @param pictures - of pages that were read otherwise: only the tables in these are taken of the page's image
 */
export async function readScan(
  engine: OcrEngine,
  scans: Iterable<ScanPage> | AsyncIterable<ScanPage>,
  others: readonly PageReading[] = [],
  pictures: PicturesByPage = new Map(),
): Promise<ScannedFlow> {
  const scanned = new Map<number, TakenScan>();
  for await (const scan of scans) {
    const read = await readScanPage(engine, scan);
    const boxes = pictures.get(scan.page);
    const taken = boxes ? intoPrinted(read, boxes, others) : read;
    if (taken) scanned.set(scan.page, taken);
  }
  const read = [...scanned.values()].map(({ reading }) => reading);
  // The leaves of a sheet have half numbers: a sheet that was seen whole takes the place of both.
  const left = others.filter(({ page }) => !scanned.has(Math.floor(page)));
  const pages = [...left, ...read].sort((a, b) => a.page - b.page);
  const numbers = findPageNumbers(
    pages.map(({ page, turn, rest }) => ({ page, height: readingHeight(turn), characters: rest })),
  );
  const flow = assembleFlow(layOutFlow({ pages, numbers }));
  return {
    ...flow,
    grids: flow.grids.map((grid) => withConfidence(grid, scanned)),
    sureText: [...scanned.values()].map(({ sureText }) => sureText).join('\n'),
    rivals: [...scanned.values()].map(({ rivals }) => rivals).join(''),
  };
}

/** The printed page with the tables of its pictures; null where it is not printed upright and straight, page by page. */
function intoPrinted(
  { reading, places }: ScanReading,
  pictures: readonly Box[],
  others: readonly PageReading[],
): TakenScan | null {
  const [printed, ...leaves] = others.filter(({ page }) => Math.floor(page) === reading.page);
  if (!printed || leaves.length > 0) return null;
  const { quarter, width, height, unit = 1, restore } = printed.turn;
  if (quarter !== 0 || unit !== 1 || restore) return null;
  if (Math.abs(width - reading.turn.width) > 1 || Math.abs(height - reading.turn.height) > 1) return null;
  const pieces = reading.pieces
    .filter(({ box }) => isInOneOf(pictures, box))
    .map((piece) => ({ ...piece, turn: printed.turn }));
  const all = [...printed.pieces, ...pieces].sort((a, b) => a.box.y0 - b.box.y0);
  return { reading: { ...printed, pieces: all }, places, lines: [], sureText: '', rivals: '', pictures };
}

const isInOneOf = (pictures: readonly Box[], box: Box): boolean => {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return pictures.some((picture) => picture.x0 < x && x < picture.x1 && picture.y0 < y && y < picture.y1);
};

/** Cells of scanned pages say how surely they were read, and where on the page as scanned. */
function withConfidence(grid: Grid, scanned: ReadonlyMap<number, TakenScan>): Grid {
  const source = (cell: GridCell): GridCell['source'] => {
    if (cell.source.kind !== 'pdf') return cell.source;
    const { table, row, column, page, bbox } = cell.source;
    const scan = scanned.get(page);
    if (!scan) return cell.source;
    const found = placeOf(scan, bbox, cell.text);
    if (!found) return cell.source;
    const { bbox: place, confidence } = found;
    return { kind: 'ocr', table, row, column, page, bbox: place, confidence };
  };
  return { ...grid, rows: grid.rows.map((row) => row.map((cell) => ({ ...cell, source: source(cell) }))) };
}

/**
 * The cell of a ruled table by its box; a cell made of lines that stand free by the lines in its box. What cannot
 * be found again is vouched for by nobody. Null for a cell that is printed beside the pictures of its page.
 */
function placeOf(
  { reading, places, lines, pictures }: TakenScan,
  bbox: Bbox,
  text: string,
): Pick<ReadPlace, 'bbox' | 'confidence'> | null {
  const [x0, y0, x1, y1] = bbox;
  const { height } = reading.turn;
  const box = { x0, y0: height - y1, x1, y1: height - y0 };
  const own = places.find((place) => isSame(place.box, box));
  if (own) return own;
  if (pictures && !isInOneOf(pictures, box)) return null;
  const inside = lines.filter((line) => overlaps(line.box, box));
  if (text === '') return { bbox, confidence: 1 };
  return { bbox, confidence: inside.length === 0 ? 0 : Math.min(...inside.map((line) => line.confidence)) };
}

const NEAR_PT = 0.02;
const isSame = (a: ReadPlace['box'], b: ReadPlace['box']): boolean =>
  Math.abs(a.x0 - b.x0) < NEAR_PT &&
  Math.abs(a.x1 - b.x1) < NEAR_PT &&
  Math.abs(a.y0 - b.y0) < NEAR_PT &&
  Math.abs(a.y1 - b.y1) < NEAR_PT;

const overlaps = (a: ReadPlace['box'], b: ReadPlace['box']): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.5 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0.5;
