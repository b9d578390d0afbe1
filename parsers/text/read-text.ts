import type { PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import type { Grid, GridCell } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { cleanText } from '../normalise-label.ts';
import { buildRows, type TextRow } from './build-rows.ts';
import { placeBlanks, USUAL_COLUMNS, type ValueCells } from './place-blanks.ts';
import { type Piece, tokenise } from './tokens.ts';
import { findZones, isPiece, type Zone } from './zones.ts';

/**
 * Flattened text (what extractors make of a page, wild.md L1–L9) → paragraphs and grids whose rows keep the order
 * of their cells. Places are characters of the text as given.
 */
export function readText(text: string): PrintedDocument {
  if (text.length > LIMITS.characters) {
    const findings = [documentFinding('too_large', { characters: text.length, most: LIMITS.characters })];
    return { kind: 'text', text: '', paragraphs: [], grids: [], meta: {}, findings };
  }
  const paragraphs: { text: string; start: number; end: number }[] = [];
  const grids: Grid[] = [];
  for (const zone of findZones(tokenise(text))) {
    if (zone.tables) grids.push(zoneGrid(zone, grids.length, paragraphs.length));
    else {
      for (const { start, end } of zone.tokens.filter(isPiece)) {
        paragraphs.push({ text: text.slice(start, end), start, end });
      }
    }
  }
  return { kind: 'text', text, paragraphs, grids, meta: {}, findings: [] };
}

/** A zone's rows as a grid; what is known of blank cells is in it, what is not leaves rows too short. */
function zoneGrid(zone: Zone, index: number, after: number): Grid {
  const rows = buildRows(zone.tokens);
  const data = rows.filter((row) => row.kind === 'data');
  const columns = columnCounts(rows);
  const placed = new Map<TextRow, ValueCells>();
  for (const table of new Set(data.map((row) => row.table))) {
    const own = data.filter((row) => row.table === table);
    const cells = placeBlanks(
      own,
      own.map((row) => columns.get(row) ?? 0),
    );
    for (const [at, row] of own.entries()) placed.set(row, cells[at] ?? row.values);
  }
  return {
    index,
    columnsKnown: false,
    after,
    rows: rows.map((row, at) => gridRow(row, placed.get(row) ?? row.values, index, at)),
  };
}

/** How many columns the header above each data row has. */
function columnCounts(rows: readonly TextRow[]): ReadonlyMap<TextRow, number> {
  const counts = new Map<TextRow, number>();
  let ofHeader = 0;
  for (const row of rows) {
    if (row.kind === 'header') ofHeader = columnLabels(row);
    if (row.kind === 'head') ofHeader = 0;
    if (row.kind === 'data') counts.set(row, usualColumns(row, ofHeader));
  }
  return counts;
}

/** 小计 makes eight columns of seven; otherwise the form says how many the two large tables have. */
function usualColumns(row: TextRow, ofHeader: number): number {
  const usual = row.table === null ? undefined : USUAL_COLUMNS[row.table];
  return usual === undefined ? ofHeader : Math.max(usual, ofHeader === usual + 1 ? ofHeader : usual);
}

function columnLabels(header: TextRow): number {
  const seen = new Set<string>();
  return header.labels.filter(({ meanings }) => {
    const columns = meanings.flatMap((meaning) => (meaning.kind === 'column' ? [meaning.column.id] : []));
    if (columns.length === 0) return meanings.length === 0;
    const once = header.table === 'challenges' || !columns.every((id) => seen.has(id));
    for (const id of columns) seen.add(id);
    return once;
  }).length;
}

function gridRow(row: TextRow, values: ValueCells, table: number, at: number): readonly GridCell[] {
  const cells: (Piece | null)[] = [...row.labels, ...values];
  let end = row.labels[0]?.start ?? 0;
  return cells.map((piece, column) => {
    const place = piece ?? { text: '', start: end, end };
    end = place.end;
    const source = { kind: 'text', table, row: at, column, start: place.start, end: place.end } as const;
    return { text: cleanText(place.text), row: at, column, rowSpan: 1, columnSpan: 1, source };
  });
}
