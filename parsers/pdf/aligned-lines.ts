import { meaningsOf } from '../labels/label-index.ts';
import { labelOrdinal } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';
import type { FlowLine } from './page-furniture.ts';
import { splitWords, type Word } from './split-words.ts';

/** Words of a table without lines are parted by more than this; Chinese characters stand without a gap. */
const GAP_EM = 0.3;
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
  const words = splitWords(line, GAP_EM);
  const last = words.findLastIndex((word) => !looksLikeValue(word.text));
  const labels = words.slice(0, last + 1);
  const values = words.slice(last + 1);
  return { line, labels, values, kind: kindOf(labels, values) };
}

function kindOf(labels: readonly Word[], values: readonly Word[]): AlignedLine['kind'] {
  const rowLabel = labels.some((word) => isRowLabel(word.text));
  if (values.length >= FEWEST_VALUES || (values.length > 0 && rowLabel)) return 'data';
  if (values.length === 0 && labels.some((word) => isHeaderLabel(word.text))) return 'header';
  const [first] = labels;
  if (labels.length === 1 && first && HEADING.test(first.text) && !rowLabel && !isPartOfLabel(first.text))
    return 'heading';
  return 'text';
}

export const isRowLabel = (text: string): boolean =>
  meaningsOf(text).some((meaning) => meaning.kind === 'row');

export const isColumnLabel = (text: string): boolean =>
  meaningsOf(text).some((meaning) => meaning.kind === 'column');

/** Labels that stand above columns and name none of them. */
export const isOverLabel = (text: string): boolean => {
  const kinds = meaningsOf(text).map((meaning) => meaning.kind);
  return kinds.some((kind) => kind === 'columnGroup' || kind === 'corner' || kind === 'head');
};

/** Labels of columns have no ordinals; 三、本年度 is the beginning of a row's. */
const isHeaderLabel = (text: string): boolean =>
  labelOrdinal(text) === null && (isOverLabel(text) || (isColumnLabel(text) && !isRowLabel(text)));

/** 三、本年度, the first line of 三、本年度办理结果: no section of the report. */
const isPartOfLabel = (text: string): boolean => /本年度?(?:办理)?(?:结果)?$/.test(text) && text.length < 12;
