import { type Box, height, width } from './box.ts';
import { type Character, centreX } from './character.ts';
import { THIN_PT } from './paint-boxes.ts';
import { splitLines } from './split-words.ts';
import { readingHeight, readingWidth, type Turn } from './turn.ts';

/** What is printed on one leaf of a sheet, in the leaf's own reading space. */
export interface Leaf {
  readonly turn: Turn;
  readonly characters: readonly Character[];
  readonly boxes: readonly Box[];
}

/** Between two pages on one sheet this share of its width is empty on either side of the middle. */
const GUTTER_SHARE = 0.012;
/** A page shows itself by lines of so many ideographs, or by rules across so much of it. */
const FEWEST_IDEOGRAPHS = 12;
const RULED_SHARE = 0.5;
const FEWEST_LINES = 3;
const IDEOGRAPH = /\p{Script=Han}/u;

/** A sheet on which two pages lie side by side → its leaves, left to right; any other page is its own only leaf. */
export function cutSheet(
  turn: Turn,
  characters: readonly Character[],
  boxes: readonly Box[],
): readonly [Leaf, ...Leaf[]] {
  const sheet = readingWidth(turn);
  const middle = sheet / 2;
  const gutter = sheet * GUTTER_SHARE;
  const isAcross = ({ x0, x1 }: Box): boolean => x0 < middle + gutter && x1 > middle - gutter;
  const whole: Leaf = { turn, characters, boxes };
  const rules = boxes.filter((box) => height(box) <= THIN_PT && width(box) > THIN_PT);
  if (sheet <= readingHeight(turn) || characters.some(isAcross) || rules.some(isAcross)) return [whole];
  const side = (isHere: (box: Box) => boolean, left: number): Leaf => ({
    turn: { ...turn, left },
    characters: characters.filter(isHere).map(moved(left)),
    boxes: boxes.filter(isHere).map(moved(left)),
  });
  const leaves = [
    side((box) => centreX(box) < middle, 0),
    side((box) => centreX(box) >= middle, middle),
  ] as const;
  return leaves.every((leaf) => isPage(leaf, middle)) ? [...leaves] : [whole];
}

const moved =
  (left: number) =>
  <T extends Box>(box: T): T => ({ ...box, x0: box.x0 - left, x1: box.x1 - left });

/** Columns of numbers beside their labels are halves of one page: only lines of text or a table make a page. */
function isPage({ characters, boxes }: Leaf, across: number): boolean {
  const text = splitLines(characters).filter(
    (line) => line.characters.filter((sign) => IDEOGRAPH.test(sign.text)).length >= FEWEST_IDEOGRAPHS,
  );
  const ruled = boxes.filter((box) => height(box) <= THIN_PT && width(box) >= across * RULED_SHARE);
  return text.length >= FEWEST_LINES || ruled.length >= FEWEST_LINES;
}
