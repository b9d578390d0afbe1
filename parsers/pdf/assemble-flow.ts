import type { Finding } from '../../src/model/finding.ts';
import type { Paragraph } from '../document.ts';
import type { Grid } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { type RunningText, startRunningText } from '../running-text.ts';
import { buildAlignedGrid } from './build-aligned-grid.ts';
import { buildGrid } from './build-grid.ts';
import { findAlignedTables } from './find-aligned-tables.ts';
import type { TablePiece } from './find-pieces.ts';
import { areEquallyWide } from './join-columns.ts';
import { joinParagraphs } from './join-paragraphs.ts';
import { joinPieces } from './join-pieces.ts';
import type { FlowItem } from './lay-out-flow.ts';
import type { FlowLine } from './page-furniture.ts';
import { oddHeader } from './pdf-findings.ts';

export interface AssembledFlow {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly grids: readonly Grid[];
  readonly findings: readonly Finding[];
}

/** A cell longer than this is layout that holds a part of the text, as in HTML (read-html.ts). */
const LONGEST_CELL = 300;
/** Pieces below one another with nothing between, this near, are one table whose lines were not found whole. */
const STACKED_PT = 14;

/** What may stand between the parts of a table on two pages. */
const STRAY_CHARACTERS = 12;

/** The flow → grids and paragraphs in their order. */
export function assembleFlow(flow: readonly FlowItem[]): AssembledFlow {
  const text = startRunningText();
  const grids: Grid[] = [];
  const odd: number[] = [];
  for (const block of groupFlow(flow)) {
    if (block.kind === 'lines') {
      for (const part of findAlignedTables(block.lines)) {
        if (part.kind === 'lines') addParagraphs(text, part.lines);
        else grids.push(buildAlignedGrid(part.table, grids.length, text.count()));
      }
    } else if (grids.length < LIMITS.tables) {
      const joined = joinPieces(block.pieces);
      odd.push(...joined.oddHeaders);
      grids.push(buildGrid(joined, grids.length, text.count()));
      for (const cell of joined.cells) {
        if (cell.text.length <= LONGEST_CELL) continue;
        text.inline(cell.text);
        text.close();
      }
    }
  }
  const findings = odd.length > 0 ? [oddHeader(odd)] : [];
  return { ...text.finish(), grids, findings };
}

function addParagraphs(text: RunningText, lines: readonly FlowLine[]): void {
  for (const paragraph of joinParagraphs(lines)) {
    text.inline(paragraph);
    text.close();
  }
}

type FlowBlock =
  | { readonly kind: 'lines'; readonly lines: FlowLine[] }
  | { readonly kind: 'table'; readonly pieces: TablePiece[] };

/** Lines that follow each other, and pieces that continue each other. */
function groupFlow(flow: readonly FlowItem[]): readonly FlowBlock[] {
  const blocks: FlowBlock[] = [];
  for (const item of flow) {
    const open = blocks.at(-1);
    if (item.kind === 'line') {
      if (open?.kind === 'lines') open.lines.push(item.line);
      else blocks.push({ kind: 'lines', lines: [item.line] });
      continue;
    }
    const table = open?.kind === 'lines' && isStray(open.lines) ? blocks.at(-2) : open;
    const last = table?.kind === 'table' ? table.pieces.at(-1) : undefined;
    const near = table === open || item.piece.page !== last?.page;
    if (table?.kind === 'table' && last && near && continuesTable(last, item.piece))
      table.pieces.push(item.piece);
    else blocks.push({ kind: 'table', pieces: [item.piece] });
  }
  return blocks;
}

/** A word or two at a page break (续表, a footer that only one page has) do not end a table; a heading does. */
const isStray = (lines: readonly FlowLine[]): boolean =>
  lines.reduce((sum, line) => sum + line.characters.length, 0) <= STRAY_CHARACTERS &&
  !lines.some((line) => /^(?:[一二三四五六七八九十]+[、.．]|[（(]|第)/.test(line.text));

/** The next piece of a table: first on the next page, or close below, and as wide. */
function continuesTable(before: TablePiece, piece: TablePiece): boolean {
  if (before.turn.quarter !== piece.turn.quarter || !areEquallyWide(before, piece)) return false;
  if (piece.page === before.page) {
    const gap = piece.box.y0 - before.box.y1;
    return gap >= -STACKED_PT && gap <= STACKED_PT && Math.abs(before.box.x0 - piece.box.x0) <= 3;
  }
  return piece.page <= before.page + 1;
}
