import { beginsLabel } from '../labels/label-index.ts';
import { labelOrdinal } from '../normalise-label.ts';
import { type AlignedColumns, alignColumns } from './align-columns.ts';
import { type AlignedLine, alignLine, beginsRowLabel, isColumnLabel, isRowLabel } from './aligned-lines.ts';
import { joinGroupLabels } from './join-group-labels.ts';
import { joinWrappedRows } from './join-wrapped-rows.ts';
import { isBelow } from './label-candidates.ts';
import { labelRows } from './label-rows.ts';
import type { LabelledRow } from './labelled-row.ts';
import type { FlowLine } from './page-furniture.ts';
import type { Word } from './split-words.ts';
import type { Turn } from './turn.ts';
import { findUnitColumn, isOver, type Span, withoutDashesIn, withoutUnitDashes } from './unit-column.ts';

/** A table that is printed without lines between its columns. */
export interface AlignedTable {
  readonly columns: AlignedColumns;
  /** Where each row prints the unit of its number; null in tables that print none. */
  readonly units: Span | null;
  readonly rows: readonly LabelledRow[];
  readonly page: number;
  readonly turn: Turn;
}

export type AlignedBlock =
  | { readonly kind: 'lines'; readonly lines: readonly FlowLine[] }
  | { readonly kind: 'aligned'; readonly table: AlignedTable };

/** Lines of a header above the first row of numbers. */
const MOST_HEADER_LINES = 16;
/** Rows of a table are not further apart than this many lines. */
const MOST_BETWEEN = 12;

/** Lines of text → tables without lines, and the lines between them. */
export function findAlignedTables(lines: readonly FlowLine[]): readonly AlignedBlock[] {
  const aligned = lines.map(alignLine).map(asRestOfLabel);
  const blocks: AlignedBlock[] = [];
  let at = 0;
  for (const { from, to, body } of regionsOf(aligned)) {
    if (from > at) blocks.push({ kind: 'lines', lines: lines.slice(at, from) });
    const header = aligned.slice(from, body);
    const rest = joinWrappedRows(aligned.slice(body, to)).map(asRow);
    const data = rest.filter((line) => line.values.length > 0 && line.kind === 'data');
    const labelled = joinGroupLabels(labelRows(rest));
    const units = findUnitColumn(labelled);
    const rows = units ? labelled.map((row) => withoutUnitDashes(row, units)) : labelled;
    const numbers = units ? data.map((line) => withoutDashesIn(line, units)) : data;
    const columns = alignColumns(header, numbers, units !== null);
    const first = lines[from];
    if (first) {
      const { page, turn } = first;
      blocks.push({ kind: 'aligned', table: { columns, units, rows, page, turn } });
    }
    at = to;
  }
  if (at < lines.length) blocks.push({ kind: 'lines', lines: lines.slice(at) });
  return blocks;
}

/** Between the lines of a label stands at most the line of its numbers. */
const BETWEEN_LINES = 2;

/** 数量, the end of 一、本年新收政府信息公开申请数量 below its numbers, is the header of a column by its words alone. */
function asRestOfLabel(line: AlignedLine, at: number, lines: readonly AlignedLine[]): AlignedLine {
  const [rest] = line.labels;
  if (line.kind !== 'header' || line.labels.length > 1 || !rest) return line;
  const begun = lines
    .slice(Math.max(0, at - BETWEEN_LINES), at)
    .flatMap(({ labels }) => labels)
    .findLast((word) => isBelow(word, rest));
  return begun && isRowLabel(begun.text + rest.text) ? { ...line, kind: 'text' } : line;
}

/** Among the rows of a table a label with one number is a row as well. */
const asRow = (line: AlignedLine): AlignedLine =>
  line.kind === 'text' && line.labels.length > 0 && line.values.length > 0 ? { ...line, kind: 'data' } : line;

interface Region {
  readonly from: number;
  /** Where the header ends and the rows begin. */
  readonly body: number;
  readonly to: number;
}

function regionsOf(lines: readonly AlignedLine[]): readonly Region[] {
  const regions: Region[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines.findIndex(
      (line, index) => index >= at && (line.kind === 'data' || isBlankRow(line, lines[index - 1])),
    );
    if (first < 0) break;
    const from = headerStart(lines, first, at);
    const body = bodyStart(lines, from, first);
    const to = bodyEnd(lines, first);
    if (isOfReport(lines.slice(from, to))) regions.push({ from, body, to });
    at = to;
  }
  return regions;
}

/** 行政处罚 alone below a header: all rows of an item may be blank, and the next item has a header of its own. */
const isBlankRow = (
  { kind, labels: [label, ...more] }: AlignedLine,
  above: AlignedLine | undefined,
): boolean =>
  kind === 'text' && above?.kind === 'header' && more.length === 0 && label !== undefined && isRowOnly(label);

const isRowOnly = ({ text }: Word): boolean => isRowLabel(text) && !isColumnLabel(text);

/** Up from the first row over the header: to the section's heading, the table before, or the first of the text. */
function headerStart(lines: readonly AlignedLine[], first: number, least: number): number {
  let from = first;
  let header = first;
  while (from > least && first - from < MOST_HEADER_LINES) {
    const line = lines[from - 1];
    if (!line || line.kind === 'heading' || line.kind === 'data' || /。$/.test(line.line.text)) break;
    from--;
    if (line.kind === 'header') header = from;
  }
  if (lines[header]?.kind !== 'header') return from;
  // Words side by side above the first known one are the beginnings of wrapped labels; a line alone is a title.
  while (header > from && (lines[header - 1]?.labels.length ?? 0) > 1) header--;
  return header;
}

/**
 * A label's first lines may stand above its numbers: below the last words of the header the rows begin. Words over the
 * numbers are the header's, the end of one that is wrapped perhaps (结果维 / 持).
 */
function bodyStart(lines: readonly AlignedLine[], from: number, first: number): number {
  const row = lines[first];
  const left = row?.values[0]?.x0 ?? Number.POSITIVE_INFINITY;
  const last = lines
    .slice(from, first)
    .findLastIndex((line) => line.kind === 'header' || line.labels.some((word) => word.x0 > left));
  const after = from + last + 1;
  const begun = lines.slice(after, first).findIndex(isBegun);
  if (begun >= 0) return after + begun;
  if (last >= 0 && lines.slice(after, first).some((line) => goesOnWith(row, line))) return after;
  const labelLess = row?.labels.length === 0 && row.values.length < 10;
  return labelLess && last >= 0 ? Math.min(first, after) : first;
}

/**
 * 一、本年新收政, where 府信息公开申请 and the numbers stand on the next line; 2.申请人逾期未按收费 likewise. 行政处罚 is a
 * row that prints no number.
 */
const isBegun = ({ labels }: AlignedLine): boolean =>
  labels.some(
    (label) =>
      isRowOnly(label) ||
      beginsRowLabel(label.text) ||
      (labelOrdinal(label.text) !== null && beginsLabel(label.text)),
  );

function bodyEnd(lines: readonly AlignedLine[], first: number): number {
  let end = first + 1;
  for (let at = end; at < lines.length && at - end <= MOST_BETWEEN; at++) {
    const line = lines[at];
    if (!line || line.kind === 'heading' || line.kind === 'header' || isOwnHeader(lines[end - 1], line))
      break;
    const isRow = line.kind === 'data' || line.labels.some((word) => isRowLabel(word.text));
    if (isRow || goesOnWith(lines[end - 1], line) || isRestOf(lines[end - 1], line)) end = at + 1;
  }
  return tailEnd(lines, end);
}

/** 预算 and 决算 over the numbers of a table that begins below, without a line between: the row before is the last. */
function isOwnHeader(row: AlignedLine | undefined, { labels, values }: AlignedLine): boolean {
  const left = row?.values[0]?.x0;
  return left !== undefined && values.length === 0 && labels.filter(({ x1 }) => x1 > left).length > 1;
}

/** Beside the middle of a label of several lines: a unit and a number in the columns of the row before. */
function goesOnWith(row: AlignedLine | undefined, { labels, values }: AlignedLine): boolean {
  const unit = labels.at(-1);
  const isUnder = (word: Word, words: readonly Word[] = []): boolean =>
    words.some((other) => isOver(word, other));
  return (
    unit !== undefined &&
    values.length > 0 &&
    // A heading prints a dash for its unit.
    isUnder(unit, [...(row?.labels.slice(-1) ?? []), ...(row?.values ?? [])]) &&
    values.every((value) => isUnder(value, row?.values.slice(-values.length)))
  );
}

/** Next lines are no further below than this, in heights of a character. */
const NEXT_LINE = 2;

/** Digits below the numbers of a row: a number too wide for its column goes on there. */
function isRestOf(row: AlignedLine | undefined, { line, labels, values }: AlignedLine): boolean {
  if (!row || labels.length > 0 || values.length === 0 || row.line.page !== line.page) return false;
  return values.every((rest) =>
    row.values.some(
      (value) =>
        value.x0 < rest.x1 && rest.x0 < value.x1 && rest.baseline - value.baseline <= value.size * NEXT_LINE,
    ),
  );
}

/** The last row's label may go on below its numbers, having begun beside or above them. */
function tailEnd(lines: readonly AlignedLine[], end: number): number {
  const below = lines[end]?.labels[0];
  const wordOf = (line: AlignedLine | undefined): string =>
    line?.labels.findLast((word) => below !== undefined && isBelow(below, word))?.text ?? '';
  const own = wordOf(lines[end - 1]);
  const above = lines[end - 2]?.kind === 'text' ? wordOf(lines[end - 2]) : '';
  for (const label of new Set([own, above + own])) {
    if (label === '') continue;
    let text = label;
    for (let to = end; to < end + MOST_TAIL_LINES && isTail(lines[to]); to++) {
      text += lines[to]?.labels[0]?.text ?? '';
      if (isRowLabel(text)) return to + 1;
    }
  }
  return end;
}

const MOST_TAIL_LINES = 3;
const isTail = (line: AlignedLine | undefined): boolean => line?.kind === 'text' && line.labels.length === 1;

/** Numbers of a row that prose does not print side by side; table 3 has 7 columns and table 4 has 15. */
const WIDE_ROW = 7;

/**
 * Numbers in columns are a table of the report only when a word of the form stands with them, or a row of numbers alone
 * is as wide as one of the form: table 4 has no labels, and may be printed again without its header.
 */
const isOfReport = (lines: readonly AlignedLine[]): boolean =>
  lines.some(
    (line) => line.kind === 'header' || (line.labels.length === 0 && line.values.length >= WIDE_ROW),
  ) || lines.filter((line) => line.labels.some((word) => isRowLabel(word.text))).length >= 2;
