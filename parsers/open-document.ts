import { decodeText } from './decode.ts';
import type { DocumentKind, PrintedDocument } from './document.ts';
import { documentFinding } from './document-findings.ts';
import { nameUnreadKind } from './name-unread-kind.ts';
import type { LoadEngine } from './ocr/engine.ts';
import { sniffKind } from './sniff.ts';

type Open = (bytes: Uint8Array, loadOcr: LoadEngine) => PrintedDocument | Promise<PrintedDocument>;

/** One parser a kind; its library is loaded when the first such document comes, not before, and then kept. */
const LOADERS: Partial<Record<DocumentKind, () => Promise<Open>>> = {
  html: async () => {
    const { readHtml } = await import('./html/read-html.ts');
    return (bytes) => withDecoding(bytes, readHtml);
  },
  mht: async () => {
    const { readHtml } = await import('./html/read-html.ts');
    const { pageOfArchive } = await import('./mht/page-of-archive.ts');
    return (bytes) => withDecoding(pageOfArchive(bytes) ?? new Uint8Array(), readHtml);
  },
  text: async () => {
    const { readText } = await import('./text/read-text.ts');
    return (bytes) => withDecoding(bytes, readText);
  },
  pdf: async () => {
    const { readPdfPages } = await import('./pdf/read-pdf.ts');
    return async (bytes, loadOcr) => {
      const { document, imagePages, digitlessPages } = await readPdfPages(bytes);
      // Their words are kept where nothing can look at the digits.
      const isSeen = digitlessPages.length > 0 && (await loadOcr()) !== null;
      const pages = isSeen ? [...imagePages, ...digitlessPages] : imagePages;
      if (pages.length === 0) return document;
      const { readScannedPdf } = await import('./ocr/read-scanned-pdf.ts');
      return readScannedPdf(bytes, document, pages, loadOcr);
    };
  },
  image: async () => (await import('./ocr/read-image.ts')).readImage,
  doc: async () => (await import('./doc/read-doc.ts')).readDoc,
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
  xlsx: async () => (await import('./xlsx/read-workbook.ts')).readXlsx,
  xls: async () => (await import('./xlsx/read-workbook.ts')).readXls,
};

const loaded = new Map<DocumentKind, Promise<Open>>();

function loadParser(kind: DocumentKind): Promise<Open> | undefined {
  const known = loaded.get(kind) ?? LOADERS[kind]?.();
  if (known) loaded.set(kind, known);
  return known;
}

const noEngine: LoadEngine = async () => null;

/** Bytes → a document taken apart by the parser of its kind; unknown kinds give a finding. */
export async function openDocument(
  bytes: Uint8Array,
  loadOcr: LoadEngine = noEngine,
): Promise<PrintedDocument> {
  const kind = sniffKind(bytes);
  const open = await loadParser(kind);
  if (open) return open(bytes, loadOcr);
  return {
    kind,
    text: '',
    paragraphs: [],
    grids: [],
    meta: {},
    findings: [documentFinding('unsupported', { kind: nameUnreadKind(bytes) })],
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
