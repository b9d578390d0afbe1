import type { PieceCell } from '../pdf/fill-cells.ts';
import type { TablePiece } from '../pdf/find-pieces.ts';
import type { PageReading } from '../pdf/read-pages.ts';
import type { ScanTable } from './build-cells.ts';
import type { CellText } from './cell-text.ts';
import type { OcrEngine } from './engine.ts';
import type { PreparedPage } from './prepare-page.ts';
import type { Box } from './raster.ts';
import { readBody } from './read-body.ts';
import { readCells } from './read-cells.ts';
import type { ScanPage } from './scan-page.ts';
import { turnUpright } from './turn-upright.ts';
import { typeOver } from './type-over.ts';
import { underSeals } from './under-seals.ts';

/** A place on the page as scanned: PDF points, origin at the bottom left. */
export type Bbox = [x0: number, y0: number, x1: number, y1: number];

/** A box of the straightened page, what was read there how surely, and where it is on the page as scanned. */
export interface ReadPlace {
  readonly box: PieceCell['box'];
  readonly bbox: Bbox;
  readonly confidence: number;
}

/** A page as the PDF parser's later stages take it, and the places of its cells. */
export interface ScanReading {
  readonly reading: PageReading;
  readonly places: readonly ReadPlace[];
  /** The lines outside them: a table without rules is made of these. */
  readonly lines: readonly ReadPlace[];
  /** The text of those lines with each letter that was read unsurely left out. */
  readonly sureText: string;
  /** Each of those letters and what else it could be, a line each. */
  readonly rivals: string;
}

/** Reads one page: turns it upright, straightens it, finds its tables, reads cells and running text. */
export async function readScanPage(engine: OcrEngine, scan: ScanPage): Promise<ScanReading> {
  const page = await turnUpright(engine, scan.image);
  const space = spaceOf(scan, page);
  const sealed = underSeals(scan.image, page);
  const pieces: TablePiece[] = [];
  const places: ReadPlace[] = [];
  for (const table of page.tables) {
    const boxes = table.cells.map(({ box }) => box);
    const read = sealed.doubt(await readCells(engine, page, table), boxes);
    const texts = typeOver(read, boxes, scan.typed ?? [], page.toScan);
    if (texts.every(({ text }) => text === '')) continue;
    const piece = makePiece(scan.page, table, texts, space);
    pieces.push(piece);
    places.push(...placesOf(piece, table, texts, space));
  }
  const body = await readBody(engine, page, space.scale);
  return {
    reading: {
      page: scan.page,
      turn: space.turn,
      pieces,
      rest: body.flatMap((line) => line.characters),
      isImage: false,
      hidesDigits: false,
      unknownGlyphs: 0,
      overfull: false,
      broken: false,
      hidden: '',
      floating: '',
    },
    places,
    lines: body.map(({ box, confidence }) => ({
      box: scaleBox(box, space.scale),
      bbox: space.toBbox(box),
      confidence,
    })),
    sureText: body.map(({ sure }) => sure).join('\n'),
    rivals: body.map(({ rivals }) => rivals).join(''),
  };
}

/** From pixels of the straightened page to points: of reading space, and of the page as scanned. */
interface Space {
  /** Points a pixel. */
  readonly scale: number;
  readonly turn: PageReading['turn'];
  readonly toBbox: (box: Box) => Bbox;
}

function spaceOf(scan: ScanPage, page: PreparedPage): Space {
  const scale = scan.width / scan.image.width;
  const scaleY = scan.height / scan.image.height;
  return {
    scale,
    turn: { quarter: 0, width: page.image.width * scale, height: page.image.height * scale },
    toBbox: ({ left, top, right, bottom }) => {
      const corners = [
        page.toScan(left, top),
        page.toScan(right, top),
        page.toScan(left, bottom),
        page.toScan(right, bottom),
      ];
      const xs = corners.map(([x]) => round(x * scale));
      const ys = corners.map(([, y]) => round(scan.height - y * scaleY));
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    },
  };
}

const round = (points: number): number => Math.round(points * 100) / 100;

function makePiece(
  page: number,
  table: ScanTable,
  texts: readonly CellText[],
  { scale, turn }: Space,
): TablePiece {
  const cells = table.cells.map(
    ({ row, column, rowSpan, columnSpan, box }, index): PieceCell => ({
      row,
      column,
      rowSpan,
      columnSpan,
      shape: index,
      box: scaleBox(box, scale),
      text: texts[index]?.text ?? '',
      characters: [],
    }),
  );
  return {
    page,
    turn,
    box: scaleBox(table.box, scale),
    xs: table.xs.map((x) => x * scale),
    rows: table.ys.length - 1,
    cells,
  };
}

const scaleBox = ({ left, top, right, bottom }: Box, scale: number): PieceCell['box'] => ({
  x0: left * scale,
  y0: top * scale,
  x1: right * scale,
  y1: bottom * scale,
});

const placesOf = (
  piece: TablePiece,
  table: ScanTable,
  texts: readonly CellText[],
  { toBbox }: Space,
): readonly ReadPlace[] =>
  piece.cells.map(({ box }, index) => ({
    box,
    bbox: toBbox(table.cells[index]?.box ?? table.box),
    confidence: texts[index]?.confidence ?? 0,
  }));
