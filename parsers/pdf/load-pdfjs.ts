import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<Pdfjs> | undefined;

/**
 * The legacy build of pdf.js, loaded when the first PDF comes: the modern build needs a browser's DOMMatrix, and
 * loading costs a fifth of a second that no other kind of document should pay.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs');
  return loading;
}

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
