import type { PrintedDocument } from '../document.ts';
import { isReportTitle } from '../metadata-title.ts';

/** Titles stand on top. */
const FIRST_PARAGRAPHS = 40;

/**
 * The title among a file's properties counts only where its text prints none: files are made from last year's, and
 * their properties stay behind.
 */
export function withFallbackTitle(document: PrintedDocument, title: string | undefined): PrintedDocument {
  const printed = document.paragraphs
    .slice(0, FIRST_PARAGRAPHS)
    .some((paragraph) => isReportTitle(paragraph.text));
  return title === undefined || printed ? document : { ...document, meta: { title } };
}
