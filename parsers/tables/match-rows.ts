import type { FormBlock, FormRow } from '../../src/forms/form.ts';
import type { GridCell } from '../grid.ts';
import { labelKeys, meaningsOf } from '../labels/label-index.ts';
import { isSameLabel, withoutDirt } from '../labels/same-label.ts';
import { similarity } from '../labels/similarity.ts';
import { labelOrdinal, normaliseLabel, withoutUnit } from '../normalise-label.ts';

/** A misprinted label must be at least this alike, and this much more alike than the next row's. */
const ALIKE = 0.62;
const MARGIN = 0.08;
/** Of few characters each counts: 行政申诉数 is another item than 行政诉讼数量. */
const SHORT = 6;
const ALIKE_SHORT = 0.7;

const keysOf = new WeakMap<FormRow, readonly string[]>();
function rowKeys(row: FormRow): readonly string[] {
  const known = keysOf.get(row) ?? labelKeys(row);
  keysOf.set(row, known);
  return known;
}

/**
 * The form row that a printed row's labels name: exactly, or by the one row that a damaged label resembles. The
 * rightmost label decides; those left of it are groups. Null when no row is near, when two are, and for a group
 * that prints numbers of its own (a subtotal that the form does not have).
 */
export function matchRow(
  block: FormBlock,
  labels: readonly GridCell[],
  previous: FormRow | null = null,
): FormRow | null {
  if (block.rows.length === 1 && block.rows[0]?.id === '') return block.rows[0] ?? null;
  for (const cell of labels.flatMap((label) => bareLabels(block, label)).reverse()) {
    const exact = meaningsOf(cell.text).flatMap((meaning) =>
      meaning.kind === 'row' && meaning.block.table === block.table ? [meaning.row.id] : [],
    );
    const rows = block.rows.filter((row) => exact.includes(row.id));
    if (rows.length > 0)
      return rows.length === 1 ? (rows[0] ?? null) : chooseRow(block, rows, cell.text, previous);
    if (meaningsOf(cell.text).some((meaning) => meaning.kind === 'rowGroup')) return null;
    if (normaliseLabel(cell.text) !== '') return nearestRow(block, cell.text) ?? cutLabel(block, labels);
  }
  return null;
}

/**
 * Whether the labels that a row was found by are its own, but for slips. One that only resembles it (属于商业秘密 where
 * the form has 属于国家秘密) may be a row that the publisher counts in its place. Out of a picture any character may be
 * misread, and its place speaks for the row.
 */
export function isNamedSo(block: FormBlock, row: FormRow, labels: readonly GridCell[]): boolean {
  if (row.zh === '' || labels.some(({ source }) => source.kind === 'ocr')) return true;
  const own = labels.filter(({ text }) => normaliseLabel(text) !== '');
  const texts = [...own.flatMap((label) => bareLabels(block, label)).map(({ text }) => text)].reverse();
  const isIt = (text: string): boolean => {
    const [key, known] = [normaliseLabel(text.replace(LONG_NOTE, '')), rowKeys(row)];
    return known.includes(key) || known.some((label) => isSameLabel(key, label));
  };
  return texts.some(isIt) || isIt(own.map(({ text }) => text).join(''));
}

/** A note behind a label explains it; one of a few words (（变更）) may narrow it. */
const LONG_NOTE = /(?<=\p{Script=Han})[（(][^（(]{12,}$/u;

/** Before each ordinal but the first: 三、本年度办理结果（三）不予公开1.属于国家秘密. */
const BEFORE_ORDINAL =
  /(?<=\p{Script=Han}[\s\-—－:：/>]{0,3})(?=[（(][一二三四五六七八九]+[）)]|[一二三四五六七八九]、|\d{1,2}[.．、])/gu;

/** A label without its unit (数（件）), and alone where those of its groups stand before it in one cell; any other as it is. */
function bareLabels(block: FormBlock, label: GridCell): readonly GridCell[] {
  if (meaningsOf(label.text).length > 0) return [label];
  const text = withoutUnit(label.text);
  const pieces = text.split(BEFORE_ORDINAL);
  const isGroup = (piece: string): boolean =>
    meaningsOf(piece).some((meaning) => meaning.kind === 'rowGroup' && meaning.block.table === block.table);
  const last = pieces.at(-1);
  const isLast = last !== undefined && pieces.slice(0, -1).every(isGroup);
  return [{ ...label, text: isLast ? last : text }];
}

/** A line that is none may cut a label in two (本年新收…公开申 | 请数量): together they name the row. */
function cutLabel(block: FormBlock, labels: readonly GridCell[]): FormRow | null {
  const own = labels.filter(({ text }) => normaliseLabel(text) !== '' && meaningsOf(text).length === 0);
  return own.length < 2 ? null : nearestRow(block, own.map(({ text }) => text).join(''));
}

/** A label that stands where the form has one row only needs to be this alike. */
const ALIKE_IN_PLACE = 0.5;

/**
 * The form row of a damaged label between two rows that were read, or the header and the first one (`before` is null),
 * when the form has just one row there and the label is half alike; null else: a place alone proves nothing.
 */
export function rowBetween(
  block: FormBlock,
  labels: readonly GridCell[],
  before: FormRow | null,
  after: FormRow,
): FormRow | null {
  const from = before === null ? 0 : block.rows.indexOf(before) + 1;
  const [only, ...more] = block.rows.slice(from, block.rows.indexOf(after));
  const label = labels.findLast(({ text }) => normaliseLabel(text) !== '');
  if (only === undefined || more.length > 0 || label === undefined) return null;
  return likeness(only, normaliseLabel(label.text)) >= ALIKE_IN_PLACE ? only : null;
}

/**
 * (六)其他 is the group in one row, 3.其他 its last sub-row: the ordinal tells, and where it is lost the row before
 * does (a sub-row follows its siblings). 被依法纠错数 stands under reconsideration and again under litigation: the
 * next of them in the form's order.
 */
function chooseRow(
  block: FormBlock,
  rows: readonly FormRow[],
  label: string,
  previous: FormRow | null,
): FormRow | null {
  const ordinal = labelOrdinal(label);
  if (isFurtherInGroup(block, ordinal, previous, rows)) return null;
  const sameOrdinal = rows.filter((row) => ordinal !== null && sameNumber(labelOrdinal(row.zh), ordinal));
  if (sameOrdinal.length === 1) return sameOrdinal[0] ?? null;
  const sibling = rows.find((row) => row.group !== undefined && row.group === previous?.group);
  if (sibling) return sibling;
  const after = previous === null ? -1 : block.rows.indexOf(previous);
  const following = rows.filter((row) => block.rows.indexOf(row) > after);
  return following.find((row) => row.group !== 'other') ?? following[0] ?? null;
}

/** 9.其他 below the eight of a group: a row that the publisher added to it, whatever row of another group is called so. */
function isFurtherInGroup(
  block: FormBlock,
  ordinal: string | null,
  previous: FormRow | null,
  rows: readonly FormRow[],
): boolean {
  const group = previous?.group;
  if (group === undefined || !/^\d+$/.test(ordinal ?? '') || rows.some((row) => row.group === group))
    return false;
  const siblings = block.rows.filter((row) => row.group === group && /^\d/.test(row.zh));
  return siblings.length > 0 && Number(ordinal) > siblings.length;
}

const HAN_DIGITS = '一二三四五六七八九';
const sameNumber = (a: string | null, b: string): boolean =>
  a !== null && (a === b || String(HAN_DIGITS.indexOf(a) + 1) === b);

const likeness = (row: FormRow, key: string): number =>
  Math.max(...rowKeys(row).map((known) => (isContrary(key, known) ? 0 : similarity(key, known))));

/** 结转上年 is no 结转下年, 本年结转 no 上年结转: one character apart, and the opposite. */
function isContrary(key: string, known: string): boolean {
  const [printed, meant] = [key, known].map((label) => YEARS.exec(label)?.[0]);
  return printed !== undefined && meant !== undefined && printed !== meant;
}
const YEARS = /[上下](?=一?年)|本(?=年)/;

/** The one row whose label this text resembles, for labels that are damaged; null when none does, or two do. */
export function nearestRow(block: FormBlock, label: string): FormRow | null {
  const key = withoutDirt(normaliseLabel(label));
  const ordinal = labelOrdinal(label);
  const ranked = block.rows
    .map((row) => {
      const alike = likeness(row, key);
      const sameOrdinal = ordinal !== null && labelOrdinal(row.zh) === ordinal;
      return { row, score: alike + (sameOrdinal ? 0.05 : 0) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined || best.score < (key.length <= SHORT ? ALIKE_SHORT : ALIKE)) return null;
  return second !== undefined && best.score - second.score < MARGIN ? null : best.row;
}
