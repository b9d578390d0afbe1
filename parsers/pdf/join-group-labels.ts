import { meaningsOf } from '../labels/label-index.ts';
import { isBelow } from './label-candidates.ts';
import { textOf } from './label-rows.ts';
import type { LabelledRow } from './labelled-row.ts';
import type { Word } from './split-words.ts';

/** （六 / ）其 / 他处 / 理: the label of a group in a narrow column takes at most this many lines. */
const MOST_LINES = 8;

/**
 * Rows whose group labels stand in one piece at their first line: 其他, the middle line of （六）其他处理, would else
 * be taken for the row of that name.
 */
export function joinGroupLabels(rows: readonly LabelledRow[]): readonly LabelledRow[] {
  const joined = new Map<Word, Word | null>();
  const words = rows.flatMap(({ beside }) => beside);
  for (const word of words) {
    if (joined.has(word)) continue;
    const stack = groupFrom(word, words);
    if (stack === null) continue;
    for (const part of stack) joined.set(part, null);
    joined.set(word, wordOf(stack));
  }
  if (joined.size === 0) return rows;
  return rows
    .map((row) => ({
      ...row,
      beside: row.beside.flatMap((word) => joined.get(word) ?? (joined.has(word) ? [] : [word])),
    }))
    .filter(({ label, beside, values }) => label.length + beside.length + values.length > 0);
}

/** The lines below a word that make it the label of a group; null when there are none. */
function groupFrom(first: Word, words: readonly Word[]): readonly [Word, ...Word[]] | null {
  const stack: [Word, ...Word[]] = [first];
  for (const word of words.slice(words.indexOf(first) + 1)) {
    if (!isBelow(word, first)) continue;
    stack.push(word);
    if (meaningsOf(textOf(stack)).some(({ kind }) => kind === 'rowGroup')) return stack;
    if (stack.length === MOST_LINES) break;
  }
  return null;
}

/** Its place is that of its first line: the rest may stand overleaf. */
function wordOf(stack: readonly [Word, ...Word[]]): Word {
  const characters = stack.flatMap((word) => word.characters);
  return { ...stack[0], characters, text: textOf(stack) };
}
