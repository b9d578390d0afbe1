import { CATALOGUE, labelKeys, meaningsOf } from '../labels/label-index.ts';
import { similarity } from '../labels/similarity.ts';
import { labelOrdinal, normaliseLabel } from '../normalise-label.ts';
import type { AlignedLine } from './aligned-lines.ts';
import { isRowLabel } from './aligned-lines.ts';
import { isBelow, labelCandidates } from './label-candidates.ts';
import type { LabelledRow } from './labelled-row.ts';
import { settleStrays } from './settle-strays.ts';
import type { Word } from './split-words.ts';

/** A label that is not the form's must be this much like one. */
const ALIKE = 0.75;

/**
 * Rows of numbers and lines of labels → rows with their labels. A label of several lines has its numbers beside
 * the first, the middle or the last line, or between two (wild.md 4, 6): the lines that together are a label of
 * the form belong together, and else the nearest. A label without any number is a blank row.
 */
export function labelRows(body: readonly AlignedLine[]): readonly LabelledRow[] {
  const used = new Set<Word>();
  const rows = new Map<AlignedLine, LabelledRow>();
  const data = body.filter((line) => line.kind === 'data');
  const pitch = linePitch(body);
  const take = (line: AlignedLine, label: readonly Word[]): void => {
    for (const word of label) used.add(word);
    const beside = line.labels.filter((word) => !label.includes(word));
    const { page, turn, baseline } = line.line;
    rows.set(line, { label, beside, values: line.values, baseline, page, turn });
  };
  for (const line of data) {
    const known = longestKnown(labelCandidates(line, body, used, pitch));
    if (known) take(line, known);
  }
  for (const line of data) {
    if (!rows.has(line))
      take(
        line,
        groupOf(labelCandidates(line, body, used, pitch)) ??
          likest(labelCandidates(line, body, used, pitch)) ??
          line.labels.slice(-1),
      );
  }
  const labelled: LabelledRow[] = [];
  for (const [index, line] of body.entries()) {
    const row = rows.get(line);
    if (row) labelled.push(row);
    else labelled.push(...looseRows(line, used, nearestLabels(body, index, rows)));
  }
  const strays = body.flatMap((line) =>
    line.kind === 'data' ? [] : line.values.map((value) => ({ ...value, page: line.line.page })),
  );
  return strays.length === 0 ? labelled : settleStrays(labelled, strays);
}

/** The usual distance between lines, points. */
function linePitch(body: readonly AlignedLine[]): number {
  const steps = body
    .flatMap(({ line }, index) => {
      const before = body[index - 1]?.line;
      return before?.page === line.page ? [line.baseline - before.baseline] : [];
    })
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

/** The label of a group, where its row prints dashes: no row's, however much it resembles one. */
const groupOf = (candidates: readonly (readonly Word[])[]): readonly Word[] | undefined =>
  candidates.find((words) => meaningsOf(textOf(words)).some(({ kind }) => kind === 'rowGroup'));

/** A label that is cut or misprinted: the lines that resemble a row of the form most, else the row's own. */
function likest(candidates: readonly (readonly Word[])[]): readonly Word[] | undefined {
  let best = candidates[0];
  let most = ALIKE;
  for (const label of candidates) {
    const key = normaliseLabel(textOf(label));
    const alike = Math.max(...rowKeys().map((known) => similarity(key, known)));
    if (alike > most) [best, most] = [label, alike];
  }
  return best;
}

let keys: readonly string[] | undefined;
function rowKeys(): readonly string[] {
  keys ??= [...new Set(CATALOGUE.flatMap((block) => block.rows.flatMap(labelKeys)))];
  return keys;
}

/**
 * Of the label column furthest right that holds one, the likeliest, and what goes on around it: 缴纳费用、 goes on below
 * the numbers. Other words above or below are another row's label.
 */
function longestKnown(candidates: readonly (readonly Word[])[]): readonly Word[] | undefined {
  const rows = candidates.filter((words) => isRowLabel(textOf(words)));
  const whole = rows.filter((words) => isWholeRowLabel(textOf(words)));
  const known = whole.length > 0 ? whole : rows;
  const likeliest = known[0];
  return likeliest && known.findLast((words) => likeliest.every((word) => words.includes(word)));
}

export const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join('');

/**
 * A line without numbers that no row took: a blank row when it is a label and stands in the column of its
 * neighbours' labels, else text beside the rows (其他, the middle of （六）其他处理 set in a narrow column).
 */
function looseRows(
  { labels, line }: AlignedLine,
  used: ReadonlySet<Word>,
  neighbours: readonly Word[],
): readonly LabelledRow[] {
  const left = labels.filter((word) => !used.has(word));
  if (left.length === 0) return [];
  const isInColumn = (word: Word): boolean =>
    neighbours.length === 0 || neighbours.some((label) => isBelow(word, label));
  const label = left.filter((word) => isWholeRowLabel(word.text) && isInColumn(word)).slice(-1);
  const { page, turn, baseline } = line;
  const beside = left.filter((word) => !label.includes(word));
  return [{ label, beside, values: [], baseline, page, turn }];
}

/** The labels of the rows of numbers next above and below. */
function nearestLabels(
  body: readonly AlignedLine[],
  index: number,
  rows: ReadonlyMap<AlignedLine, LabelledRow>,
): readonly Word[] {
  const above = body.slice(0, index).findLast((line) => rows.has(line));
  const below = body.slice(index + 1).find((line) => rows.has(line));
  return [above, below].flatMap((line) => (line && rows.get(line)?.label) ?? []);
}

/** （六）其他, the first line of （六）其他处理, is a group of rows and not the row 3.其他. */
function isWholeRowLabel(text: string): boolean {
  const key = normaliseLabel(text);
  const rows = meaningsOf(text).filter((meaning) => meaning.kind === 'row');
  const isGroup = rows.some(({ block }) =>
    block.rowGroups.some(
      (group) => normaliseLabel(group.zh).startsWith(key) && labelOrdinal(group.zh) === labelOrdinal(text),
    ),
  );
  return rows.length > 0 && !isGroup;
}
