import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<Pdfjs> | undefined;

/**
 * The legacy build of pdf.js, loaded when the first PDF comes: the modern build needs a browser's DOMMatrix, and
 * loading costs a fifth of a second that no other kind of document should pay.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  if (!loading) {
    process.on('unhandledRejection', leavePdfjsOut);
    loading = import('pdfjs-dist/legacy/build/pdf.mjs');
  }
  return loading;
}

/**
 * Of a broken file pdf.js leaves promises behind that nobody waits for; what they say is said by the pages that were
 * asked for as well. Unheard, they would end the thread, and with it the document that is read next.
 */
function leavePdfjsOut(reason: unknown): void {
  if (!isOfPdfjs(reason)) throw reason;
}

/** pdf.js names its own exceptions so, and no error of ours or of the language is. */
const isOfPdfjs = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'name' in reason && /Exception$/.test(String(reason.name));

/**
 * Where the package keeps what pages refer to without embedding it: character maps of Chinese encodings (without
 * them a page set in STSong-Light loses all its text), standard fonts, decoders. pdf.js wants a closing separator.
 */
export function packagedResources() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => join(root, name) + sep;
  return {
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
}
