import { decodeText } from '../../../parsers/decode.ts';
import { readHtml } from '../../../parsers/html/read-html.ts';
import { sniffKind } from '../../../parsers/sniff.ts';
import type { Zoom } from '../evidence.ts';
import { drawImage } from './draw-image.ts';
import { drawPdf } from './draw-pdf.ts';
import { type Sheet, SheetError } from './sheet.ts';

/** Which page is to be drawn: of a PDF, or the picture of that number in a web page; an image file has one. */
export interface SheetView {
  readonly page: number;
  readonly zoom: Zoom;
  readonly turn: 0 | 1 | 2 | 3;
}

/** Pixels of a point on a page at each zoom: sharp on screens of two pixels a point, too. */
const SCALES: Readonly<Record<Zoom, number>> = { 50: 1.25, 100: 2, 200: 3.5 };
/** A page of A3 at the largest of these scales. */
const MOST_PIXELS = 13_000_000;

/** @throws {SheetError} when there is no such page or it cannot be drawn */
export async function drawSheet(bytes: Uint8Array, { page, zoom, turn }: SheetView): Promise<Sheet> {
  const options = { mostPixels: MOST_PIXELS, turn };
  const kind = sniffKind(bytes);
  if (kind === 'pdf') return drawPdf(bytes, { ...options, page, scale: SCALES[zoom] });
  if (kind !== 'html') return drawImage(bytes, options);
  const { pictures = [] } = readHtml(decodeText(bytes).text.replace(/^\ufeff/, ''));
  const pasted = pictures[page - 1]?.bytes;
  if (!pasted) throw new SheetError('unrenderable', `picture ${page} of ${pictures.length}`);
  return { ...(await drawImage(pasted, options)), pages: pictures.length };
}
