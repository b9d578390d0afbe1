import type { Element } from 'domhandler';
import type { Piece } from '../cell-pieces.ts';
import { LIMITS } from '../limits.ts';
import type { FieldTexts } from './field-codes.ts';
import type { PropertyName, RunStyles } from './run-styles.ts';
import { runText } from './run-text.ts';
import { childOf, isOn, isTag, textOf } from './xml.ts';

/** What reading the content of a document, a cell or a text box calls, in printed order. */
export interface Sink {
  text(text: string, manner: Piece['manner']): void;
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
  readonly styles: RunStyles;
  readonly fields: FieldTexts;
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
  readChildren(parent, { sink, context, paragraphStyle: undefined, manner: null }, 0);
}

interface Walk {
  readonly sink: Sink;
  readonly context: StoryContext;
  readonly paragraphStyle: string | undefined;
  /** How the text of the open run stands to the rest. */
  readonly manner: Piece['manner'];
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
  const { codes, drawn } = walk.context.fields;
  if (drawn.has(element)) sink.text(textOf(element), { kind: 'unseen' });
  if (NOT_PRINTED.has(element.name) || codes.has(element)) return;
  if (PICTURES.has(element.name)) sink.picture();
  const printed = runText(element);
  if (printed !== '') sink.text(printed, walk.manner);
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
  const property = propertiesOf(run, walk);
  if (isOn(property('w:vanish')) || isOn(property('w:specVanish'))) return;
  readChildren(run, { ...walk, manner: mannerOf(property) }, depth);
}

type FindProperty = (name: PropertyName) => Element | undefined;

/** A run's own properties, else those of its character style, else those of the paragraph's style (17.7.2). */
function propertiesOf(run: Element, { context: { styles }, paragraphStyle }: Walk): FindProperty {
  const own = childOf(run, 'w:rPr');
  const runStyle = styles.get(childOf(own, 'w:rStyle')?.attribs['w:val'] ?? '');
  const around = styles.get(paragraphStyle ?? '');
  return (name) => childOf(own, name) ?? runStyle?.get(name) ?? around?.get(name);
}

/** Half points (17.3.2.24): text that is set to a line of numbers by less than 2 points stands in the line. */
const RAISED_HALF_POINTS = 4;

/** Half points (17.3.2.38): smaller text is a trace of a program, or was made so small that nobody sees it. */
export const SMALLEST_HALF_POINTS = 4;

/**
 * 27 struck out before 28 is not 2728, and the mark of a note behind a number is not its last digit. A cell that is
 * raised or white as a whole is a matter of layout: what lies behind a table's cells may be told elsewhere.
 */
function mannerOf(property: FindProperty): Piece['manner'] {
  const size = Number(property('w:sz')?.attribs['w:val'] ?? Number.NaN);
  if (size <= SMALLEST_HALF_POINTS) return { kind: 'unseen' };
  if (isOn(property('w:strike')) || isOn(property('w:dstrike'))) return { kind: 'beside' };
  const place = property('w:vertAlign')?.attribs['w:val'];
  if (place === 'superscript' || place === 'subscript') return { kind: 'beside' };
  const raised = Math.abs(Number(property('w:position')?.attribs['w:val'] ?? 0));
  return raised >= RAISED_HALF_POINTS || isWhite(property) ? { kind: 'apart' } : null;
}

/** White as eyes see it; a colour of the theme outweighs the value beside it (17.3.2.6). */
const WHITE = /^(?:f[a-f]){3}$/i;
const WHITE_OF_THEME = /^(?:background1|light1)$/;

function isWhiteColor(color: Element | undefined): boolean {
  const { 'w:val': value = '', 'w:themeColor': theme, 'w:themeShade': shade } = color?.attribs ?? {};
  return theme === undefined ? WHITE.test(value) : WHITE_OF_THEME.test(theme) && shade === undefined;
}

/** White letters without a ground of their own, and letters that are not filled in at all. */
function isWhite(property: FindProperty): boolean {
  if (childOf(property('w14:textFill'), 'w14:noFill')) return true;
  if (!isWhiteColor(property('w:color'))) return false;
  const fill = property('w:shd')?.attribs['w:fill'] ?? 'auto';
  return (fill === 'auto' || WHITE.test(fill)) && property('w:highlight') === undefined;
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
