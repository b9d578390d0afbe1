import type { PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';

/** Without the engine a document of pictures gives nothing; one that has text too is read as far as it goes. */
export function engineMissing(
  document: PrintedDocument,
  where: { readonly pages: string } | { readonly pictures: string },
): PrintedDocument['findings'][number] {
  const finding = documentFinding('ocr_missing', where);
  return document.text.trim() === '' && document.grids.length === 0
    ? finding
    : { ...finding, severity: 'warning' };
}
