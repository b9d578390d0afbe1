import type { Grid, GridCell } from '../grid.ts';
import { type AssembledFlow, assembleFlow } from '../pdf/assemble-flow.ts';
import { layOutFlow } from '../pdf/lay-out-flow.ts';
import { findPageNumbers } from '../pdf/page-numbers.ts';
import type { PageReading } from '../pdf/read-pages.ts';
import { readingHeight } from '../pdf/turn.ts';
import type { OcrEngine } from './engine.ts';
import { type ReadPlace, readScanPage } from './read-scan-page.ts';
import type { ScanPage } from './scan-page.ts';

/**
 * Page images → running text and tables, each cell with its place and confidence. Pages that were read otherwise
 * (`others`, a PDF's pages with text) keep their place between them: a table may run from one to the other.
 */
export async function readScan(
  engine: OcrEngine,
  scans: Iterable<ScanPage> | AsyncIterable<ScanPage>,
  others: readonly PageReading[] = [],
): Promise<AssembledFlow> {
  const places = new Map<number, readonly ReadPlace[]>();
  const read: PageReading[] = [];
  for await (const scan of scans) {
    const { reading, places: own } = await readScanPage(engine, scan);
    read.push(reading);
    places.set(scan.page, own);
  }
  const pages = [...others.filter(({ page }) => !places.has(page)), ...read].sort((a, b) => a.page - b.page);
  const numbers = findPageNumbers(
    pages.map(({ page, turn, rest }) => ({ page, height: readingHeight(turn), characters: rest })),
  );
  const flow = assembleFlow(layOutFlow({ pages, numbers }));
  return { ...flow, grids: flow.grids.map((grid) => withConfidence(grid, pages, places)) };
}

/** Cells of scanned pages say how surely they were read, and where on the page as scanned. */
function withConfidence(
  grid: Grid,
  pages: readonly PageReading[],
  places: ReadonlyMap<number, readonly ReadPlace[]>,
): Grid {
  const source = (cell: GridCell): GridCell['source'] => {
    if (cell.source.kind !== 'pdf') return cell.source;
    const { table, row, column, page, bbox } = cell.source;
    const own = places.get(page);
    if (!own) return cell.source;
    const height = pages.find((reading) => reading.page === page)?.turn.height ?? 0;
    const place = own.find(({ box }) => isSame(box, bbox, height));
    // A cell that cannot be found again is one that nobody vouches for.
    return {
      kind: 'ocr',
      table,
      row,
      column,
      page,
      bbox: place?.bbox ?? bbox,
      confidence: place?.confidence ?? 0,
    };
  };
  return { ...grid, rows: grid.rows.map((row) => row.map((cell) => ({ ...cell, source: source(cell) }))) };
}

const NEAR_PT = 0.02;
const isSame = (box: ReadPlace['box'], bbox: readonly number[], height: number): boolean =>
  Math.abs(box.x0 - (bbox[0] ?? 0)) < NEAR_PT &&
  Math.abs(box.x1 - (bbox[2] ?? 0)) < NEAR_PT &&
  Math.abs(height - box.y1 - (bbox[1] ?? 0)) < NEAR_PT &&
  Math.abs(height - box.y0 - (bbox[3] ?? 0)) < NEAR_PT;
