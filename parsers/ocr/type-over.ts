import type { Character } from '../pdf/character.ts';
import { centreX, centreY } from '../pdf/character.ts';
import { splitLines } from '../pdf/split-words.ts';
import { joinLine } from '../pdf/write-text.ts';
import { looksLikeValue } from '../read-number.ts';
import type { CellText } from './cell-text.ts';
import type { PageMap } from './deskew.ts';
import type { Box } from './raster.ts';

/** An other reading of the picture as sure as this contradicts what is typed; a less sure one bears nothing out. */
const SURE = 0.75;
const CONTRADICTED = 0.2;
const ALONE = 0.6;

/**
 * Numbers typed as text over the picture of a form take the place of what the picture was read as. Both agreeing is
 * certain; where they differ the cell may hold print of both, and is in doubt.
 *
 * @param typed - characters in pixels of the page as scanned
 * @param toScan - from pixels of the straightened page, in which the cells are, to those
 */
export function typeOver(
  texts: readonly CellText[],
  cells: readonly Box[],
  typed: readonly Character[],
  toScan: PageMap,
): readonly CellText[] {
  if (typed.length === 0) return texts;
  return texts.map((text, index) => {
    const cell = cells[index];
    const own = cell ? writeTyped(typed.filter((character) => standsIn(character, cell, toScan))) : '';
    if (own === '' || !looksLikeValue(own)) return text;
    if (own === text.text) return { text: own, confidence: 1 };
    return { text: own, confidence: text.confidence >= SURE ? CONTRADICTED : ALONE };
  });
}

const writeTyped = (characters: readonly Character[]): string =>
  splitLines(characters)
    .map((line) => joinLine(line.characters))
    .join(' ');

/** Whether a character's middle is inside a cell, whose sides are slanted on a page that was scanned askew. */
function standsIn(character: Character, { left, top, right, bottom }: Box, toScan: PageMap): boolean {
  const corners = [
    toScan(left, top),
    toScan(right, top),
    toScan(right, bottom),
    toScan(left, bottom),
  ] as const;
  const [x, y] = [centreX(character), centreY(character)];
  const sides = corners.map(([fromX, fromY], index) => {
    const [toX, toY] = corners[(index + 1) % corners.length] ?? corners[0];
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}
