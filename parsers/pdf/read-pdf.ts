import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Finding } from '../../src/model/finding.ts';
import type { DocumentMeta, PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import { assembleFlow } from './assemble-flow.ts';
import { countDamagedStreams } from './damaged-streams.ts';
import { layOutFlow } from './lay-out-flow.ts';
import { brokenPages, imageOnlyPages, overfullPages, unknownGlyphs, unreadTexts } from './pdf-findings.ts';
import { type PageReading, readPages, readPagesAsText } from './read-pages.ts';
import { PdfError, withPdf } from './with-pdf.ts';

/** A report has some 10 pages (requirement C-43). */
const MOST_PAGES = 300;

/** A PDF and the pages of it that only an OCR reader can take. */
export interface ReadPdf {
  readonly document: PrintedDocument;
  /** Page numbers from 1. */
  readonly imagePages: readonly number[];
  /** Pages whose words can be read and whose digits only such a reader could. */
  readonly digitlessPages: readonly number[];
}

/**
 * A PDF → running text, tables with places and what had to be said about it. Never throws for a bad file: one that
 * is encrypted or broken gives a finding.
 */
export async function readPdf(bytes: Uint8Array): Promise<PrintedDocument> {
  const { document } = await readPdfPages(bytes);
  return document;
}

/** As `readPdf`, with the pages that are images, for a reader that can see. */
export async function readPdfPages(bytes: Uint8Array): Promise<ReadPdf> {
  try {
    const read = await withPdf(bytes, readOpenPdf);
    const damagedParts = countDamagedStreams(bytes);
    return damagedParts === 0 ? read : { ...read, document: { ...read.document, damagedParts } };
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    const finding =
      error.why === 'encrypted'
        ? documentFinding('encrypted')
        : documentFinding('unreadable', { reason: error.message });
    return refusedPdf(finding);
  }
}

const refusedPdf = (finding: Finding): ReadPdf => ({
  document: emptyDocument([finding]),
  imagePages: [],
  digitlessPages: [],
});

/** A PDF by its text alone, tables by how their columns stand: the second way to the cells of ruled tables. */
export async function readPdfText(bytes: Uint8Array): Promise<PrintedDocument> {
  return withPdf(bytes, async (pdf) => {
    const read = await readPagesAsText(pdf, Math.min(pdf.numPages, MOST_PAGES));
    return { kind: 'pdf', meta: {}, ...assembleFlow(layOutFlow(read)) };
  });
}

const emptyDocument = (findings: readonly Finding[]): PrintedDocument => ({
  kind: 'pdf',
  text: '',
  paragraphs: [],
  grids: [],
  meta: {},
  findings,
});

async function readOpenPdf(pdf: PDFDocumentProxy): Promise<ReadPdf> {
  const count = pdf.numPages;
  if (count === 0) {
    return refusedPdf(documentFinding('unreadable', { reason: '没有页面 / no pages' }));
  }
  const limits =
    count > MOST_PAGES ? [documentFinding('too_complex', { limit: `${MOST_PAGES} pages of ${count}` })] : [];
  const read = await readPages(pdf, Math.min(count, MOST_PAGES));
  const { text, paragraphs, grids, findings } = assembleFlow(layOutFlow(read));
  return {
    document: {
      kind: 'pdf',
      text,
      paragraphs,
      grids,
      meta: await readMeta(pdf),
      findings: [...limits, ...findingsOfPages(read.pages), ...findings],
    },
    imagePages: read.pages.filter((page) => page.isImage).map(({ page }) => page),
    digitlessPages: wholePages(read.pages.filter((page) => page.hidesDigits)),
  };
}

/** The numbers of pages, of which some may be leaves of one sheet. */
const wholePages = (pages: readonly PageReading[]): readonly number[] => [
  ...new Set(pages.map(({ page }) => Math.floor(page))),
];

function findingsOfPages(pages: readonly PageReading[]): readonly Finding[] {
  const findings: Finding[] = [];
  const those = (which: (page: PageReading) => boolean): readonly number[] =>
    pages.filter(which).map(({ page }) => page);
  const images = those((page) => page.isImage);
  if (images.length > 0) findings.push(imageOnlyPages(images, images.length === pages.length));
  findings.push(...unknownGlyphs(pages));
  const overfull = those((page) => page.overfull);
  if (overfull.length > 0) findings.push(overfullPages(overfull));
  const broken = those((page) => page.broken);
  if (broken.length > 0) findings.push(brokenPages(broken));
  findings.push(...unreadTexts(pages));
  return findings;
}

/** The document information's title; file names and programs that put themselves there are no title. */
async function readMeta(pdf: PDFDocumentProxy): Promise<DocumentMeta> {
  try {
    const { info } = await pdf.getMetadata();
    const title = (info as Readonly<Record<string, unknown>>)['Title'];
    const isTitle = typeof title === 'string' && /\p{Script=Han}/u.test(title) && !/\.\w{2,5}$/.test(title);
    return isTitle ? { title: title.trim() } : {};
  } catch {
    return {};
  }
}
