import type { Paragraph, PrintedDocument } from '../document.ts';
import type { Grid, GridCell } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { cutIntoParts } from '../tables/parts.ts';
import { paragraphOf, type ReadZone, readZones } from '../text/read-text.ts';
import type { FlowText } from './flow.ts';
import { cssPath, parentElement } from './visible.ts';

/**
 * A page whose tables are none to its markup (boxes laid out by style, a line a row, a cell a paragraph, preformatted
 * text) → the page with those tables, read as flattened text is. Tables of `<table>` stay as they were read.
 *
 * @param missing - the tables that were not found; what text says of the others is prose
 * @returns null when the page's text holds none of the missing tables
 */
export function readUntabled(
  document: PrintedDocument,
  missing: ReadonlySet<string>,
): PrintedDocument | null {
  const flow = flowText(document);
  if (flow === null) return null;
  const zones = readZones(flow.text);
  const tables = missingAmong(zones, document.grids, flow, missing);
  return tables.size === 0 ? null : assemble(document, zones, flow, tables);
}

/** The text of a page outside of the report's tables; null where there is none, or too much of it. */
export function flowText({ flow, grids }: PrintedDocument): FlowText | null {
  if (!flow) return null;
  const used = new Set([...cutIntoParts(grids).used].map(({ index }) => index));
  const read = flow((table) => used.has(table));
  return read.text.length > LIMITS.characters ? null : read;
}

/** The stretches of text that hold rows of missing tables. */
function missingAmong(
  zones: readonly ReadZone[],
  grids: readonly Grid[],
  flow: FlowText,
  missing: ReadonlySet<string>,
): ReadonlySet<ReadZone> {
  const zoneOf = new Map<Grid, ReadZone>();
  const all = zones.flatMap((zone): Grid[] => {
    const grid = zone.table?.(grids.length, 0) ?? gridMarked(zone, grids, flow);
    if (grid && zone.table) zoneOf.set(grid, zone);
    return grid ? [grid] : [];
  });
  const found = cutIntoParts(all).parts.filter(({ table, rows }) => missing.has(table) && rows.length > 0);
  return new Set(found.flatMap(({ grid }) => zoneOf.get(grid) ?? []));
}

/** The table of `<table>` whose mark a stretch is. */
function gridMarked({ pieces }: ReadZone, grids: readonly Grid[], { tables }: FlowText): Grid | null {
  const [piece] = pieces;
  const at = piece && pieces.length === 1 ? tables.indexOf(piece.start) : -1;
  return grids[at] ?? null;
}

function assemble(
  document: PrintedDocument,
  zones: readonly ReadZone[],
  flow: FlowText,
  tables: ReadonlySet<ReadZone>,
): PrintedDocument {
  const { text } = flow;
  const paragraphs: Paragraph[] = [];
  const grids: Grid[] = [];
  let index = document.grids.length;
  for (const zone of zones) {
    const own = gridMarked(zone, document.grids, flow);
    if (own) grids.push({ ...own, after: paragraphs.length });
    else if (zone.table && tables.has(zone))
      grids.push(withPaths(zone.table(index++, paragraphs.length), flow));
    else paragraphs.push(...zone.pieces.map((piece) => paragraphOf(text, piece)));
  }
  const before = (offset: number): number => paragraphs.filter(({ end }) => end <= offset).length;
  const pictures = document.pictures?.map((picture, at) => {
    return { ...picture, after: before(flow.pictures[at] ?? 0) };
  });
  return { ...document, text, paragraphs, grids, ...(pictures ? { pictures } : {}) };
}

/** The grid's cells with the places of the boxes that they stand in. */
function withPaths(grid: Grid, flow: FlowText): Grid {
  return { ...grid, rows: grid.rows.map((row) => row.map((cell) => withPath(cell, flow))) };
}

function withPath(cell: GridCell, { boxAt }: FlowText): GridCell {
  const { source } = cell;
  if (source.kind !== 'text') return cell;
  const { table, row, column, start, end } = source;
  const box = boxAt(start);
  // A blank cell has no characters: what is known is the row, around the cell before it.
  const lit = box && start === end ? (parentElement(box) ?? box) : box;
  return { ...cell, source: { kind: 'html', table, row, column, path: lit ? cssPath(lit) : '' } };
}
