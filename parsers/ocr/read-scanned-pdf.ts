import { createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import { pageFrame } from '../pdf/page-frame.ts';
import { unknownGlyphs } from '../pdf/pdf-findings.ts';
import { readPages } from '../pdf/read-pages.ts';
import { readTyped, scaleCharacter } from '../pdf/read-typed.ts';
import { withPdf } from '../pdf/with-pdf.ts';
import { LONG_SIDE } from './decode-image.ts';
import type { LoadEngine } from './engine.ts';
import { engineMissing } from './engine-missing.ts';
import { readScan } from './read-scan.ts';
import type { ScanPage } from './scan-page.ts';
import { toGray } from './to-gray.ts';

/** A report has some 10 pages; each takes seconds. */
export const MOST_SCANNED_PAGES = 60;

/** What was said of pages before they were looked at. */
const OF_UNSEEN: ReadonlySet<string> = new Set(['document.image_only', 'document.glyphs_unknown']);

/**
 * A PDF some of whose pages are pictures: these are rendered and read, and stand between the pages that have text.
 *
 * @param document - what was read without them
 * @param imagePages - their numbers, from 1; pages whose digits only a picture shows are such too
 * @param share - of the size at which pages are read best
 */
export async function readScannedPdf(
  bytes: Uint8Array,
  document: PrintedDocument,
  imagePages: readonly number[],
  load: LoadEngine,
  share = 1,
): Promise<PrintedDocument> {
  const engine = await load();
  const pages = imagePages.slice(0, MOST_SCANNED_PAGES);
  if (engine === null)
    return {
      ...document,
      findings: [...document.findings, engineMissing(document, { pages: pages.join(', ') })],
    };
  const failed: { readonly page: number; readonly reason: string }[] = [];
  const { flow, others } = await withPdf(
    bytes,
    async (pdf) => {
      const { pages: others } = await readPages(pdf, pdf.numPages);
      const onFailure = (page: number, reason: string): number => failed.push({ page, reason });
      return { others, flow: await readScan(engine, renderPages(pdf, pages, onFailure, share), others) };
    },
    { useSystemFonts: true },
  );
  const { text, paragraphs, grids } = flow;
  const left = imagePages.slice(MOST_SCANNED_PAGES);
  const findings = document.findings.filter(
    ({ rule }) => !OF_UNSEEN.has(rule) && !flow.findings.some((finding) => finding.rule === rule),
  );
  const read = pages.filter((number) => failed.every(({ page }) => page !== number));
  const unseen = others.filter(({ page }) => !read.includes(Math.floor(page)));
  const told = [
    ...unknownGlyphs(unseen),
    ...(read.length > 0 ? [documentFinding('read_by_ocr', { pages: read.join(', ') })] : []),
    ...failed.map(({ page, reason }) => documentFinding('ocr_failed', { pages: page, reason })),
  ];
  if (left.length > 0)
    told.push(
      documentFinding('too_complex', {
        limit: `${MOST_SCANNED_PAGES} scanned pages of ${imagePages.length}`,
      }),
    );
  return {
    ...document,
    text,
    paragraphs,
    grids,
    findings: [...findings, ...flow.findings, ...told],
    // Pages that have text are sure.
    sureText: `${document.text}\n${flow.sureText}`,
    rivals: flow.rivals,
  };
}

/** Pages as pictures; one that cannot be drawn (a picture of 10 GB) is told of, and the next is taken. */
export async function* renderPages(
  pdf: PDFDocumentProxy,
  numbers: readonly number[],
  onFailure: (page: number, reason: string) => void,
  share = 1,
): AsyncGenerator<ScanPage> {
  for (const number of numbers) {
    const drawn = await drawPage(pdf, number, share).catch((error: Error) => {
      onFailure(number, error.message);
      return null;
    });
    if (drawn) yield drawn;
  }
}

async function drawPage(pdf: PDFDocumentProxy, number: number, share: number): Promise<ScanPage> {
  const page = await pdf.getPage(number);
  const frame = pageFrame(page.view, page.userUnit);
  // Rotation is left out, as in all places of the PDF parser: the page is read as it is printed.
  const scale = (LONG_SIDE * share) / Math.max(frame.width, frame.height);
  const viewport = page.getViewport({ scale, rotation: 0 });
  const width = Math.round(viewport.width);
  const height = Math.round(viewport.height);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  // pdf.js draws on any canvas; its types know the browser's only.
  const target = { canvas, canvasContext: context, viewport } as unknown as Parameters<typeof page.render>[0];
  await page.render(target).promise;
  const image = toGray(context.getImageData(0, 0, width, height).data, width, height);
  const typed = (await readTyped(pdf, page)).map((character) => scaleCharacter(character, scale));
  page.cleanup();
  return { page: number, image, width: frame.width, height: frame.height, typed };
}
