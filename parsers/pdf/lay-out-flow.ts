import type { TablePiece } from './find-pieces.ts';
import { dropFurniture, dropPageNumbers, type FlowLine, makeFlowLine } from './page-furniture.ts';
import type { ReadPages } from './read-pages.ts';
import { splitLines } from './split-words.ts';

/** The document from top to bottom, page after page: lines of text and tables, furniture gone. */
export type FlowItem =
  | { readonly kind: 'line'; readonly line: FlowLine }
  | { readonly kind: 'piece'; readonly piece: TablePiece };

export function layOutFlow({ pages, numbers }: ReadPages): readonly FlowItem[] {
  const lines = pages.flatMap(({ page, turn, rest }) => {
    const upright = dropPageNumbers(rest, page, numbers).filter((character) => character.turned === 0);
    return splitLines(upright).map((line) => makeFlowLine(line, page, turn));
  });
  const pieces = pages.flatMap((page) => page.pieces);
  const bodies = pieces.map(({ page, box }) => ({ page, y0: box.y0, y1: box.y1 }));
  const items: FlowItem[] = [
    ...dropFurniture(lines, bodies).map((line) => ({ kind: 'line' as const, line })),
    ...pieces.map((piece) => ({ kind: 'piece' as const, piece })),
  ];
  return items.sort((a, b) => pageOf(a) - pageOf(b) || topOf(a) - topOf(b));
}

const pageOf = (item: FlowItem): number => (item.kind === 'line' ? item.line.page : item.piece.page);
const topOf = (item: FlowItem): number => (item.kind === 'line' ? item.line.baseline : item.piece.box.y0);
