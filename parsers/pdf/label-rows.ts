import { CATALOGUE, labelKeys, meaningsOf } from '../labels/label-index.ts';
import { similarity } from '../labels/similarity.ts';
import { labelOrdinal, normaliseLabel } from '../normalise-label.ts';
import type { AlignedLine } from './aligned-lines.ts';
import { isRowLabel } from './aligned-lines.ts';
import { settleStrays } from './settle-strays.ts';
import type { Word } from './split-words.ts';
import type { Turn } from './turn.ts';

/** A row of a table without lines: its label, what else stands left of the numbers, and its numbers. */
export interface LabelledRow {
  readonly label: readonly Word[];
  readonly beside: readonly Word[];
  readonly values: readonly Word[];
  readonly baseline: number;
  readonly page: number;
  readonly turn: Turn;
}

/** Lines of one label stand below one another: they share this much of the shorter one. */
const SHARED = 0.5;
/** Lines of one label are no further apart than this many ems, or, in a table set wider, than its lines are. */
const NEAR_EM = 1.8;
const NEAR_PITCHES = 1.2;
/** A label that is not the form's must be this much like one. */
const ALIKE = 0.75;
/** A label takes at most this many lines above and below its numbers: the longest of the form in a narrow column. */
const MOST_LINES = 6;

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
    const known = longestKnown(candidatesOf(line, body, used, pitch));
    if (known) take(line, known);
  }
  for (const line of data) {
    if (!rows.has(line)) take(line, likest(candidatesOf(line, body, used, pitch)) ?? line.labels.slice(-1));
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

/** Of the label column furthest right that holds one, the longest: 缴纳费用、 goes on below the numbers. */
function longestKnown(candidates: readonly (readonly Word[])[]): readonly Word[] | undefined {
  const rows = candidates.filter((label) => isRowLabel(textOf(label)));
  const whole = rows.filter((label) => isWholeRowLabel(textOf(label)));
  const known = whole.length > 0 ? whole : rows;
  const column = known[0]?.[0];
  return column && known.filter((label) => label.some((word) => isBelow(word, column))).at(-1);
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

/** A word of a label with the place of its line among the lines of the table. */
interface LooseWord {
  readonly word: Word;
  readonly page: number;
  readonly index: number;
}

/** Possible labels of a row, the likeliest first: by label column from the right, then by fewer lines. */
function candidatesOf(
  line: AlignedLine,
  body: readonly AlignedLine[],
  used: ReadonlySet<Word>,
  pitch: number,
): readonly (readonly Word[])[] {
  const at = body.indexOf(line);
  const above = looseWords(body, at, -1, used);
  const below = looseWords(body, at, 1, used);
  const columns = [...line.labels, ...[...above, ...below].map(({ word }) => word)].sort(
    (a, b) => b.x1 - a.x1,
  );
  const candidates: (readonly Word[])[] = [];
  for (const column of columns) {
    const isHere = (word: Word): boolean => isBelow(word, column);
    const own = line.labels.filter(isHere);
    const up = chainFrom(
      above.filter(({ word }) => isHere(word)),
      line,
      at,
      pitch,
    );
    const down = chainFrom(
      below.filter(({ word }) => isHere(word)),
      line,
      at,
      pitch,
    );
    for (let lines = 0; lines <= up.length + down.length; lines++) {
      for (let i = Math.min(lines, up.length); i >= 0; i--) {
        const j = lines - i;
        if (j > down.length) continue;
        const label = [...up.slice(0, i).reverse(), ...own, ...down.slice(0, j)];
        if (label.length > 0) candidates.push(label);
      }
    }
  }
  return candidates;
}

export const isBelow = (a: Word, b: Word): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) >= Math.min(a.x1 - a.x0, b.x1 - b.x0) * SHARED;

/** Label words of the lines without numbers that follow up or down, until the next row of numbers. */
function looseWords(
  body: readonly AlignedLine[],
  at: number,
  step: 1 | -1,
  used: ReadonlySet<Word>,
): readonly LooseWord[] {
  const words: LooseWord[] = [];
  for (let index = at + step; words.length <= 4 * MOST_LINES; index += step) {
    const line = body[index];
    if (!line || line.kind === 'data') break;
    for (const word of line.labels) if (!used.has(word)) words.push({ word, page: line.line.page, index });
  }
  return words;
}

/** The words that follow one another line by line, beginning next to the row; a page break may lie between. */
function chainFrom(
  words: readonly LooseWord[],
  { line }: AlignedLine,
  at: number,
  pitch: number,
): readonly Word[] {
  const chain: Word[] = [];
  let [baseline, page, index] = [line.baseline, line.page, at];
  for (const next of words) {
    const near =
      next.page === page
        ? Math.abs(next.word.baseline - baseline) <= Math.max(next.word.size * NEAR_EM, pitch * NEAR_PITCHES)
        : Math.abs(next.index - index) <= 2;
    if (chain.length >= MOST_LINES || !near) break;
    chain.push(next.word);
    [baseline, page, index] = [next.word.baseline, next.page, next.index];
  }
  return chain;
}
