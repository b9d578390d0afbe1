import { decodeText } from './decode.ts';
import type { DocumentKind, PrintedDocument } from './document.ts';
import { documentFinding } from './document-findings.ts';
import { sniffKind } from './sniff.ts';

type Open = (bytes: Uint8Array) => Promise<PrintedDocument>;

/** One parser a kind; its library is loaded when the first such document comes, not before. */
const PARSERS: Partial<Record<DocumentKind, Open>> = {
  html: async (bytes) => {
    const { readHtml } = await import('./html/read-html.ts');
    return withDecoding(bytes, readHtml);
  },
  text: async (bytes) => {
    const { readText } = await import('./text/read-text.ts');
    return withDecoding(bytes, readText);
  },
  pdf: async (bytes) => {
    const { readPdfPages } = await import('./pdf/read-pdf.ts');
    const { document, imagePages } = await readPdfPages(bytes);
    if (imagePages.length === 0) return document;
    const { readScannedPdf } = await import('./ocr/read-scanned-pdf.ts');
    return readScannedPdf(bytes, document, imagePages);
  },
  image: async (bytes) => (await import('./ocr/read-image.ts')).readImage(bytes),
  doc: async (bytes) => (await import('./doc/read-doc.ts')).readDoc(bytes),
  docx: async (bytes) => (await import('./docx/read-docx.ts')).readDocx(bytes),
  xlsx: async (bytes) => (await import('./xlsx/read-workbook.ts')).readXlsx(bytes),
  xls: async (bytes) => (await import('./xlsx/read-workbook.ts')).readXls(bytes),
};

/** Bytes → a document taken apart by the parser of its kind; unknown kinds give a finding. */
export async function openDocument(bytes: Uint8Array): Promise<PrintedDocument> {
  const kind = sniffKind(bytes);
  const open = PARSERS[kind];
  if (open) return open(bytes);
  return {
    kind,
    text: '',
    paragraphs: [],
    grids: [],
    meta: {},
    findings: [documentFinding('unsupported', { kind })],
  };
}

function withDecoding(bytes: Uint8Array, read: (text: string) => PrintedDocument): PrintedDocument {
  const { text, encoding, undecodable } = decodeText(bytes);
  const document = read(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (undecodable === 0) return document;
  return {
    ...document,
    findings: [...document.findings, documentFinding('undecodable', { encoding, count: undecodable })],
  };
}
