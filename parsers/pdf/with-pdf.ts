import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadPdfjs, packagedResources } from './load-pdfjs.ts';

/** Why a file gives no pages: it wants a password, or it is no PDF that can be repaired. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  readonly why: 'encrypted' | 'unreadable';

  constructor(why: 'encrypted' | 'unreadable', message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}

export interface OpenOptions {
  /** Draw glyphs that are not embedded with the fonts of the machine; for rendering only. */
  readonly useSystemFonts?: boolean;
}

/**
 * Opens a PDF, hands it over and closes it whatever happens. No script of the file runs and nothing is fetched.
 *
 * @throws {PdfError} when the file cannot be opened
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<T>,
  { useSystemFonts = false }: OpenOptions = {},
): Promise<T> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    ...packagedResources(),
    // pdf.js takes the buffer over and refuses a Buffer: it gets a copy.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    useSystemFonts,
    // Tells which characters of a font have a Unicode of their own: see is-vouched.ts.
    fontExtraProperties: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await use(await openDocument(task.promise));
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

async function openDocument(opening: Promise<PDFDocumentProxy>): Promise<PDFDocumentProxy> {
  try {
    return await opening;
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    const message = cause instanceof Error ? cause.message : String(cause);
    if (name === 'PasswordException') throw new PdfError('encrypted', message, { cause });
    // It is quoted in a sentence that has its own full stop.
    throw new PdfError('unreadable', message.replace(/\.$/, ''), { cause });
  }
}
