import type { ChildNode, Element } from 'domhandler';
import type { Finding } from '../../src/model/finding.ts';
import type { DocumentMeta, Picture, PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import type { Grid } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { linkedTexts } from '../linked-text.ts';
import { cleanText } from '../normalise-label.ts';
import { type RunningText, startRunningText } from '../running-text.ts';
import { cellText, isPicture, PICTURE } from './cell-text.ts';
import { type Flow, type FlowText, startFlow } from './flow.ts';
import { findHeldElsewhere } from './held-elsewhere.ts';
import { bytesOfTaken } from './inline-data.ts';
import { openFrame } from './open-frame.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { applyPageStyles } from './page-styles.ts';
import { readAsSheet } from './read-as-sheet.ts';
import { tableGrid } from './table-grid.ts';
import { hasNoSize, isBlock, isElement, isHidden, isShown } from './visible.ts';

/** A cell longer than this is layout that holds a part of the page, not a label or a number. */
const LONGEST_CELL = 300;
/** A label breaks into fewer lines. */
const FEWEST_LINES = 4;
/** A report has some ten pages; a page with more pictures than this is a gallery. */
const MOST_PICTURES = 100;

/** A decoded page → its running text, every table as a grid with places, and its meta tags. */
export function readHtml(markup: string): PrintedDocument {
  const page = openPage(markup);
  if ('characters' in page) {
    return emptyPage([
      documentFinding('too_large', { characters: page.characters, most: LIMITS.characters }),
    ]);
  }
  const { truncatedAfter } = page;
  const read: PrintedDocument = {
    ...readAsSheet(walkPage(page)),
    flow: (isRead) => flowOf(page, isRead),
    heldElsewhere: (title) => findHeldElsewhere(page.root.children, title),
  };
  return truncatedAfter === undefined ? read : { ...read, truncatedAfter };
}

const emptyPage = (findings: readonly Finding[]): PrintedDocument => ({
  kind: 'html',
  text: '',
  paragraphs: [],
  grids: [],
  meta: {},
  findings,
});

interface Walk {
  readonly text: RunningText;
  readonly grids: Grid[];
  readonly meta: { name: string; content: string }[];
  title: string;
  tables: number;
  elements: number;
  /** Whether the text here leads to another page; null in a headline, which may lead to the page itself. */
  isLink: boolean | null;
  /** Whether the text here is of size nothing, and so not printed. */
  isSizeless: boolean;
  readonly limits: Set<string>;
  /** Data that was pasted into the page. */
  readonly data: readonly string[];
  readonly pictures: Picture[];
  /** What tables print outside of their cells, those of frames too. */
  readonly outside: Map<Element, readonly (ChildNode | string)[]>;
  readonly findings: Finding[];
  /** Where the page is wanted as lines of text, too. */
  readonly flow: Flow | null;
  readonly isRead: IsRead;
}

/** Whether a table of a page, by its number, was read as one of the report's. */
export type IsRead = (table: number) => boolean;

/** The page as lines of text. It costs another walk, which most pages do not need. */
function flowOf(page: OpenPage, isRead: IsRead): FlowText {
  const flow = startFlow();
  walkPage(page, flow, isRead);
  return flow.finish();
}

function walkPage(page: OpenPage, flow: Flow | null = null, isRead: IsRead = () => true): PrintedDocument {
  const walk: Walk = {
    flow,
    isRead,
    text: startRunningText(),
    grids: [],
    meta: [],
    title: '',
    tables: 0,
    elements: 0,
    isLink: false,
    isSizeless: false,
    limits: new Set(page.bared > 0 ? ['attributes'] : []),
    data: page.data,
    pictures: [],
    outside: new Map(page.outside),
    findings: [],
  };
  visitPage(page.root.children, walk, 0, 0);
  const { text, paragraphs } = walk.text.finish();
  const findings = [
    ...[...walk.limits].map((limit) => documentFinding('too_complex', { limit })),
    ...walk.findings,
  ];
  const { grids, pictures } = walk;
  return {
    kind: 'html',
    text,
    paragraphs,
    grids,
    meta: pageMeta(walk),
    findings,
    links: linkedTexts(paragraphs, walk.text.links()),
    pictures,
  };
}

/** The content of a page or of a frame, dressed by its own style sheets. */
function visitPage(children: readonly ChildNode[], walk: Walk, depth: number, nesting: number): void {
  if (!applyPageStyles(children)) walk.limits.add('styles');
  visitChildren(children, walk, depth, nesting);
}

function visitChildren(children: readonly ChildNode[], walk: Walk, depth: number, nesting: number): void {
  if (depth > LIMITS.depth) {
    walk.limits.add('depth');
    return;
  }
  for (const child of children) {
    if (child.type === 'text') {
      if (walk.isSizeless) continue;
      walk.text.inline(child.data, walk.isLink === true);
      walk.flow?.inline(child.data);
    } else if (isElement(child)) visitElement(child, walk, depth + 1, nesting);
  }
}

function visitElement(element: Element, walk: Walk, depth: number, nesting: number): void {
  if (++walk.elements > LIMITS.elements) {
    walk.limits.add('elements');
  } else if (element.name === 'head') {
    readHead(element, walk);
  } else if (element.name === 'meta') {
    readMeta(element, walk);
  } else if (element.name === 'br') {
    walk.text.close();
    walk.flow?.line();
  } else if (element.name === 'iframe') {
    visitFrame(element, walk, depth, nesting);
  } else if (isShown(element)) {
    if (element.name === 'img') notePicture(element, walk);
    else if (element.name === 'table') visitTable(element, walk, depth, nesting + 1);
    else visitContent(element, walk, depth, nesting);
  }
}

/** A frame whose page is written in its own attribute (HTML, 4.8.5: srcdoc) shows that page in its place. */
function visitFrame(frame: Element, walk: Walk, depth: number, nesting: number): void {
  const markup = frame.attribs['srcdoc'];
  if (markup === undefined || isHidden(frame)) return;
  const { children, outside } = openFrame(frame, markup);
  for (const [table, pieces] of outside) walk.outside.set(table, pieces);
  walk.text.close();
  walk.flow?.line();
  visitPage(children, walk, depth, nesting);
  walk.text.close();
  walk.flow?.line();
}

function notePicture(element: Element, walk: Walk): void {
  if (!isPicture(element) || walk.pictures.length >= MOST_PICTURES) return;
  const bytes = bytesOfTaken(element.attribs['src'] ?? '', walk.data);
  walk.pictures.push({ after: walk.text.count(), bytes });
  walk.flow?.picture();
}

function visitContent(element: Element, walk: Walk, depth: number, nesting: number): void {
  const block = isBlock(element);
  const around = walk.isSizeless;
  const wasLink = walk.isLink;
  walk.isSizeless = hasNoSize(element, around);
  walk.isLink = isLink(element, wasLink);
  if (block) walk.text.close();
  walk.flow?.enter(element);
  visitChildren(element.children, walk, depth, nesting);
  walk.flow?.leave();
  if (block) walk.text.close();
  walk.isSizeless = around;
  walk.isLink = wasLink;
}

/** The mark of a place (`<a name>`) leads nowhere. */
function isLink({ name, attribs }: Element, around: boolean | null): boolean | null {
  if (name === 'h1' || name === 'h2') return null;
  if (name !== 'a' || around === null) return around;
  return attribs['href'] !== undefined || (attribs['name'] === undefined && attribs['id'] === undefined);
}

/**
 * Every table gives a grid. Its text joins the running text only when the table is layout: holds other tables,
 * nothing but pictures, or a cell too long for a label (a report laid out in one table is read both ways).
 */
function visitTable(table: Element, walk: Walk, depth: number, nesting: number): void {
  walk.text.close();
  if (nesting > LIMITS.tableNesting) {
    walk.limits.add('tableNesting');
    return;
  }
  if (walk.tables >= LIMITS.tables) {
    walk.limits.add('tables');
    return;
  }
  const { grid, cells, overfull } = tableGrid(table, walk.tables++, walk.text.count());
  if (overfull) walk.limits.add('slots');
  walk.grids.push({ ...grid, outside: (walk.outside.get(table) ?? []).map(shownText) });
  walk.flow?.table();
  const texts = grid.rows.flat().map((cell) => cell.text);
  const isFrame = texts.includes(PICTURE) && texts.every((text) => text === '' || text === PICTURE);
  const isLong = texts.some((text) => text.length > LONGEST_CELL);
  const isStacked = !walk.isRead(grid.index) && texts.some(isManyLines);
  if (!isFrame && !isLong && !isStacked && !holdsTable(table.children, 0)) return;
  for (const child of table.children)
    if (isElement(child) && child.name === 'caption') visitContent(child, walk, depth, nesting);
  for (const cell of cells) visitContent(cell, walk, depth + 3, nesting);
}

/** A table whose rows are lines of one cell. */
const isManyLines = (text: string): boolean => text.split('\n').length >= FEWEST_LINES;

const shownText = (piece: ChildNode | string): string =>
  typeof piece === 'string' ? piece : isElement(piece) && isShown(piece) ? cellText(piece) : '';

function holdsTable(children: readonly ChildNode[], depth: number): boolean {
  return (
    depth < LIMITS.depth &&
    children.some(
      (child) => isElement(child) && (child.name === 'table' || holdsTable(child.children, depth + 1)),
    )
  );
}

function readHead(head: Element, walk: Walk): void {
  for (const child of head.children) {
    if (!isElement(child)) continue;
    if (child.name === 'meta') readMeta(child, walk);
    if (child.name === 'title') {
      walk.title = child.children.map((node) => (node.type === 'text' ? node.data : '')).join('');
    }
  }
}

function readMeta(meta: Element, walk: Walk): void {
  const { name, property, content } = meta.attribs;
  const key = name ?? property;
  if (key !== undefined && content !== undefined && walk.meta.length < 200) {
    walk.meta.push({ name: key.toLowerCase(), content });
  }
}

/** 政府网站发展指引 (国办发〔2017〕47号), annex 3: the meta tags that government pages carry. */
function pageMeta({ meta, title }: Walk): DocumentMeta {
  const content = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = meta.find((tag) => tag.name === name && cleanText(tag.content) !== '');
      if (found) return cleanText(found.content);
    }
    return undefined;
  };
  const entries = {
    title: content('articletitle', 'og:title') ?? (cleanText(title) || undefined),
    published: content(
      'pubdate',
      'publishdate',
      'firstpublishedtime',
      'article:published_time',
      'publishtime',
    ),
    siteName: content('sitename'),
    siteCode: content('siteidcode'),
    contentSource: content('contentsource', 'source'),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}
