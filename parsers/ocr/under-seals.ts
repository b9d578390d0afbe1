import { looksLikeValue } from '../read-number.ts';
import { type CellText, UNREAD } from './cell-text.ts';
import type { PreparedPage } from './prepare-page.ts';
import { type Box, PAPER } from './raster.ts';
import type { Rule } from './rules.ts';
import type { PageImage } from './to-gray.ts';

/** Ink of a seal in a cell that is no more than this is the blur of its edge; in squares of a character's height. */
const LEAST_AREA = 0.05;
/** So many points of ruling lines under seals tell whether print shows through their ink, and the share that must. */
const FEWEST_POINTS = 10;
const SHOWN_SHARE = 0.5;
/** Print that shows through is darker than this. */
const SHOWN = 190;
const STEP = 2;
const ASIDE = [-2, -1, 0, 1, 2];
/** A line is under a seal whose ink is on both sides of it: where it shows through it is as black as elsewhere. */
const BESIDE = [
  [-6, -5, -4, -3],
  [3, 4, 5, 6],
];
const COVERED = 0.2;

/** Cells after a look at the seals over them. */
export interface UnderSeals {
  readonly doubt: (texts: readonly CellText[], cells: readonly Box[]) => readonly CellText[];
}

/**
 * Seals are set on paper, and print shows through; a picture of one laid over the page hides what is under it. The
 * ruling lines of the tables tell which it is. Under a seal that hides, or one that no line runs under, a blank cell is
 * unread, and of a number a digit may be missing.
 */
export function underSeals({ sealed, ...image }: PageImage, page: PreparedPage): UnderSeals {
  if (!sealed) return { doubt: (texts) => texts };
  const at = (x: number, y: number): number => {
    const [toX, toY] = page.toScan(x, y);
    const [column, row] = [Math.floor(toX), Math.floor(toY)];
    return column < 0 || row < 0 || column >= image.width || row >= image.height
      ? -1
      : row * image.width + column;
  };
  const isSealed = (x: number, y: number): boolean => sealed.data[at(x, y)] === 1;
  const isDark = (x: number, y: number): boolean => (image.data[at(x, y)] ?? PAPER) < SHOWN;
  if (showsThrough(page, isSealed, isDark)) return { doubt: (texts) => texts };
  const least = LEAST_AREA * page.charHeight ** 2;
  return {
    doubt: (texts, cells) =>
      texts.map((text, index) => {
        const cell = cells[index];
        if (!cell || areaIn(cell, isSealed) < least) return text;
        if (text.text === '') return { text: UNREAD, confidence: 0 };
        return looksLikeValue(text.text) ? { ...text, confidence: Math.min(text.confidence, COVERED) } : text;
      }),
  };
}

type Look = (x: number, y: number) => boolean;

function showsThrough({ tables }: PreparedPage, isSealed: Look, isDark: Look): boolean {
  let covered = 0;
  let shown = 0;
  const look = (beside: (by: number) => readonly [number, number]): void => {
    const [before, behind] = BESIDE.map((by) => by.some((away) => isSealed(...beside(away))));
    if (!before || !behind) return;
    covered++;
    if (ASIDE.some((by) => isDark(...beside(by)))) shown++;
  };
  const along = ({ from, to }: Rule): readonly number[] =>
    Array.from({ length: Math.max(0, Math.floor((to - from) / STEP)) }, (_, index) => from + index * STEP);
  for (const { rules } of tables) {
    for (const rule of rules.horizontal) for (const x of along(rule)) look((by) => [x, rule.at + by]);
    for (const rule of rules.vertical) for (const y of along(rule)) look((by) => [rule.at + by, y]);
  }
  return covered >= FEWEST_POINTS && shown >= covered * SHOWN_SHARE;
}

/** Pixels of a cell that seals cover. */
function areaIn({ left, top, right, bottom }: Box, isSealed: Look): number {
  let area = 0;
  for (let y = top; y < bottom; y += STEP)
    for (let x = left; x < right; x += STEP) if (isSealed(x, y)) area += STEP * STEP;
  return area;
}
