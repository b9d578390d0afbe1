import type { Box } from './box.ts';
import type { Character } from './character.ts';
import { writeAsides } from './find-asides.ts';

/** Characters on one baseline. */
export interface TextLine extends Box {
  readonly characters: readonly Character[];
  readonly baseline: number;
  readonly size: number;
}

/** Baselines that differ by less are one line: half a character (tables.md 6.4). */
const SAME_LINE_EM = 0.5;

/** Upright characters → lines from top to bottom, each from left to right. */
export function splitLines(characters: readonly Character[]): readonly TextLine[] {
  const sorted = [...characters].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const groups: Character[][] = [];
  let group: Character[] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  for (const character of sorted) {
    const size = Math.max(character.size, group.at(-1)?.size ?? 0);
    if (character.baseline - baseline > size * SAME_LINE_EM) {
      group = [];
      groups.push(group);
      baseline = character.baseline;
    }
    group.push(character);
  }
  return groups.map((line) => makeLine(line.sort((a, b) => a.x0 - b.x0)));
}

/** Characters from left to right as a line. */
function makeLine(characters: readonly Character[]): TextLine {
  const { x0, y0, x1, y1 } = boxAround(characters);
  const baseline = middleOf(characters.map((character) => character.baseline));
  const size = middleOf(characters.map((character) => character.size));
  return { x0, y0, x1, y1, characters, baseline, size };
}

/** The median; most lines have one baseline and one size. */
function middleOf(numbers: readonly number[]): number {
  const [first = 0] = numbers;
  if (numbers.every((number) => number === first)) return first;
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? first;
}

function boxAround(characters: readonly Character[]): Box {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  for (const character of characters) {
    if (character.x0 < x0) x0 = character.x0;
    if (character.y0 < y0) y0 = character.y0;
    if (character.x1 > x1) x1 = character.x1;
    if (character.y1 > y1) y1 = character.y1;
  }
  return { x0, y0, x1, y1 };
}

/** Characters of one line that stand together. */
export interface Word extends Box {
  readonly characters: readonly Character[];
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
}

const IDEOGRAPH = /\p{Script=Han}/u;
/** So many gaps between ideographs tell how a line is set. */
const FEWEST_GAPS = 3;
/** Ideographs further apart than this stand in columns. */
const WIDEST_SPACING_EM = 1;

/** The space that a line sets between its letters, told by its ideographs, which are set without. */
export function letterSpacing(characters: readonly Character[]): number {
  if (characters.length <= FEWEST_GAPS) return 0;
  const gaps: number[] = [];
  let before: Character | undefined;
  for (const character of characters) {
    const ideograph = IDEOGRAPH.test(character.text) ? character : undefined;
    if (before && ideograph) gaps.push(ideograph.x0 - before.x1);
    before = ideograph;
  }
  if (gaps.length < FEWEST_GAPS) return 0;
  const gap = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return gap > (characters[0]?.size ?? 0) * WIDEST_SPACING_EM ? 0 : Math.max(0, gap);
}

/** A line → words, parted where the gap is wider than `gapEm` beside the space that the line sets between letters. */
export function splitWords(line: TextLine, gapEm: number): readonly Word[] {
  // Most lines have no gap at all, and nothing to measure one by.
  let spacing: number | undefined;
  const words: Character[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const character of line.characters) {
    const beyond = character.x0 - right - character.size * gapEm;
    if (beyond > 0 && words.length > 0) spacing ??= letterSpacing(line.characters);
    if (beyond > (spacing ?? 0)) words.push([]);
    words.at(-1)?.push(character);
    right = Math.max(right, character.x1);
  }
  return words.map((characters) => {
    const { x0, y0, x1, y1, baseline, size } = makeLine(characters);
    return { x0, y0, x1, y1, characters, text: writeAsides(characters), baseline, size };
  });
}
