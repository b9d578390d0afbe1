import type { Element } from 'domhandler';
import { assemble, type Piece } from '../cell-pieces.ts';
import { readStory, type StoryContext } from './story.ts';
import { cellElements, rowElements } from './table-rows.ts';

/** Longer than any label or number: a cell this long is layout, and its end is of no use here. */
const CAP = 400;
const PICTURE = '〔图〕';
const LINE_END: Piece = { text: '\n', manner: null };

export interface CellContent {
  /** Lines and paragraphs parted by a line feed; a cell that shows a picture and no text says so. */
  readonly text: string;
  readonly tables: number;
  readonly textBoxes: readonly Element[];
}

/** The printed text of a table cell, text of tables inside it included; text boxes float and are told apart. */
export function cellContent(cell: Element, context: StoryContext): CellContent {
  const pieces: Piece[] = [];
  const textBoxes: Element[] = [];
  let length = 0;
  let tables = 0;
  let pictures = 0;
  const sink = {
    text: (text: string, manner: Piece['manner']): void => {
      if (length <= CAP) pieces.push({ text, manner });
      length += text.trim().length;
    },
    lineBreak: () => void pieces.push(LINE_END),
    paragraphEnd: () => void pieces.push(LINE_END),
    table: (table: Element): void => {
      if (++tables > 50 || length > CAP) return;
      for (const row of rowElements(table)) {
        for (const inner of cellElements(row)) readStory(inner, { ...sink, textBox: () => {} }, context);
      }
    },
    textBox: (content: Element) => void textBoxes.push(content),
    picture: () => void pictures++,
    limit: () => {},
  };
  readStory(cell, sink, context);
  const text = foldLines(assemble(pieces).join(''));
  return { text: text === '' && pictures > 0 ? PICTURE : text, tables, textBoxes };
}

export function foldLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f\v]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
