import type { Element } from 'domhandler';
import type { Finding } from '../../src/model/finding.ts';
import { assemble } from '../cell-pieces.ts';
import type { PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import type { Grid } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { type RunningText, startRunningText } from '../running-text.ts';
import { cellContent } from './cell-text.ts';
import { coveredFindings, floatingFinding } from './covered-findings.ts';
import { withFallbackTitle } from './fallback-title.ts';
import { findFieldCodes } from './field-codes.ts';
import { mainPartName, propertyTitle } from './package-parts.ts';
import { RefusedFile, readOrRefuse } from './refused-file.ts';
import { readRunStyles } from './run-styles.ts';
import { readStory, type Sink, type StoryContext } from './story.ts';
import { tableGrid } from './table-grid.ts';
import { childOf, parseXml } from './xml.ts';
import { openZip, readZipEntry } from './zip.ts';

const DOCUMENT = 'word/document.xml';
/** A cell longer than this is layout that holds a part of the page, not a label or a number. */
const LONGEST_CELL = 300;

/**
 * A word-processing document (ECMA-376, Office Open XML) → running text, every table as a grid, its title. The XML is
 * read as it stands: converters to HTML lose simple fields (totals by =SUM), skipped columns and old horizontal
 * merges, and keep hidden text. A file that cannot be read is a document with a finding; nothing is thrown for it.
 */
export async function readDocx(bytes: Uint8Array): Promise<PrintedDocument> {
  return readOrRefuse('docx', () => {
    const zip = openZip(bytes);
    const name = mainPartName(zip, DOCUMENT);
    const part = readZipEntry(zip, name);
    if (!part) throw new RefusedFile('unreadable', { reason: `没有正文 / it has no ${name}` });
    const root = parseXml(part, name);
    const body = childOf(root, 'w:body');
    if (!body) throw new RefusedFile('unreadable', { reason: `${name} 没有正文 / ${name} has no body` });
    const context = { styles: readRunStyles(zip), fields: findFieldCodes(root) };
    return withFallbackTitle(walkBody(body, context), propertyTitle(zip));
  });
}

interface Walk {
  readonly context: StoryContext;
  readonly text: RunningText;
  readonly grids: Grid[];
  readonly findings: Finding[];
  readonly limits: Set<string>;
  tables: number;
  pictures: number;
}

function walkBody(body: Element, context: StoryContext): PrintedDocument {
  const walk: Walk = {
    context,
    text: startRunningText(),
    grids: [],
    findings: [],
    limits: new Set(),
    tables: 0,
    pictures: 0,
  };
  visitContent(body, walk, 0);
  const { text, paragraphs } = walk.text.finish();
  const findings = [...walk.findings];
  for (const limit of walk.limits) findings.push(documentFinding('too_complex', { limit }));
  if (text === '' && walk.grids.length === 0 && walk.pictures > 0)
    findings.push(documentFinding('image_only'));
  return { kind: 'docx', text, paragraphs, grids: walk.grids, meta: {}, findings };
}

/** `nesting`: how many tables and text boxes this content lies in. */
function visitContent(parent: Element, walk: Walk, nesting: number): void {
  const boxes: Element[] = [];
  const sink: Sink = {
    text: (text, manner) => {
      if (manner?.kind !== 'unseen') walk.text.inline(assemble([{ text, manner }]).join(''));
    },
    lineBreak: () => walk.text.close(),
    paragraphEnd: () => {
      walk.text.close();
      for (const box of boxes.splice(0)) visitNested(box, walk, nesting);
    },
    table: (table) => visitTable(table, walk, nesting + 1),
    textBox: (content) => void boxes.push(content),
    picture: () => void walk.pictures++,
    limit: (name) => void walk.limits.add(name),
  };
  readStory(parent, sink, walk.context);
  walk.text.close();
  for (const box of boxes) visitNested(box, walk, nesting);
}

function visitNested(content: Element, walk: Walk, nesting: number): void {
  if (nesting >= LIMITS.tableNesting) walk.limits.add('tableNesting');
  else visitContent(content, walk, nesting + 1);
}

/**
 * Every table gives a grid. Its text joins the running text only when the table is layout: holds other tables, or a
 * cell too long for a label.
 */
function visitTable(table: Element, walk: Walk, nesting: number): void {
  walk.text.close();
  if (nesting > LIMITS.tableNesting) {
    walk.limits.add('tableNesting');
    return;
  }
  if (walk.tables >= LIMITS.tables) {
    walk.limits.add('tables');
    return;
  }
  const index = walk.tables++;
  const { grid, cells, covered, overfull } = tableGrid(table, index, walk.text.count(), walk.context);
  if (overfull) walk.limits.add('slots');
  walk.grids.push(grid);
  walk.findings.push(...coveredFindings(index, covered));
  const isLayout = cells.some(({ content }) => content.tables > 0 || content.text.length > LONGEST_CELL);
  for (const { element, content } of cells) {
    if (isLayout) visitContent(element, walk, nesting);
    else for (const box of content.textBoxes) visitFloating(box, index, walk, nesting);
  }
}

function visitFloating(box: Element, table: number, walk: Walk, nesting: number): void {
  walk.findings.push(...floatingFinding(table, cellContent(box, walk.context).text));
  visitNested(box, walk, nesting);
}
