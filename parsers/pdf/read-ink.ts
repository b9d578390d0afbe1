import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from './box.ts';
import type { Args, Drawing, Operation } from './drawing.ts';
import { type Font, startState } from './graphics-state.ts';
import { type Lean, settleUpright } from './lean.ts';
import { loadPdfjs, type Pdfjs } from './load-pdfjs.ts';
import { composeMatrix } from './matrix.ts';
import { isOnPage, ownFrame } from './page-frame.ts';
import { paintOperations } from './paint-operations.ts';
import { pathCodeOf } from './path-code.ts';
import { pictureSurfaces } from './picture-surfaces.ts';
import type { Glyph } from './read-glyphs.ts';
import { seeGlyphs } from './see-glyphs.ts';
import { LAYER, stateOperations } from './state-operations.ts';
import { tearNumbers } from './tear-numbers.ts';
import { textOperations } from './text-operations.ts';

/** Everything a page prints, in page space (its own units, origin at the bottom left of the visible page). */
export interface PageInk {
  readonly frame: ReturnType<typeof ownFrame>;
  readonly glyphs: readonly Glyph[];
  /** Lines and shading: boxes along the axes. */
  readonly boxes: readonly Box[];
  readonly images: readonly Box[];
  readonly scratches: readonly Box[];
  /** Number of paths painted, bent ones too: text may be drawn as outlines. */
  readonly paths: number;
  /** The page draws more than any page of a report does; the rest was not read. */
  readonly overfull: boolean;
}

/** A page of a report draws some 5,000 operations; a map or a plan draws millions. */
const MOST_OPERATIONS = 2_000_000;
const MOST_BOXES = 200_000;
const MOST_GLYPHS = 100_000;

/**
 * The page's operator list → glyphs and boxes. Follows the graphics state as the canvas of pdf.js does; a page that
 * leans is drawn straight.
 */
export async function readInk(
  document: Pick<PDFDocumentProxy, 'getOptionalContentConfig'>,
  page: PDFPageProxy,
  lean: Lean | null = null,
): Promise<PageInk> {
  const pdfjs = await loadPdfjs();
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawing = startDrawing(page, pdfjs, lean, await layersOf(document, { fnArray, argsArray }, pdfjs));
  const operations = operationsOf(pdfjs.OPS);
  const length = Math.min(fnArray.length, MOST_OPERATIONS);
  let at = 0;
  for (; at < length; at++) {
    operations[fnArray[at] ?? -1]?.(drawing, (argsArray[at] ?? []) as Args);
    if (drawing.boxes.length > MOST_BOXES || drawing.glyphs.length > MOST_GLYPHS) break;
  }
  const { boxes, images, paths, scratches } = drawing;
  const fills = [...drawing.fills, ...(await pictureSurfaces(page, drawing))];
  const drawn = seeGlyphs(drawing.glyphs, fills);
  const frame = ownFrame(page);
  const isShown = isOnPage(frame);
  const torn = tearNumbers(drawn, (glyph) => glyph.seen && (lean !== null || isShown(glyph)));
  const glyphs = lean ? settleUpright(torn, lean) : torn.filter(isShown);
  return { frame, glyphs, boxes, images, scratches, paths, overfull: at < fnArray.length };
}

/** Which layers of the document (optional content, ISO 32000-1, 8.11) are shown; most pages have none. */
async function layersOf(
  document: Pick<PDFDocumentProxy, 'getOptionalContentConfig'>,
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  { OPS }: Pdfjs,
): Promise<Drawing['isLayerShown']> {
  const isLayered = fnArray.some(
    (op, at) => op === OPS.beginMarkedContentProps && (argsArray[at] as Args | undefined)?.[0] === LAYER,
  );
  if (!isLayered) return () => true;
  const layers = await document.getOptionalContentConfig();
  return (layer) => layers.isVisible(layer);
}

function startDrawing(
  page: PDFPageProxy,
  pdfjs: Pdfjs,
  lean: Lean | null,
  isLayerShown: Drawing['isLayerShown'],
): Drawing {
  const { toPage: asPrinted } = ownFrame(page);
  const toPage = lean ? composeMatrix(lean.straighten, asPrinted) : asPrinted;
  return {
    state: startState(toPage),
    stack: [],
    glyphs: [],
    boxes: [],
    images: [],
    fills: [],
    pictures: [],
    scratches: [],
    marks: [],
    concealed: 0,
    isLayerShown,
    paths: 0,
    runs: 0,
    pendingClip: false,
    fonts: fontLookup(page),
    pathCode: pathCodeOf(pdfjs.version),
    start: toPage,
    ops: pdfjs.OPS,
  };
}

function fontLookup(page: PDFPageProxy): (id: string) => Font | null {
  const known = new Map<string, Font | null>();
  return (id) => {
    const font = known.get(id);
    if (font !== undefined) return font;
    const found = page.commonObjs.has(id) ? (page.commonObjs.get(id) as Font) : null;
    known.set(id, found);
    return found;
  };
}

let table: readonly (Operation | undefined)[] | undefined;

/** The operations that matter here, by pdf.js's number of them; all others leave no ink. */
function operationsOf(ops: Pdfjs['OPS']): readonly (Operation | undefined)[] {
  if (table) return table;
  const built: (Operation | undefined)[] = [];
  for (const operations of [stateOperations, textOperations, paintOperations]) {
    for (const [op, operation] of operations({ ops })) built[op] = operation;
  }
  table = built;
  return built;
}
