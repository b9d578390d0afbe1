import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import { type Box, height, width } from '../pdf/box.ts';
import { type PageInk, readInk } from '../pdf/read-ink.ts';
import { readPages } from '../pdf/read-pages.ts';
import { withPdf } from '../pdf/with-pdf.ts';
import type { LoadEngine } from './engine.ts';
import { engineMissing } from './engine-missing.ts';
import { readScan } from './read-scan.ts';
import { MOST_SCANNED_PAGES, renderPages } from './read-scanned-pdf.ts';
import type { PicturesByPage } from './scan-page.ts';

/** A table is as wide as the text, a seal or an emblem is not; a line of ornament is no table. */
const LEAST_SHARE = 0.4;
const LOWEST_PT = 40;

/**
 * A PDF that prints its text and shows tables as pictures, as a browser prints such a page: the document with the
 * tables of those pictures, each on its page and in its place. Without such pictures, or where none of them holds a
 * table, the document itself.
 */
export async function readPdfPictures(
  bytes: Uint8Array,
  document: PrintedDocument,
  load: LoadEngine,
): Promise<PrintedDocument> {
  const pictures = await withPdf(bytes, findPictures);
  const pages = [...pictures.keys()];
  if (pages.length === 0) return document;
  const engine = await load();
  if (engine === null) {
    const missing = engineMissing(document, { pages: pages.join(', ') });
    return { ...document, findings: [...document.findings, missing] };
  }
  const failed: { readonly page: number; readonly reason: string }[] = [];
  const flow = await withPdf(
    bytes,
    async (pdf) => {
      const { pages: printed } = await readPages(pdf, pdf.numPages);
      const onFailure = (page: number, reason: string): number => failed.push({ page, reason });
      return readScan(engine, renderPages(pdf, pages, onFailure), printed, pictures);
    },
    { useSystemFonts: true },
  );
  const told = failed.map(({ page, reason }) => documentFinding('ocr_failed', { pages: page, reason }));
  const isSeen = flow.grids.some(({ rows }) =>
    rows.some((row) => row.some(({ source }) => source.kind === 'ocr')),
  );
  if (!isSeen) return { ...document, findings: [...document.findings, ...told] };
  const { text, paragraphs, grids } = flow;
  const read = pages.filter((number) => failed.every(({ page }) => page !== number));
  const findings = document.findings.filter(
    ({ rule }) => !flow.findings.some((finding) => finding.rule === rule),
  );
  const byOcr = documentFinding('read_by_ocr', { pages: read.join(', ') });
  return { ...document, text, paragraphs, grids, findings: [...findings, ...flow.findings, byOcr, ...told] };
}

/** A page that cannot be drawn was told of when its text was read. */
async function inkOf(pdf: PDFDocumentProxy, number: number): Promise<PageInk | null> {
  try {
    const page = await pdf.getPage(number);
    const ink = await readInk(pdf, page);
    page.cleanup();
    return ink;
  } catch {
    return null;
  }
}

async function findPictures(pdf: PDFDocumentProxy): Promise<PicturesByPage> {
  const found = new Map<number, readonly Box[]>();
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_SCANNED_PAGES); number++) {
    const ink = await inkOf(pdf, number);
    if (!ink) continue;
    const { frame, images } = ink;
    const large = images.filter(
      (image) => width(image) >= frame.width * LEAST_SHARE && height(image) >= LOWEST_PT,
    );
    const toReading = ({ x0, y0, x1, y1 }: Box): Box => ({
      x0,
      y0: frame.height - y1,
      x1,
      y1: frame.height - y0,
    });
    if (large.length > 0) found.set(number, large.map(toReading));
  }
  return found;
}
