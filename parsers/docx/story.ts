import type { Element } from 'domhandler';
import { LIMITS } from '../limits.ts';
import type { HiddenStyles } from './hidden-styles.ts';
import { runText } from './run-text.ts';
import { childOf, isOn, isTag } from './xml.ts';

/** What reading the content of a document, a cell or a text box calls, in printed order. */
export interface Sink {
  text(text: string): void;
  /** A line break inside a paragraph (w:br). */
  lineBreak(): void;
  paragraphEnd(): void;
  table(table: Element): void;
  /** The content of a text box; it floats, and is told after the paragraph that it hangs on. */
  textBox(content: Element): void;
  picture(): void;
  limit(name: string): void;
}

export interface StoryContext {
  readonly hiddenStyles: HiddenStyles;
  readonly fieldCodes: ReadonlySet<Element>;
}

/** Deleted and moved-away text (17.13.5), codes, readings above characters, properties: never printed. */
const NOT_PRINTED = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:sectPr',
  'w:fldChar',
]);
const PICTURES = new Set(['pic:pic', 'v:imagedata', 'w:object', 'c:chart', 'w:control']);

/** Reads block or inline content; elements it does not know are read through, so that no text is lost in them. */
export function readStory(parent: Element, sink: Sink, context: StoryContext): void {
  readChildren(parent, { sink, context, paragraphStyle: undefined, dress: plain }, 0);
}

interface Walk {
  readonly sink: Sink;
  readonly context: StoryContext;
  readonly paragraphStyle: string | undefined;
  /** How the open run prints its text. */
  readonly dress: (text: string) => string;
}

function readChildren(parent: Element, walk: Walk, depth: number): void {
  if (depth > LIMITS.depth) {
    walk.sink.limit('depth');
    return;
  }
  for (const child of parent.children) if (isTag(child)) readElement(child, walk, depth + 1);
}

function readElement(element: Element, walk: Walk, depth: number): void {
  const { sink } = walk;
  if (NOT_PRINTED.has(element.name) || walk.context.fieldCodes.has(element)) return;
  if (PICTURES.has(element.name)) sink.picture();
  const printed = runText(element);
  if (printed !== '') sink.text(walk.dress(printed));
  else (READERS[element.name] ?? readChildren)(element, walk, depth);
}

type Read = (element: Element, walk: Walk, depth: number) => void;

const READERS: Readonly<Record<string, Read>> = {
  'w:p': readParagraph,
  'w:r': readRun,
  'w:tbl': (table, { sink }) => sink.table(table),
  'w:txbxContent': (content, { sink }) => sink.textBox(content),
  'w:br': (_, { sink }) => sink.lineBreak(),
  'w:cr': (_, { sink }) => sink.lineBreak(),
  'w:altChunk': (_, { sink }) => sink.limit('altChunk'),
  'mc:AlternateContent': (element, walk, depth) => {
    const chosen = chooseAlternative(element);
    if (chosen) readChildren(chosen, walk, depth);
  },
};

/** A deleted paragraph mark (17.13.5.15) joins its paragraph with the next. */
function readParagraph(paragraph: Element, walk: Walk, depth: number): void {
  const properties = childOf(paragraph, 'w:pPr');
  const paragraphStyle = childOf(properties, 'w:pStyle')?.attribs['w:val'];
  readChildren(paragraph, { ...walk, paragraphStyle }, depth);
  const mark = childOf(properties, 'w:rPr');
  if (!childOf(mark, 'w:del') && !childOf(mark, 'w:moveFrom')) walk.sink.paragraphEnd();
}

function readRun(run: Element, walk: Walk, depth: number): void {
  const properties = childOf(run, 'w:rPr');
  if (isHidden(properties, walk)) return;
  readChildren(run, { ...walk, dress: dressOf(properties) }, depth);
}

/** Hidden text (17.3.2.41), directly or by the character's or the paragraph's style. */
function isHidden(properties: Element | undefined, { context, paragraphStyle }: Walk): boolean {
  const direct = isOn(childOf(properties, 'w:vanish'));
  if (direct !== undefined) return direct;
  const runStyle = childOf(properties, 'w:rStyle')?.attribs['w:val'];
  const hidden = (style: string | undefined): boolean => context.hiddenStyles.get(style ?? '') ?? false;
  return hidden(runStyle) || hidden(paragraphStyle);
}

const plain = (text: string): string => text;
/**
 * 27 struck out before 28 is not 2728, and the mark of a note behind a number is not its last digit: both stand in
 * brackets, as in HTML.
 */
const bracketed = (text: string): string => (text.trim() === '' ? text : `〔${text}〕`);

function dressOf(properties: Element | undefined): (text: string) => string {
  if (isOn(childOf(properties, 'w:strike')) || isOn(childOf(properties, 'w:dstrike'))) return bracketed;
  const place = childOf(properties, 'w:vertAlign')?.attribs['w:val'];
  return place === 'superscript' || place === 'subscript' ? bracketed : plain;
}

/** One of the alternatives (ECMA-376 part 3, 7.5): the first, unless only the fallback holds text. */
function chooseAlternative(element: Element): Element | undefined {
  const choice = childOf(element, 'mc:Choice');
  const fallback = childOf(element, 'mc:Fallback');
  if (!choice) return fallback;
  return fallback && !holdsText(choice, 0) && holdsText(fallback, 0) ? fallback : choice;
}

function holdsText(element: Element, depth: number): boolean {
  return (
    depth < LIMITS.depth &&
    element.children.some((child) => isTag(child) && (child.name === 'w:t' || holdsText(child, depth + 1)))
  );
}
