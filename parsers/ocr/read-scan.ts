import type { Grid, GridCell } from '../grid.ts';
import { type AssembledFlow, assembleFlow } from '../pdf/assemble-flow.ts';
import { layOutFlow } from '../pdf/lay-out-flow.ts';
import { findPageNumbers } from '../pdf/page-numbers.ts';
import type { PageReading } from '../pdf/read-pages.ts';
import { readingHeight } from '../pdf/turn.ts';
import type { OcrEngine } from './engine.ts';
import { type Bbox, type ReadPlace, readScanPage, type ScanReading } from './read-scan-page.ts';
import type { ScanPage } from './scan-page.ts';

/** What was read of pages, and their text with each letter that was read unsurely left out. */
export interface ScannedFlow extends AssembledFlow {
  readonly sureText: string;
}

/**
 * Page images → running text and tables, each cell with its place and confidence. Pages that were read otherwise
 * (`others`, a PDF's pages with text) keep their place between them: a table may run from one to the other.
 */
export async function readScan(
  engine: OcrEngine,
  scans: Iterable<ScanPage> | AsyncIterable<ScanPage>,
  others: readonly PageReading[] = [],
): Promise<ScannedFlow> {
  const scanned = new Map<number, ScanReading>();
  for await (const scan of scans) scanned.set(scan.page, await readScanPage(engine, scan));
  const read = [...scanned.values()].map(({ reading }) => reading);
  const pages = [...others.filter(({ page }) => !scanned.has(page)), ...read].sort((a, b) => a.page - b.page);
  const numbers = findPageNumbers(
    pages.map(({ page, turn, rest }) => ({ page, height: readingHeight(turn), characters: rest })),
  );
  const flow = assembleFlow(layOutFlow({ pages, numbers }));
  return {
    ...flow,
    grids: flow.grids.map((grid) => withConfidence(grid, scanned)),
    sureText: [...scanned.values()].map(({ sureText }) => sureText).join('\n'),
  };
}

/** Cells of scanned pages say how surely they were read, and where on the page as scanned. */
function withConfidence(grid: Grid, scanned: ReadonlyMap<number, ScanReading>): Grid {
  const source = (cell: GridCell): GridCell['source'] => {
    if (cell.source.kind !== 'pdf') return cell.source;
    const { table, row, column, page, bbox } = cell.source;
    const scan = scanned.get(page);
    if (!scan) return cell.source;
    const { bbox: place, confidence } = placeOf(scan, bbox, cell.text);
    return { kind: 'ocr', table, row, column, page, bbox: place, confidence };
  };
  return { ...grid, rows: grid.rows.map((row) => row.map((cell) => ({ ...cell, source: source(cell) }))) };
}

/**
 * The cell of a ruled table by its box; a cell made of lines that stand free by the lines in its box. What cannot
 * be found again is vouched for by nobody.
 */
function placeOf(
  { reading, places, lines }: ScanReading,
  bbox: Bbox,
  text: string,
): Pick<ReadPlace, 'bbox' | 'confidence'> {
  const [x0, y0, x1, y1] = bbox;
  const { height } = reading.turn;
  const box = { x0, y0: height - y1, x1, y1: height - y0 };
  const own = places.find((place) => isSame(place.box, box));
  if (own) return own;
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
