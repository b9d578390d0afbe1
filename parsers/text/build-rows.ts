import type { TableId } from '../../src/forms/form.ts';
import { CATALOGUE, labelKeys, type Meaning, meaningsOf } from '../labels/label-index.ts';
import { labelOrdinal, normaliseLabel } from '../normalise-label.ts';
import { nearestRow } from '../tables/match-rows.ts';
import { joinVertical } from './join-vertical.ts';
import type { Bars, Piece, Token } from './tokens.ts';
import { FEWEST_BLANK_CELLS } from './usual-columns.ts';

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

/** Units of the form's rows, and of money where it is not printed in 万元. */
const UNITS = new Set([
  ...CATALOGUE.flatMap((block) =>
    block.rows.flatMap((row) => (row.printedUnit === undefined ? [] : [row.printedUnit])),
  ),
  '元',
  '千元',
]);

/** A table whose rows print their units: 件 between a label and its number is a cell, not a label. */
const isUnit = (piece: Piece, open: TextRow | null): boolean =>
  open?.kind === 'data' && open.table === 'statistics' && UNITS.has(piece.text);

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

const hasNoLabel = (tokens: readonly Token[]): boolean => tokens.every((token) => token.kind !== 'label');

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
export function buildRows(printed: readonly Token[], openers: ReadonlySet<Token>): readonly TextRow[] {
  const tokens = joinVertical(printed).map(recogniseDamaged);
  const rows: TextRow[] = [];
  let open: TextRow | null = null;
  let table: TableId | null = null;
  const start = (kind: TextRow['kind'], piece: Piece | null): TextRow => {
    const row = newRow(kind, table);
    if (piece) row.labels.push(piece);
    rows.push(row);
    return row;
  };
  for (const token of tokens) {
    if (token.kind === 'bars') {
      if (!openers.has(token)) open?.gaps.at(-1)?.push(token);
      continue;
    }
    const { meanings } = token;
    if (token.kind === 'value' || isUnit(token, open)) {
      open ??= hasNoLabel(tokens) ? start('data', null) : null;
      if (!open || open.kind === 'head') continue;
      if (open.kind === 'header') open = startUnderHeader(open, start);
      open.values.push(token);
      open.gaps.push([]);
    } else if (has(meanings, 'head')) {
      table = 'disclosure';
      open = start('head', token);
    } else if (isHeaderPiece(token, open, table)) {
      table = headerTable(meanings, table);
      if (isWrongCorner(open, token, table)) open = asHeader(rows);
      if (open?.kind === 'header' && sameTable(open, table)) {
        if (!completesHeader(open, token)) addHeaderLabel(open, token);
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
  const printedRows = rows.filter(
    (row) => row.kind !== 'data' || row.labels.length > 0 || row.values.length > 0,
  );
  return isAboveBlankRow(open)
    ? [...printedRows, startUnderHeader(open, () => newRow('data', open.table))]
    : printedRows;
}

/** Whether the zone ends with a header and the bars of a row below it that is blank and has no label: challenges. */
const isAboveBlankRow = (open: TextRow | null): open is TextRow =>
  open?.kind === 'header' &&
  open.table === 'challenges' &&
  cellsUnder(open.gaps[0] ?? [], open.labels.at(-1)).length >= FEWEST_BLANK_CELLS;

/** Only the bars behind a header's last label can belong to the row below it. */
function addHeaderLabel(header: TextRow, piece: Piece): void {
  header.labels.push(piece);
  header.gaps[0] = [];
}

/**
 * A row without a label begins where its header ends: behind the bar that closes the last label and the header's
 * padding, each bar is a blank cell of the row.
 */
function startUnderHeader(header: TextRow, start: (kind: 'data', label: null) => TextRow): TextRow {
  const row = start('data', null);
  row.gaps[0]?.push(...cellsUnder(header.gaps[0] ?? [], header.labels.at(-1)));
  return row;
}

/** The bars of blank cells among those behind a header's last label: one closes it, those that touch are padding. */
export function cellsUnder(behind: readonly Bars[], label: Piece | undefined): readonly Bars[] {
  const closes = behind[0]?.alone === true || behind[0]?.line === label?.line;
  return behind.slice(closes ? 1 : 0).filter((run) => run.count === 1);
}

/**
 * A row's label where the corner of a repeated header should be (本年新收件数): no number follows and no blank cell, but
 * the header's own labels.
 */
const isWrongCorner = (open: TextRow | null, { meanings }: Piece, table: TableId | null): boolean =>
  open?.kind === 'data' &&
  open.table === table &&
  open.values.length === 0 &&
  open.labels.length === 1 &&
  (open.gaps[0] ?? []).every((run) => run.count === 1) &&
  (open.gaps[0] ?? []).length <= 1 &&
  !has(meanings, 'corner', 'row', 'rowGroup');

/** The last row is a header after all. */
function asHeader(rows: TextRow[]): TextRow | null {
  const last = rows.pop();
  if (!last) return null;
  const header: TextRow = { ...last, kind: 'header' };
  rows.push(header);
  return header;
}

function isHeaderPiece({ text, meanings }: Piece, open: TextRow | null, table: TableId | null): boolean {
  if (!has(meanings, 'column', 'columnGroup', 'corner')) return false;
  if (!has(meanings, 'row', 'rowGroup')) return true;
  // Columns have no numbers: 3.其他 is a row even right under the header.
  if (labelOrdinal(text) !== null) return false;
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
  const onlyGroup = has(last.meanings, 'rowGroup') && !has(last.meanings, 'row');
  return (onlyGroup || isInGroupOf(last, piece)) && !sameLabel(last, piece);
}

/** 其他 heads a group of rows and is one, 其他处理 in one edition the one and in another the other: what follows tells. */
const isInGroupOf = (label: Piece, { meanings }: Piece): boolean =>
  label.meanings.some(
    (above) =>
      above.kind === 'rowGroup' &&
      meanings.some((below) => below.kind === 'row' && below.row.group === above.group.id),
  );

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
    if (!completesHeader(open, piece)) addHeaderLabel(open, piece);
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

/** 本年新 / 制作数量: a column's label that was broken over two lines or paragraphs, with no bar between; joined to one. */
function completesHeader({ labels, gaps, table }: TextRow, rest: Piece): boolean {
  const begun = labels.at(-1);
  if (begun === undefined || begun.meanings.length > 0 || (gaps[0] ?? []).length > 0) return false;
  const whole = joinPieces(begun, rest);
  const isColumn = whole.meanings.some(({ kind, block }) => kind === 'column' && block.table === table);
  if (isColumn) labels[labels.length - 1] = whole;
  return isColumn;
}

function joinPieces(first: Piece, second: Piece): Piece {
  const text = `${first.text}${second.text}`;
  return { ...first, text, end: second.end, meanings: meaningsOf(text) };
}

/** Whether the piece is the second half of the label before it (labels wrap with the values between). */
function isRestOf(label: Piece, rest: Piece): boolean {
  const key = normaliseLabel(rest.text);
  const begun = normaliseLabel(label.text);
  if (key.length < 2 || key === begun) return false;
  return label.meanings.some((meaning) => {
    const whole = meaning.kind === 'row' ? meaning.row : meaning.kind === 'rowGroup' ? meaning.group : null;
    return whole !== null && labelKeys(whole).some((known) => known.endsWith(key) && known !== key);
  });
}
