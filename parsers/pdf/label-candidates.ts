import type { AlignedLine } from './aligned-lines.ts';
import type { Word } from './split-words.ts';

/** Lines of one label stand below one another: they share this much of the shorter one. */
const SHARED = 0.5;
/** Lines of one label are no further apart than this many ems, or, in a table set wider, than its lines are. */
const NEAR_EM = 1.8;
const NEAR_PITCHES = 1.2;
/** A label takes at most this many lines above and below its numbers: the longest of the form in a narrow column. */
const MOST_LINES = 6;

/** A word of a label with the place of its line among the lines of the table. */
interface LooseWord {
  readonly word: Word;
  readonly page: number;
  readonly index: number;
}

/**
 * Possible labels of a row, the likeliest first: by label column from the right, then by fewer lines. Each stands beside
 * the numbers or on both sides of their line: one that is above or below them is another row's, of a blank one, and
 * numbers beside which no label can be seen have none.
 *
 * @param pitch - the usual distance between lines of the table, points
 */
export function labelCandidates(
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
        if (own.length > 0 || (i > 0 && j > 0))
          candidates.push([...up.slice(0, i).reverse(), ...own, ...down.slice(0, j)]);
      }
    }
  }
  return candidates;
}

/** Whether two words stand below one another. */
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
