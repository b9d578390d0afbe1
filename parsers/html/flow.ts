import type { Element } from 'domhandler';
import { hasText } from '../normalise-label.ts';
import { cellText, fieldText, OVERRIDE, OVERRIDE_END, PICTURE } from './cell-text.ts';
import { type BoxKind, boxKind, insideOf, isPreformatted } from './flow-boxes.ts';
import { mannerOf } from './manner.ts';
import { isReversed } from './visible.ts';

/**
 * What a page prints as lines of text, with bars around the cells that are declared as such: what the reader of
 * flattened text takes.
 */
export interface FlowText {
  readonly text: string;
  /** The innermost box (cell, line or word of a line) that holds the character at `offset`. */
  boxAt(offset: number): Element | null;
  /** Where a `TABLE_MARK` stands for each table of the page, in its order. */
  readonly tables: readonly number[];
  /** Where the pictures of the page stand, in its order. */
  readonly pictures: readonly number[];
}

/** Takes what a page prints, in the order of its elements. */
export interface Flow {
  enter(element: Element): void;
  leave(): void;
  inline(text: string): void;
  line(): void;
  table(): void;
  picture(): void;
  finish(): FlowText;
}

/** A line that the text reader takes for prose: no row goes on across a table that is read its own way. */
export const TABLE_MARK = '。';

interface Open {
  readonly kind: BoxKind;
  /** What the elements in it are, unless they say so themselves. */
  readonly inside: BoxKind | null;
  readonly box: Element | null;
  readonly isPreformatted: boolean;
  /** Printed behind its text. */
  readonly end: string;
}

const ROOT: Open = { kind: 'line', inside: null, box: null, isPreformatted: false, end: '' };

interface Place {
  readonly start: number;
  readonly box: Element | null;
}

/** Starts the text of a page, which is written while its tree is walked. */
export function startFlow(): Flow {
  const chunks: string[] = [];
  const places: Place[] = [];
  const tables: number[] = [];
  const pictures: number[] = [];
  const stack: Open[] = [];
  let length = 0;
  let isLineOpen = false;
  // What parts the paragraphs of a cell is no end of a line.
  let cells = 0;
  const around = (): Open => stack.at(-1) ?? ROOT;
  const write = (text: string): void => {
    if (text === '') return;
    if (places.at(-1)?.box !== around().box) places.push({ start: length, box: around().box });
    chunks.push(text);
    length += text.length;
  };
  const print = (text: string): void => {
    isLineOpen ||= hasText(text);
    write(text);
  };
  const line = (): void => {
    if (cells > 0) write(' ');
    else if (isLineOpen) write('\n');
    isLineOpen &&= cells > 0;
  };
  const bar = (text: string): void => {
    if (cells === 0) print(text);
  };
  const enter = (element: Element): void => {
    const kind = boxKind(element, around().inside);
    if (kind === 'line') line();
    if (kind === 'cell' && !isLineOpen) bar('| ');
    if (kind === 'cell') cells++;
    const [begin, end] = bracketsOf(element);
    stack.push({
      kind,
      inside: insideOf(element),
      box: kind === 'text' ? around().box : element,
      isPreformatted: isPreformatted(element) ?? around().isPreformatted,
      end,
    });
    if (begin !== '') print(begin);
    print(fieldText(element));
  };
  const leave = (): void => {
    const { kind, end } = stack.pop() ?? ROOT;
    if (end !== '') print(end);
    if (kind === 'line') line();
    if (kind === 'word') write(' ');
    if (kind === 'cell') {
      cells--;
      bar(' | ');
    }
  };
  const inline = (text: string): void => {
    if (around().isPreformatted) printLines(text);
    else print(text.replace(/[ \t\r\n\f]+/g, ' '));
  };
  const printLines = (text: string): void => {
    for (const [index, printed] of text.split(/\r?\n/).entries()) {
      if (index > 0) line();
      print(printed);
    }
  };
  const table = (): void => {
    line();
    tables.push(length);
    print(TABLE_MARK);
    line();
  };
  const picture = (): void => {
    pictures.push(length);
    print(PICTURE);
  };
  const finish = (): FlowText => {
    return { text: chunks.join(''), boxAt: (offset) => boxAt(places, offset), tables, pictures };
  };
  return { enter, leave, inline, line, table, picture, finish };
}

/** What is printed around the text of an element that is not as the text around it, see cell-text.ts. */
function bracketsOf(element: Element): readonly [begin: string, end: string] {
  if (isReversed(element)) return [OVERRIDE, OVERRIDE_END];
  return mannerOf(element) !== null && hasText(cellText(element)) ? ['〔', '〕'] : ['', ''];
}

/** The box of the last place that begins at or before the offset. */
function boxAt(places: readonly Place[], offset: number): Element | null {
  let from = 0;
  let to = places.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) from = middle;
    else to = middle;
  }
  return places[from]?.box ?? null;
}
