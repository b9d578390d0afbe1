import { type FormBlock, type FormColumn, isVariableColumn } from '../../src/forms/form.ts';
import { normaliseLabel } from '../normalise-label.ts';
import type { Found, HeaderRow } from './found-columns.ts';
import { columnsNamed, groupNamed, isKnownElsewhere } from './name-columns.ts';
import { printedOrder } from './printed-order.ts';

/** Of the header cells that stand where the form's columns stand, the share that must be recognised. */
const KNOWN_SHARE = 0.6;

export const printedColumns = (block: FormBlock): readonly FormColumn[] =>
  block.columns.filter(isVariableColumn);

/**
 * By order: that of the labels, where each is the form's; else the form's own, where the labels as they are read, row by
 * row, are its columns either flat or level by level (columns without a group first). Cells that name nothing may stand
 * for a column whose label is damaged.
 */
export function orderedColumns(
  block: FormBlock,
  cells: readonly HeaderRow[],
  columnsKnown: boolean,
): Found | null {
  const columns = printedColumns(block);
  const found = { block, intervals: null, labels: null } as const;
  // Where places are known but do not fit, the order of the rows is not that of the columns.
  const printed = columnsKnown ? null : printedOrder(block, cells, columns);
  if (printed) return { ...found, slots: printed, score: 1 };
  const seen: (readonly FormColumn[])[] = [];
  for (const cell of cells.flat()) {
    const named = columnsNamed(block, cell);
    if (named.length === 0 && isKnownElsewhere(block, cell)) continue;
    if (named.length === 1 && named[0] === seen.at(-1)?.[0]) continue;
    seen.push(named);
  }
  if (!areGroupsInOrder(block, cells)) return null;
  const extra = seen.findIndex(([column]) => column !== undefined && !isVariableColumn(column));
  const labels = seen.filter((_, at) => at !== extra);
  const score = agreesWith(columns, labels);
  if (score === null) return null;
  const [own] = seen[extra] ?? [];
  const slots = own ? withExtra(columns, own, seen[extra - 1], seen[extra + 1]) : columns;
  return { ...found, slots, score };
}

/** The better of the shares that labels agree with the form's order, flat and level by level; null for neither. */
function agreesWith(
  columns: readonly FormColumn[],
  labels: readonly (readonly FormColumn[])[],
): number | null {
  return agreement(labels, columns) ?? agreement(labels, levelByLevel(columns));
}

/** As a header of two rows is read: columns without a group first. */
const levelByLevel = (columns: readonly FormColumn[]): readonly FormColumn[] => [
  ...columns.filter(({ group }) => !group),
  ...columns.filter(({ group }) => group),
];

/** 结果维持 is a column of each of three groups: in the form's order only as long as their labels are. */
function areGroupsInOrder(block: FormBlock, cells: readonly HeaderRow[]): boolean {
  const order = [...new Set(block.columns.flatMap(({ group }) => group ?? []))];
  const printed = cells.flat().map((cell) => order.indexOf(groupNamed(block, cell) ?? ''));
  const groups = printed.filter((at) => at >= 0);
  return groups.every((at, index) => index === 0 || at > (groups[index - 1] ?? -1));
}

function agreement(seen: readonly (readonly FormColumn[])[], order: readonly FormColumn[]): number | null {
  const labels = seen.filter((named, index) => named.length > 0 || seen.length === order.length || index < 0);
  const counted = labels.length === order.length ? labels : seen.filter((named) => named.length > 0);
  if (counted.length !== order.length) return null;
  let known = 0;
  for (const [index, named] of counted.entries()) {
    if (named.length === 0) continue;
    if (!named.includes(order[index] as FormColumn)) return null;
    known++;
  }
  return known >= order.length * KNOWN_SHARE || (known > 0 && order.length <= 3)
    ? known / order.length
    : null;
}

/** The columns with one that the form has not, between the columns of its group that its label stands between. */
function withExtra(
  columns: readonly FormColumn[],
  extra: FormColumn,
  before: readonly FormColumn[] | undefined,
  behind: readonly FormColumn[] | undefined,
): readonly FormColumn[] {
  // Level by level, the first label of a group stands behind the last column without one: 总计, then 小计.
  const place = (named: readonly FormColumn[] | undefined): number =>
    columns.findIndex((column) => column.group === extra.group && named?.includes(column));
  const ofGroup = columns.findLastIndex((column) => column.group === extra.group);
  // The label before it may be damaged: then it stands before the next, or behind the other columns of its group.
  const last = place(before) >= 0 || place(behind) < 0 ? place(before) : place(behind) - 1;
  const at = (last >= 0 ? last : ofGroup) + 1;
  return [...columns.slice(0, at), extra, ...columns.slice(at)];
}

/**
 * Whether a header that could not be read names its columns by their full names in another order than the form's: the
 * form's own then says nothing about its numbers. Pieces of labels in disorder (a header out of a PDF) prove nothing.
 */
export function contradictsForm(block: FormBlock, header: readonly HeaderRow[]): boolean {
  const columns = printedColumns(block);
  const named = header.flat().flatMap(({ text }) => {
    const same = columns.filter(({ zh }) => normaliseLabel(zh) === normaliseLabel(text));
    return same.length > 0 ? [same] : [];
  });
  if (named.length < columns.length * KNOWN_SHARE) return false;
  const once = new Set(named.flatMap(([column, ...more]) => (column && more.length === 0 ? [column] : [])));
  const follows = (order: readonly FormColumn[]): boolean =>
    [...once].every(
      (column, at, all) => at === 0 || order.indexOf(column) > order.indexOf(all[at - 1] ?? column),
    );
  return !areGroupsInOrder(block, header) || !(follows(columns) || follows(levelByLevel(columns)));
}
