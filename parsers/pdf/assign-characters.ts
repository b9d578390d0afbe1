import { type Character, centreX, centreY } from './character.ts';
import { splitLines, splitWords, type Word } from './split-words.ts';

/** Characters nearer than this belong to one word. */
export const WORD_EM = 0.25;
/** Two digits of neighbouring cells nearer than this may be one number that runs over the line between. */
const TOUCHING_EM = 0.12;
/** A line cuts a character when this share of it lies on either side. */
const CUT_SHARE = 0.15;
export const DIGIT = /\p{Nd}/u;
const POINT = /[.,]/;

type Placed = readonly [character: Character, cell: number];

/**
 * Characters → cells, each by its own centre; a number that a line runs through goes whole into the cell of its
 * middle. Cells in which two numbers touch across a line are added to `doubtful`: they may be one.
 */
export function assignCharacters(
  characters: readonly Character[],
  cellAt: (x: number, y: number) => number,
  doubtful: Set<number>,
): readonly Placed[] {
  const upright = characters.filter((character) => character.turned === 0);
  const placed: Placed[] = characters
    .filter((character) => character.turned !== 0)
    .map((character) => [character, cellAt(centreX(character), centreY(character))]);
  for (const line of splitLines(upright)) {
    for (const word of splitWords(line, WORD_EM)) placed.push(...assignWord(word, cellAt, doubtful));
  }
  return placed;
}

function assignWord(
  { characters }: Word,
  cellAt: (x: number, y: number) => number,
  doubtful: Set<number>,
): readonly Placed[] {
  const cells = characters.map((character) => cellAt(centreX(character), centreY(character)));
  if (cells.every((cell) => cell === cells[0])) return characters.map((c, k) => [c, cells[k] ?? -1]);
  const isCut = ({ x0, x1, y0, y1 }: Character): boolean => {
    const inset = (x1 - x0) * CUT_SHARE;
    const y = (y0 + y1) / 2;
    return cellAt(x0 + inset, y) !== cellAt(x1 - inset, y);
  };
  const numbers: Character[][] = [];
  const placed: Placed[] = [];
  for (const [index, character] of characters.entries()) {
    const before = characters[index - 1];
    const cell = cells[index] ?? -1;
    if (!isNumeric(characters, index)) {
      placed.push([character, cell]);
      continue;
    }
    const open = before && isNumeric(characters, index - 1) ? numbers.at(-1) : undefined;
    if (!open || !before) numbers.push([character]);
    else if (cells[index - 1] === cell || before.run === character.run || isCut(before) || isCut(character))
      open.push(character);
    else {
      if (isTouchingNumber(before, character)) doubtful.add(cells[index - 1] ?? -1).add(cell);
      numbers.push([character]);
    }
  }
  for (const number of numbers) {
    const middle = ((number[0]?.x0 ?? 0) + (number.at(-1)?.x1 ?? 0)) / 2;
    for (const character of number) placed.push([character, cellAt(middle, centreY(character))]);
  }
  return placed;
}

/** A digit, or a point between two. */
function isNumeric(characters: readonly Character[], index: number): boolean {
  const isDigit = (at: number): boolean => DIGIT.test(characters[at]?.text ?? '');
  return (
    isDigit(index) || (POINT.test(characters[index]?.text ?? '') && isDigit(index - 1) && isDigit(index + 1))
  );
}

const isTouchingNumber = (a: Character, b: Character): boolean =>
  DIGIT.test(a.text) && DIGIT.test(b.text) && b.x0 - a.x1 < a.size * TOUCHING_EM;
