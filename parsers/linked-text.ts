import type { Paragraph, PrintedDocument } from './document.ts';

const SENTENCE_END = '。';

/** A paragraph's text, the same however it was cut into lines. */
export const keyOfText = (text: string): string => text.replace(/\s+/g, '');

/**
 * The texts that a page prints as links alone: menus, lists of last years' reports. A heading that stands in such a list
 * too is the page's own. A link holds no sentence; where one does, an `<a>` was never closed and all behind it is one.
 */
export function linkedTexts(
  paragraphs: readonly Paragraph[],
  links: readonly Paragraph[],
): ReadonlySet<string> {
  if (links.some(({ text }) => text.includes(SENTENCE_END))) return new Set();
  const linked = new Set(links.map(({ text }) => keyOfText(text)));
  const isLink = new Set(links);
  for (const paragraph of paragraphs) if (!isLink.has(paragraph)) linked.delete(keyOfText(paragraph.text));
  return linked;
}

/** A document without what leads to other ones: their titles, years and bodies are not this one's. */
export function withoutLinks(document: PrintedDocument): PrintedDocument {
  const { links, paragraphs } = document;
  if (!links?.size) return document;
  return { ...document, paragraphs: paragraphs.filter(({ text }) => !links.has(keyOfText(text))) };
}
