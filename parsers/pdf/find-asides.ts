import type { Character } from './character.ts';

/** Type of less than this share of the largest beside it is set smaller: browsers set raised digits at 0.83. */
const SMALLER = 0.92;
/** What is smaller and stands this far above or below the baseline of the rest is raised or lowered. */
const OFF_BASELINE_EM = 0.12;
/** Digits of less than this share are none of a number, on whatever baseline: beside the others nobody sees them. */
const TINY = 0.4;
const DIGIT = /\p{Nd}/u;
const NONE: ReadonlySet<Character> = new Set();

/**
 * Which characters of one line belong to no number on it: the mark of a note (raised or lowered), what is struck out,
 * and digits too small to be seen beside the others. 27 with note 1 is not 271.
 */
export function findAsides(characters: readonly Character[]): ReadonlySet<Character> {
  let full = 0;
  for (const { size } of characters) if (size > full) full = size;
  if (characters.every(({ size, struck }) => struck !== true && size >= full * SMALLER)) return NONE;
  const baseline = middleOf(
    characters.filter(({ size }) => size >= full * SMALLER).map((character) => character.baseline),
  );
  const isAside = ({ text, size, baseline: own, struck }: Character): boolean =>
    struck === true ||
    (size < full * SMALLER && Math.abs(own - baseline) > full * OFF_BASELINE_EM) ||
    (size < full * TINY && DIGIT.test(text));
  return new Set(characters.filter(isAside));
}

/** Characters in their order, those that are aside in brackets; `between` is what parts two that stand together. */
export function writeAsides(
  characters: readonly Character[],
  between: (a: Character, b: Character) => string = () => '',
): string {
  const asides = findAsides(characters);
  let text = '';
  let before: Character | undefined;
  for (const character of characters) {
    const [was, is] = [before !== undefined && asides.has(before), asides.has(character)];
    if (was !== is) text += is ? '〔' : '〕';
    else if (before) text += between(before, character);
    text += character.text;
    before = character;
  }
  return before && asides.has(before) ? `${text}〕` : text;
}

const middleOf = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
