import type { Paragraph } from './document.ts';

/** Collects the running text of a document: paragraphs joined by line feeds, each with its place. */
export interface RunningText {
  /** Adds inline text to the open paragraph; `isLink` where it leads to another page. */
  inline(text: string, isLink?: boolean): void;
  /** Closes the open paragraph; an empty one leaves no trace. */
  close(): void;
  count(): number;
  finish(): { readonly text: string; readonly paragraphs: readonly Paragraph[] };
  /** The closed paragraphs that are links and at most a date or a mark beside them. */
  links(): readonly Paragraph[];
}

const LETTER = /\p{L}/u;

export function startRunningText(): RunningText {
  const paragraphs: Paragraph[] = [];
  const links: Paragraph[] = [];
  let open: string[] = [];
  let hasLink = false;
  let hasOwnWords = false;
  let length = 0;
  const close = (): void => {
    if (open.length === 0) return;
    const text = open.join('').replace(/\s+/g, ' ').trim();
    const isLink = hasLink && !hasOwnWords;
    open = [];
    hasLink = false;
    hasOwnWords = false;
    if (text === '') return;
    const paragraph = { text, start: length, end: length + text.length };
    paragraphs.push(paragraph);
    if (isLink) links.push(paragraph);
    length += text.length + 1;
  };
  return {
    inline: (text, isLink = false) => {
      open.push(text);
      if (isLink) hasLink ||= LETTER.test(text);
      else hasOwnWords ||= LETTER.test(text);
    },
    close,
    links: () => links,
    count: () => paragraphs.length,
    finish: () => {
      close();
      return { text: paragraphs.map((paragraph) => paragraph.text).join('\n'), paragraphs };
    },
  };
}
