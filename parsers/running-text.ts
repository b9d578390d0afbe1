import type { Paragraph } from './document.ts';

/** Collects the running text of a document: paragraphs joined by line feeds, each with its place. */
export interface RunningText {
  /** Adds inline text to the open paragraph. */
  inline(text: string): void;
  /** Closes the open paragraph; an empty one leaves no trace. */
  close(): void;
  count(): number;
  finish(): { readonly text: string; readonly paragraphs: readonly Paragraph[] };
}

export function startRunningText(): RunningText {
  const paragraphs: Paragraph[] = [];
  let open: string[] = [];
  let length = 0;
  const close = (): void => {
    if (open.length === 0) return;
    const text = open.join('').replace(/\s+/g, ' ').trim();
    open = [];
    if (text === '') return;
    paragraphs.push({ text, start: length, end: length + text.length });
    length += text.length + 1;
  };
  return {
    inline: (text) => void open.push(text),
    close,
    count: () => paragraphs.length,
    finish: () => {
      close();
      return { text: paragraphs.map((paragraph) => paragraph.text).join('\n'), paragraphs };
    },
  };
}
