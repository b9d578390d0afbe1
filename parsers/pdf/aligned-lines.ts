import { CATALOGUE, meaningsOf } from '../labels/label-index.ts';
import { labelOrdinal, normaliseLabel } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import type { FlowLine } from './page-furniture.ts';
import { splitWords, type Word } from './split-words.ts';

/** Words of a table without lines are parted by more than this; Chinese characters stand without a gap. */
const GAP_EM = 0.3;
/** Between centred headers of narrow columns the gap may be no wider than this. */
const NARROW_GAP_EM = 0.1;
/** Without a label that is known, this many numbers in a row make a line of a table. */
const FEWEST_VALUES = 2;
const HEADING = /^[一二三四五六七八九十]{1,3}[、.．]/;

/**
 * A line seen as a row of a table without lines: words of text, then the numbers that end it. `data` when it holds
 * numbers as only a table does.
 */
export interface AlignedLine {
  readonly line: FlowLine;
  readonly labels: readonly Word[];
  readonly values: readonly Word[];
  readonly kind: 'data' | 'header' | 'heading' | 'text';
}

export function alignLine(line: FlowLine): AlignedLine {
  const words = splitWords(line, GAP_EM).flatMap(splitHeaders);
  const last = words.findLastIndex((word) => !looksLikeValue(word.text));
  const labels = words.slice(0, last + 1);
  const values = words.slice(last + 1);
  return { line, labels, values, kind: kindOf(labels, values) };
}

/** Headers of neighbouring columns that all but touch: parted where each part is a header and the whole is none. */
function splitHeaders(word: Word): readonly Word[] {
  if (word.characters.length < 4 || meaningsOf(word.text).length > 0) return [word];
  const parts = splitWords({ ...word }, NARROW_GAP_EM);
  return parts.length > 1 && parts.every((part) => isHeaderLabel(part.text)) ? parts : [word];
}

function kindOf(labels: readonly Word[], values: readonly Word[]): AlignedLine['kind'] {
  const rowLabel = labels.some((word) => isRowLabel(word.text));
  if (values.length >= FEWEST_VALUES || (values.length > 0 && rowLabel)) return 'data';
  if (values.length === 0 && labels.some((word) => isHeaderLabel(word.text))) return 'header';
  const [first] = labels;
  if (labels.length === 1 && first && HEADING.test(first.text) && !rowLabel && !beginsRowLabel(first.text))
    return 'heading';
  return 'text';
}

export const isRowLabel = (text: string): boolean =>
  meaningsOf(text).some((meaning) => meaning.kind === 'row');

export const isColumnLabel = (text: string): boolean =>
  meaningsOf(text).some((meaning) => meaning.kind === 'column');

/** 单位, 计量单位: what is printed above the units. */
export const isUnitLabel = (text: string): boolean =>
  meaningsOf(text).some((meaning) => meaning.kind === 'column' && meaning.column.role === 'unit');

/** Labels that stand above columns and name none of them. */
export const isOverLabel = (text: string): boolean => {
  const kinds = meaningsOf(text).map((meaning) => meaning.kind);
  return kinds.some((kind) => kind === 'columnGroup' || kind === 'corner' || kind === 'head');
};

/** Labels of columns have no ordinals; 三、本年度 is the beginning of a row's. */
const isHeaderLabel = (text: string): boolean =>
  labelOrdinal(text) === null && (isOverLabel(text) || (isColumnLabel(text) && !isRowLabel(text)));

/**
 * 三、本年度, the first line of 三、本年度办理结果, and 一、本年新收政府信息公开申请数 without 量: the row's or the
 * group's own ordinal tells such a line from a section's heading.
 */
export const beginsRowLabel = (text: string): boolean => {
  const key = normaliseLabel(text);
  return numberedLabels().some(([ordinal, known]) => known.startsWith(key) && ordinal === labelOrdinal(text));
};

let numbered: readonly (readonly [string | null, string])[] | undefined;
/** Ordinals and keys of the labels that begin as sections' headings do. */
function numberedLabels(): readonly (readonly [string | null, string])[] {
  numbered ??= CATALOGUE.flatMap((block) => [...block.rows, ...block.rowGroups])
    .flatMap(({ zh, aliases = [] }) => [zh, ...aliases])
    .filter((label) => HEADING.test(label))
    .map((label) => [labelOrdinal(label), normaliseLabel(label)]);
  return numbered;
}
