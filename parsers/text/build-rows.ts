import type { TableId } from '../../src/forms/form.ts';
import { CATALOGUE, type Meaning, meaningsOf } from '../labels/label-index.ts';
import { normaliseLabel } from '../normalise-label.ts';
import { nearestRow } from '../tables/match-rows.ts';
import { joinVertical } from './join-vertical.ts';
import type { Bars, Piece, Token } from './tokens.ts';

/**
 * A row rebuilt from labels and numbers. `gaps[i]` are the bars before value i, the last entry those behind the
 * last value: where blank cells may hide.
 */
export interface TextRow {
  readonly kind: 'head' | 'header' | 'data';
  readonly labels: Piece[];
  readonly values: Piece[];
  readonly gaps: Bars[][];
  table: TableId | null;
}

/** A word that can only be a damaged or cut row label is taken for it. */
function recogniseDamaged(token: Token): Token {
  if (token.kind !== 'word' || token.text.length < SHORTEST_DAMAGED) return token;
  for (const block of CATALOGUE) {
    if (block.table !== 'applications') continue;
    const row = nearestRow(block, token.text);
    if (row) return { ...token, kind: 'label', meanings: [{ kind: 'row', block, row }] };
  }
  return token;
}

const SHORTEST_DAMAGED = 5;

const newRow = (kind: TextRow['kind'], table: TableId | null): TextRow => ({
  kind,
  labels: [],
  values: [],
  gaps: [[]],
  table,
});

const has = (meanings: readonly Meaning[], ...kinds: readonly Meaning['kind'][]): boolean =>
  meanings.some((meaning) => kinds.includes(meaning.kind));

/**
 * Tokens of a zone → rows: a label opens a row, what follows up to the next label are its values. 其他 and 总计 are
 * columns while the header runs and rows once numbers have come.
 */
export function buildRows(printed: readonly Token[]): readonly TextRow[] {
  const tokens = joinVertical(printed).map(recogniseDamaged);
  const rows: TextRow[] = [];
  let open: TextRow | null = null;
  let table: TableId | null = null;
  const openers = rowOpeners(tokens);
  const start = (kind: TextRow['kind'], piece: Piece | null): TextRow => {
    const row = newRow(kind, table);
    if (piece) row.labels.push(piece);
    rows.push(row);
    return row;
  };
  for (const token of tokens) {
    if (token.kind === 'bars') {
      const opensRow = openers.has(token) || (token.opens && open !== null && open.values.length > 0);
      if (!opensRow) open?.gaps.at(-1)?.push(token);
      continue;
    }
    const { meanings } = token;
    if (token.kind === 'value') {
      if (!open || open.kind === 'head') continue;
      if (open.kind === 'header') open = startUnderHeader(open, start);
      open.values.push(token);
      open.gaps.push([]);
    } else if (has(meanings, 'head')) {
      table = 'disclosure';
      open = start('head', token);
    } else if (isHeaderPiece(meanings, open, table)) {
      table = headerTable(meanings, table);
      if (open?.kind === 'header' && sameTable(open, table)) {
        open.labels.push(token);
        open.table = table;
      } else open = start('header', token);
    } else if (has(meanings, 'row', 'rowGroup')) {
      if (open?.kind === 'data' && open.labels.some((label) => isRestOf(label, token))) continue;
      table = rowTable(meanings, table);
      open = continuesLabels(open, token, table) ? open : start('data', token);
      if (open && !open.labels.includes(token)) open.labels.push(token);
      if (open) open.gaps[0] = [];
    } else {
      open = takeWord(token, open, start);
    }
  }
  return rows.filter((row) => row.kind !== 'data' || row.labels.length > 0 || row.values.length > 0);
}

/** A row without a label begins where its header ends: bars behind the header's padding are its blank cells. */
function startUnderHeader(
  header: TextRow,
  start: (kind: TextRow['kind'], piece: Piece | null) => TextRow,
): TextRow {
  const row = start('data', null);
  const behind = header.gaps.at(-1) ?? [];
  row.gaps[0]?.push(...behind.filter((run, index) => index > 0 && run.count === 1));
  return row;
}

/** Share of labelled rows before which a lone bar must stand for it to be the layout's way to open a row (L5). */
const OPENED_SHARE = 0.9;

/** Lone bars that open a row and are no cell, in layouts that open every row so. */
function rowOpeners(tokens: readonly Token[]): ReadonlySet<Token> {
  const openers = new Set<Token>();
  let rows = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'label' || !has(token.meanings, 'row', 'head')) continue;
    rows++;
    const before = tokens[index - 1];
    const group = before?.kind === 'bars' && !before.alone ? tokens[index - 3] : before;
    if (group?.kind === 'bars' && group.alone && group.count === 1) openers.add(group);
  }
  return openers.size >= rows * OPENED_SHARE ? openers : new Set();
}

function isHeaderPiece(meanings: readonly Meaning[], open: TextRow | null, table: TableId | null): boolean {
  if (!has(meanings, 'column', 'columnGroup', 'corner')) return false;
  if (!has(meanings, 'row', 'rowGroup')) return true;
  const inHeader = open?.kind === 'header' || open === null || open.kind === 'head';
  return (
    inHeader &&
    meanings.some((meaning) => meaning.kind === 'column' && (table === null || meaning.block.table === table))
  );
}

function headerTable(meanings: readonly Meaning[], table: TableId | null): TableId | null {
  const tables = meanings
    .filter((meaning) => !has([meaning], 'row', 'rowGroup'))
    .map((meaning) => meaning.block.table);
  return table !== null && tables.includes(table) ? table : (tables[0] ?? table);
}

function rowTable(meanings: readonly Meaning[], table: TableId | null): TableId | null {
  const tables = meanings
    .filter((meaning) => has([meaning], 'row', 'rowGroup'))
    .map((meaning) => meaning.block.table);
  return table !== null && tables.includes(table) ? table : (tables[0] ?? table);
}

const sameTable = (row: TextRow, table: TableId | null): boolean => row.table === table || row.table === null;

/** (三)不予公开 and then 1.属于国家秘密 are the label cells of one row, as long as no value came between. */
function continuesLabels(open: TextRow | null, piece: Piece, table: TableId | null): boolean {
  if (open?.kind !== 'data' || open.table !== table || open.values.length > 0) return false;
  const last = open.labels.at(-1);
  if (last === undefined) return false;
  const isGroup = has(last.meanings, 'rowGroup');
  const onlyGroup = isGroup && !has(last.meanings, 'row');
  return (onlyGroup || (isGroup && has(piece.meanings, 'row'))) && !sameLabel(last, piece);
}

const sameLabel = (a: Piece, b: Piece): boolean => normaliseLabel(a.text) === normaliseLabel(b.text);

/** Text that is no label by itself: the rest of a wrapped label, or a label that is damaged beyond knowing. */
function takeWord(
  piece: Piece,
  open: TextRow | null,
  start: (kind: TextRow['kind'], piece: Piece | null) => TextRow,
): TextRow | null {
  if (open === null) return null;
  const last = open.labels.at(-1);
  if (open.kind === 'header') {
    open.labels.push(piece);
    return open;
  }
  if (last && isRestOf(last, piece)) return open;
  if (open.kind === 'data' && open.values.length === 0 && last && last.meanings.length === 0) {
    const joined = joinPieces(last, piece);
    open.labels[open.labels.length - 1] = joined;
    return open;
  }
  return start('data', piece);
}

function joinPieces(first: Piece, second: Piece): Piece {
  const text = `${first.text}${second.text}`;
  return { ...first, text, end: second.end, meanings: meaningsOf(text) };
}

/** Whether the piece is the second half of the label before it (labels wrap with the values between). */
function isRestOf(label: Piece, rest: Piece): boolean {
  const key = normaliseLabel(rest.text);
  return label.meanings.some((meaning) => {
    const whole =
      meaning.kind === 'row' ? meaning.row.zh : meaning.kind === 'rowGroup' ? meaning.group.zh : '';
    return key.length >= 2 && normaliseLabel(whole).endsWith(key) && normaliseLabel(label.text) !== key;
  });
}
