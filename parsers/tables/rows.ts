import type { FormBlock, TableId } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { type Meaning, meaningsOf } from '../labels/label-index.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import { hasUnlabelledRow } from './unlabelled-row.ts';

/**
 * What a printed row is to a form: the full-width title of a block, a header row, a row of data with its label
 * cells and the cells to their right, or text that belongs to no table.
 */
export type PrintedRow =
  | { readonly kind: 'head'; readonly blockId: string; readonly cells: readonly GridCell[] }
  | { readonly kind: 'header'; readonly table: TableId; readonly cells: readonly GridCell[] }
  | {
      readonly kind: 'data';
      readonly table: TableId | null;
      readonly labels: readonly GridCell[];
      readonly values: readonly GridCell[];
    }
  | { readonly kind: 'text'; readonly cells: readonly GridCell[] };

interface Labelled {
  readonly cell: GridCell;
  readonly meanings: readonly Meaning[];
  readonly value: boolean;
}

/**
 * What a row is, in one or two: the title of a block may hang down beside its rows (第二十条第（一）项 in a first
 * column), and the rest of its row is a row of its own.
 */
export function classifyRows(cells: readonly GridCell[], current: TableId | null): readonly PrintedRow[] {
  const row = classifyRow(cells, current);
  if (row.kind !== 'head') return [row];
  const [title, ...rest] = cells;
  const isBeside = title !== undefined && isHead(title) && title.rowSpan > 1 && !rest.some(isHead);
  const beside = isBeside && rest.length > 1 ? classifyRow(rest, 'disclosure') : null;
  return beside ? [row, beside] : [row];
}

const isHead = ({ text }: GridCell): boolean => names(meaningsOf(text), ['head']);

/** Classifies one row; `current` is the table that the rows before belong to, for words with several meanings. */
function classifyRow(cells: readonly GridCell[], current: TableId | null): PrintedRow {
  const labelled = cells.map((cell): Labelled => {
    const meanings = meaningsOf(cell.text);
    return { cell, meanings, value: meanings.length === 0 && looksLikeValue(cell.text) };
  });
  const head = labelled.flatMap(({ meanings }) => meanings.filter((meaning) => meaning.kind === 'head'))[0];
  if (head) return { kind: 'head', blockId: head.block.id, cells };
  const table = tableOfHeader(labelled, current);
  if (table) return { kind: 'header', table, cells };
  return dataRow(labelled, current);
}

const names = (
  meanings: readonly Meaning[],
  kinds: readonly Meaning['kind'][],
  table: TableId | null = null,
): boolean =>
  meanings.some(
    (meaning) => kinds.includes(meaning.kind) && (table === null || meaning.block.table === table),
  );

/** A header names columns and prints no number; the table is the one that most of its labels belong to. */
function tableOfHeader(labelled: readonly Labelled[], current: TableId | null): TableId | null {
  if (labelled.some(({ value, cell }) => value && cleanText(cell.text) !== '')) return null;
  const columnLike = labelled.filter(({ meanings }) => names(meanings, ['column', 'columnGroup', 'corner']));
  const rowOnly = labelled.filter(
    ({ meanings }) => names(meanings, ['row', 'rowGroup']) && !names(meanings, ['columnGroup', 'corner']),
  );
  const nothingElse = columnLike.length === 1 && rowOnly.length === 0;
  if (isUnderWrongCorner(labelled)) return mostNamed(columnLike, current);
  if (columnLike.length < 2 && !nothingElse) return null;
  if (columnLike.length <= rowOnly.length) return null;
  return mostNamed(columnLike, current);
}

/** A row's label where the corner should be (本年新收件数), and behind it nothing but labels that are columns alone. */
function isUnderWrongCorner(labelled: readonly Labelled[]): boolean {
  const [first, ...rest] = labelled.filter(({ cell }) => normaliseLabel(cell.text) !== '');
  return (
    first !== undefined &&
    names(first.meanings, ['row']) &&
    rest.length > 0 &&
    rest.every(
      ({ meanings }) => names(meanings, ['column', 'columnGroup']) && !names(meanings, ['row', 'rowGroup']),
    )
  );
}

function mostNamed(labelled: readonly Labelled[], current: TableId | null): TableId | null {
  const votes = new Map<TableId, number>();
  for (const { meanings } of labelled) {
    const tables = new Set(
      meanings
        .filter(
          (meaning) =>
            meaning.kind === 'column' || meaning.kind === 'columnGroup' || meaning.kind === 'corner',
        )
        .map((meaning) => meaning.block.table),
    );
    for (const table of tables) votes.set(table, (votes.get(table) ?? 0) + 1 / tables.size);
  }
  const ranked = [...votes].sort(([a, x], [b, y]) => y - x || Number(b === current) - Number(a === current));
  return ranked[0]?.[0] ?? null;
}

/** Label cells are what stands left of the numbers, up to the last text that is a label of the table. */
function dataRow(labelled: readonly Labelled[], current: TableId | null): PrintedRow {
  const cells = labelled.map(({ cell }) => cell);
  const known = labelled.findLastIndex(({ meanings }) => names(meanings, ['row'], current));
  const anywhere =
    known >= 0 ? known : labelled.findLastIndex(({ meanings }) => names(meanings, ['row', 'rowGroup']));
  const last = anywhere >= 0 ? behindGroup(labelled, anywhere, current) : lastLeadingText(labelled);
  const values = cells.slice(last + 1);
  const hasLabel = anywhere >= 0;
  const printed = labelled.slice(last + 1).filter(({ cell }) => cleanText(cell.text) !== '');
  const numbers = printed.filter(({ value }) => value).length;
  const blankRow = current === 'challenges' && last < 0 && printed.length === 0 && values.length > 1;
  if (!hasLabel && !blankRow && (numbers === 0 || numbers * 2 < printed.length))
    return { kind: 'text', cells };
  return {
    kind: 'data',
    table: hasLabel ? tableOfRow(labelled[last]?.meanings ?? [], numbers, current) : current,
    labels: cells.slice(0, last + 1),
    values,
  };
}

/** The damaged label of a row stands behind the label of its group; nothing else printed there is no number. */
function behindGroup(labelled: readonly Labelled[], at: number, current: TableId | null): number {
  const group = labelled[at];
  const next = labelled[at + 1];
  if (!group || !next || !names(group.meanings, ['rowGroup'], current)) return at;
  const isText = !next.value && next.meanings.length === 0 && normaliseLabel(next.cell.text) !== '';
  return isText ? at + 1 : at;
}

function lastLeadingText(labelled: readonly Labelled[]): number {
  let last = -1;
  for (const [index, { cell, value }] of labelled.entries()) {
    if (value && cleanText(cell.text) !== '') break;
    if (!value) last = index;
  }
  return last;
}

/** A label of another table (合计) beside more numbers than that has columns is but a name in this one. */
function tableOfRow(meanings: readonly Meaning[], numbers: number, current: TableId | null): TableId | null {
  const blocks = meanings.flatMap((meaning) =>
    meaning.kind === 'row' || meaning.kind === 'rowGroup' ? [meaning.block] : [],
  );
  const wide = blocks.filter(({ columns }) => !hasUnlabelledRow(current) || numbers <= columns.length);
  if (blocks.length > 0 && wide.length === 0) return current;
  const tables = wide.map(({ table }) => table);
  return current !== null && tables.includes(current) ? current : (tables[0] ?? null);
}

/** The ids of disclosure blocks whose rows carry this label (行政许可 → item_5), in whatever edition. */
export function blocksOfRowLabel(text: string): readonly FormBlock[] {
  return meaningsOf(text).flatMap((meaning) => (meaning.kind === 'row' ? [meaning.block] : []));
}

export const labelText = (cells: readonly GridCell[]): string =>
  cells
    .map((cell) => cleanText(cell.text))
    .filter((text) => normaliseLabel(text) !== '')
    .join(' / ');
