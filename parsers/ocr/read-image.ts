import type { PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import { decodeImage, ImageError } from './decode-image.ts';
import type { LoadEngine } from './engine.ts';
import { readScan } from './read-scan.ts';

const emptyImage = (finding: PrintedDocument['findings'][number]): PrintedDocument => ({
  kind: 'image',
  text: '',
  paragraphs: [],
  grids: [],
  meta: {},
  findings: [finding],
});

/**
 * An image file, read like a page of a scan; a pixel of it is a point. Never throws for a bad file.
 *
 * @param share - of the size at which it is read best
 */
export async function readImage(bytes: Uint8Array, load: LoadEngine, share = 1): Promise<PrintedDocument> {
  const engine = await load();
  if (engine === null) return emptyImage(documentFinding('ocr_missing', { pages: '1' }));
  try {
    const { image, width, height } = await decodeImage(bytes, share);
    const scan = await readScan(engine, [{ page: 1, image, width, height }]);
    const { text, paragraphs, grids, findings, sureText, rivals } = scan;
    const told = [...findings, documentFinding('read_by_ocr', { pages: '1' })];
    return { kind: 'image', text, paragraphs, grids, meta: {}, findings: told, sureText, rivals };
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return emptyImage(documentFinding('unreadable', { reason: error.message }));
  }
}
