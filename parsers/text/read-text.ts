import type { Paragraph, PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import type { Grid, GridCell } from '../grid.ts';
import { LIMITS } from '../limits.ts';
import { cleanText } from '../normalise-label.ts';
import { buildRows, type TextRow } from './build-rows.ts';
import { CUT_MARK } from './cut-mark.ts';
import { findLineGrids, type Stretch } from './line-grids.ts';
import { findOpeners } from './openers.ts';
import { type CountedRow, placeBlanks, type ValueCells } from './place-blanks.ts';
import { type Piece, pieceAt, type Token, tokenise } from './tokens.ts';
import { USUAL_COLUMNS } from './usual-columns.ts';
import { wholeGrid } from './whole-grid.ts';
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
  const paragraphs: Paragraph[] = [];
  const grids: Grid[] = [];
  for (const { pieces, table } of readZones(text)) {
    if (table) grids.push(table(grids.length, paragraphs.length));
    else paragraphs.push(...pieces.map((piece) => paragraphOf(text, piece)));
  }
  return { kind: 'text', text, paragraphs, grids, meta: {}, findings: [] };
}

/** A stretch of text as pieces, and as the table that it is when it is one. */
export interface ReadZone {
  readonly pieces: readonly Piece[];
  /** The table as a grid with the number `index`, behind so many paragraphs. */
  readonly table: ((index: number, after: number) => Grid) | null;
}

/** Flattened text → its stretches of prose and of tables, in order. */
export function readZones(text: string): readonly ReadZone[] {
  const printed = withSingleBars(text);
  const stretches = findLineGrids(printed).map((stretch) => zonesOf(printed, stretch));
  const zones = stretches.flat().filter((zone) => 'tokens' in zone);
  const openers = findOpeners(zones.flatMap((zone) => (zone.tables ? zone.tokens : [])));
  const rows = new Map(
    zones.filter((zone) => zone.tables).map((zone) => [zone, buildRows(zone.tokens, openers)]),
  );
  const values = placeBlanks([...rows.values()].flatMap(tablesOf));
  return stretches.flat().map((zone) => {
    if (!('tokens' in zone)) return zone;
    const table = rows.get(zone);
    return {
      pieces: zone.tokens.filter(isPiece),
      table: table ? (index, after) => zoneGrid(table, values, index, after) : null,
    };
  });
}

/** Bars that stand in pairs throughout part cells as one does; where single ones stand too, a pair is a blank cell. */
function withSingleBars(text: string): string {
  if (!text.includes('||') || /(?<!\|)(?:\||\|{3,})(?!\|)/.test(text)) return text;
  return text.replaceAll('||', '| ');
}

function zonesOf(text: string, { from, to, line, grid, drawn }: Stretch): readonly (Zone | ReadZone)[] {
  if (drawn)
    return [
      { pieces: drawn.fields.map(({ start, end }) => pieceAt(text, start, end, line)), table: drawn.grid },
    ];
  if (!grid) return findZones(withCutEnd(tokenise(text, from, to, line)));
  const places = grid.flat().filter(({ start, end }) => end > start);
  const pieces = places.map(({ start, end }) => pieceAt(text, start, end, line));
  return [{ pieces, table: (index, after) => wholeGrid(text, grid, index, after) }];
}

export const paragraphOf = (text: string, { start, end }: Piece): Paragraph => ({
  text: text.slice(start, end),
  start,
  end,
});

/** Where a bar closes every cell, a text whose last cell has none stops in its middle. */
function withCutEnd(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  if (last?.kind !== 'value') return tokens;
  const closed = tokens.filter(
    (token, index) => token.kind === 'value' && tokens[index + 1]?.kind === 'bars',
  );
  const open = tokens.filter((token, index) => token.kind === 'value' && tokens[index + 1]?.kind !== 'bars');
  if (closed.length < FEWEST_CLOSED || open.length > 1) return tokens;
  return [...tokens.slice(0, -1), { ...last, text: `${last.text}${CUT_MARK}` }];
}

const FEWEST_CLOSED = 3;

/** A zone's rows as a grid; what is known of blank cells is in it, what is not leaves rows too short. */
function zoneGrid(
  rows: readonly TextRow[],
  values: ReadonlyMap<TextRow, ValueCells>,
  index: number,
  after: number,
): Grid {
  return {
    index,
    columnsKnown: false,
    after,
    rows: rows.map((row, at) => gridRow(row, values.get(row) ?? row.values, index, at)),
  };
}

/** The rows of data by table, each with its number of columns. */
function tablesOf(rows: readonly TextRow[]): readonly (readonly CountedRow[])[] {
  const columns = columnCounts(rows);
  const data = rows.filter((row) => row.kind === 'data');
  return [...new Set(data.map((row) => row.table))].map((table) =>
    data.filter((row) => row.table === table).map((row) => ({ row, columns: columns.get(row) ?? 0 })),
  );
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
