import type { Component } from './components.ts';
import { type Box, boxHeight, boxWidth, unionBox } from './raster.ts';

/** All in heights of a character. */
/** Thin strokes break in a scan: ink this near is of one glyph. */
const HAIR = 0.07;
/** A dot of a decimal point is larger, the grain of paper is smaller. */
const SMALLEST_INK = 0.09;
/** Ink of at least this size is print: dashes are this wide, digits this high. */
const LEAST_PRINT = 0.3;
/** A digit is higher than this, a point or comma is not. */
const LEAST_DIGIT = 0.42;
/** In heights of a digit: two digits that touch are wider than this, and one of them is no narrower than that. */
const WIDEST_DIGIT = 0.95;
const NARROW_DIGIT = 0.5;
/** Two tall parts that together are no wider than this may be one digit whose thin strokes are gone; 11 is wider. */
const ONE_DIGIT = 0.75;
/** A sign is lower than this share of the digits behind it; a minus is wider than high by the one, a plus at most by the other. */
const HIGHEST_SIGN = 0.8;
const MINUS_WIDTH = 2;
/** A sign reaches up to the middle of the digits, a point no higher than this share of them. */
const FOOT = 0.35;
const PLUS_WIDTH = 1.35;
/** A dash is wider than high by more than this: a hyphen of a small font is eight pixels wide, and blur makes it five high. */
const FLATTEST = 1.5;
/** A lone hyphen is no shorter than this, fills its box, and keeps this clear of the rules above and below. */
const SHORTEST_DASH = 0.18;
const SOLID = 0.6;
const CLEAR_OF_SIDE = 0.3;
/** A point or comma is no wider and no higher than this, and stands in the lower part of the line. */
const LARGEST_MARK = 0.32;
/** Digits of one number stand nearer than this; beyond, two numbers lie in one cell. */
const WIDEST_GAP = 0.9;
/** A point or comma ends this near the foot of the digits. */
const AT_FOOT = 0.15;
/** A grain of dirt is smaller than a dash. */
const LARGEST_STRAY = 0.25;
/** A point stands this near before the digit that it belongs to. */
const AT_DIGIT = 0.17;
/** A comma reaches this far below the digits, a point does not reach half as far. */
const BELOW_LINE = 0.07;

/** A plus that lost part of its upright in the scan is neither; what stands at the foot of the line is none. */
export type Sign = 'minus' | 'plus' | 'unclear' | 'foot';

/** What the ink of a short line shows of its characters, whatever a network reads. */
export interface GlyphEvidence {
  /** Fewest and most digits that the ink can be. */
  readonly fewest: number;
  readonly most: number;
  /** From the left side of the first digit to the right side of the last one, in pixels; 0 without any. */
  readonly width: number;
  /** The same from what stands at the foot of the line before the first digit. */
  readonly reach: number;
  /** Of the highest digit, in pixels; digits that touch each other or a comma are one. */
  readonly height: number;
  /** Small ink at the foot of the line between digits, left to right: points and commas. */
  readonly marks: readonly ('point' | 'comma' | 'unclear')[];
  /** Ink before the first digit that is lower than one, by its shape; null when there is none. */
  readonly sign: Sign | null;
  /** A gap wider than within a number. */
  readonly parted: boolean;
  /** One stroke that lies flat: a dash of some kind. */
  readonly flat: boolean;
}

/** Whether there is print among pieces of ink; grains of noise are none. */
export function hasPrint(pieces: readonly Component[], charHeight: number): boolean {
  return pieces.some((piece) => Math.max(boxWidth(piece), boxHeight(piece)) >= charHeight * LEAST_PRINT);
}

/** Ink that is too small for print and too much for noise: what faint print falls apart into. */
export function hasRemains(pieces: readonly Component[], charHeight: number): boolean {
  const area = pieces.reduce((sum, piece) => sum + piece.area, 0);
  return area >= charHeight * charHeight * 0.03;
}

/**
 * The only ink of a cell when it is one short stroke that lies flat, clear of the cell's sides: a hyphen is no longer
 * than a quarter of a character. What is left of a rule lies on a side, grains of dirt are as high as wide.
 */
export function loneStroke(pieces: readonly Component[], cell: Box, charHeight: number): Component | null {
  const [only, ...others] = pieces.filter(
    (piece) => Math.max(boxWidth(piece), boxHeight(piece)) >= charHeight * SMALLEST_INK,
  );
  if (!only || others.length > 0 || !isFlat(only, charHeight)) return null;
  if (boxWidth(only) < charHeight * SHORTEST_DASH) return null;
  if (only.area < boxWidth(only) * boxHeight(only) * SOLID) return null;
  const clear = Math.min(only.top - cell.top, cell.bottom - only.bottom);
  return clear >= charHeight * CLEAR_OF_SIDE ? only : null;
}

const isFlat = (blob: Box, charHeight: number): boolean =>
  boxWidth(blob) > boxHeight(blob) * FLATTEST && boxHeight(blob) < charHeight * 0.3;

/** Looks at the ink of one line. */
export function glyphEvidence(pieces: readonly Component[], charHeight: number): GlyphEvidence {
  const ink = pieces.filter(
    (piece) => Math.max(boxWidth(piece), boxHeight(piece)) >= charHeight * SMALLEST_INK,
  );
  const blobs = joinBroken(joinOverlapping(withoutDirt(ink, charHeight)), charHeight);
  const sign = leadingSign(blobs, charHeight);
  const digits = blobs.filter((blob) => blob !== sign && boxHeight(blob) >= charHeight * LEAST_DIGIT);
  const foot = Math.max(...digits.map((digit) => digit.bottom));
  const first = Math.min(...digits.map((digit) => digit.left));
  const last = Math.max(...digits.map((digit) => digit.right));
  const marks = blobs
    .filter((blob) => boxHeight(blob) < charHeight * LEAST_DIGIT)
    .filter((blob) => blob.left > first && blob.right < last)
    .filter((blob) => blob.bottom > foot - charHeight * AT_FOOT)
    .map((mark) => markKind((mark.bottom - median(digits.map((digit) => digit.bottom))) / charHeight));
  // Dirt above a digit makes its blob higher, not the piece of ink that the digit is.
  const tall = Math.min(median(digits.map(boxHeight)), Math.max(...pieces.map(boxHeight)));
  return {
    fewest: fewestDigits(digits, tall),
    most: digits.reduce((sum, digit) => sum + mostDigits(boxWidth(digit) / tall), 0),
    width: digits.length === 0 ? 0 : last - first,
    reach: digits.length === 0 ? 0 : last - Math.min(first, sign?.left ?? first),
    height: Math.max(0, ...digits.map(boxHeight)),
    marks,
    sign: sign && signKind(sign, digits),
    parted: blobs.some((blob, index) => {
      const previous = blobs[index - 1];
      return previous !== undefined && blob.left - previous.right > charHeight * WIDEST_GAP;
    }),
    flat: blobs.length === 1 && blobs.every((blob) => isFlat(blob, charHeight)),
  };
}

/** The last ink before the first digit that is lower than the digits. */
function leadingSign(blobs: readonly Box[], charHeight: number): Box | null {
  const highest = Math.max(...blobs.map(boxHeight));
  const isLow = (blob: Box): boolean =>
    boxHeight(blob) < charHeight * LEAST_DIGIT || boxHeight(blob) < highest * HIGHEST_SIGN;
  const first = blobs.findIndex((blob) => !isLow(blob));
  return first > 0 ? (blobs[first - 1] ?? null) : null;
}

function signKind(sign: Box, digits: readonly Box[]): Sign {
  const lowest = Math.max(...digits.map(({ bottom }) => bottom));
  if (lowest - sign.top < Math.max(...digits.map(boxHeight)) * FOOT) return 'foot';
  const wide = boxWidth(sign) / boxHeight(sign);
  if (wide >= MINUS_WIDTH) return 'minus';
  return wide <= PLUS_WIDTH && wide >= 1 / PLUS_WIDTH ? 'plus' : 'unclear';
}

/** Tall parts, two of which that together are as narrow as a digit may be one; a part that is wider than one is more. */
function fewestDigits(digits: readonly Box[], tall: number): number {
  const joined: Box[] = [];
  for (const digit of digits) {
    const last = joined.at(-1);
    const whole = last && unionBox(last, digit);
    if (whole && boxWidth(whole) <= tall * ONE_DIGIT) joined[joined.length - 1] = whole;
    else joined.push(digit);
  }
  return joined.reduce((sum, digit) => sum + leastDigits(boxWidth(digit) / tall), 0);
}

/**
 * The ink without dirt: small pieces that are neither at the foot of the line, where points and commas are, nor would
 * stand between two digits there. Dirt would make one digit of two, or one that is higher than the others.
 */
function withoutDirt(pieces: readonly Component[], charHeight: number): readonly Component[] {
  const digits = pieces.filter((piece) => boxHeight(piece) >= charHeight * LEAST_DIGIT);
  const foot = Math.max(...digits.map((digit) => digit.bottom));
  const isSmall = (piece: Component): boolean =>
    Math.max(boxWidth(piece), boxHeight(piece)) < charHeight * LARGEST_STRAY;
  const isBridge = (piece: Component): boolean =>
    digits.filter(({ left, right }) => left < piece.right && piece.left < right).length > 1;
  return pieces.filter(
    (piece) => !isSmall(piece) || (piece.bottom > foot - charHeight * AT_FOOT && !isBridge(piece)),
  );
}

/**
 * Small ink of a short line that is no part of a number: behind its last digit, or before its first one and not
 * where a point would stand: .5 may be printed so.
 */
export function strayInk(pieces: readonly Component[], charHeight: number): readonly Component[] {
  const digits = pieces.filter((piece) => boxHeight(piece) >= charHeight * LEAST_DIGIT);
  if (digits.length === 0) return [];
  const foot = Math.max(...digits.map((digit) => digit.bottom));
  const first = Math.min(...digits.map((digit) => digit.left));
  const last = Math.max(...digits.map((digit) => digit.right));
  return pieces.filter((piece) => {
    if (Math.max(boxWidth(piece), boxHeight(piece)) >= charHeight * LARGEST_STRAY) return false;
    const isPoint =
      piece.bottom >= foot - charHeight * LEAST_DIGIT && piece.right > first - charHeight * AT_DIGIT;
    return piece.left >= last || (piece.right <= first && !isPoint);
  });
}

/** How many digits a blob is at least and at most, by its width in heights of a digit: digits that touch are one blob. */
const leastDigits = (wide: number): number => Math.max(1, Math.ceil(wide / WIDEST_DIGIT));
const mostDigits = (wide: number): number => (wide <= WIDEST_DIGIT ? 1 : Math.ceil(wide / NARROW_DIGIT));

function markKind(below: number): 'point' | 'comma' | 'unclear' {
  if (below >= BELOW_LINE) return 'comma';
  return below <= BELOW_LINE / 2 ? 'point' : 'unclear';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Thin strokes break in a scan: ink a hair apart is of one glyph, unless it is a point beside a digit, or both
 * together are wider than any digit (a plus stands as near).
 */
function joinBroken(blobs: readonly Box[], charHeight: number): readonly Box[] {
  const foot = Math.max(...blobs.map((blob) => blob.bottom));
  const widest = Math.max(...blobs.map(boxHeight)) * WIDEST_DIGIT;
  const isMark = (blob: Box): boolean =>
    Math.max(boxWidth(blob), boxHeight(blob)) <= charHeight * LARGEST_MARK &&
    blob.top > foot - charHeight * LEAST_DIGIT;
  const joined: Box[] = [];
  for (const blob of blobs) {
    const last = joined.at(-1);
    const whole = last && unionBox(last, blob);
    const near = last && blob.left < last.right + charHeight * HAIR && !isMark(blob) && !isMark(last);
    if (near && whole && boxWidth(whole) <= widest) joined[joined.length - 1] = whole;
    else joined.push(blob);
  }
  return joined;
}

/** Pieces above each other are one glyph; left to right. */
export function joinOverlapping(pieces: readonly Component[]): readonly Box[] {
  const blobs: Box[] = [];
  for (const { left, top, right, bottom } of [...pieces].sort((a, b) => a.left - b.left)) {
    const piece = { left, top, right, bottom };
    const last = blobs.at(-1);
    if (last && piece.left < last.right) blobs[blobs.length - 1] = unionBox(last, piece);
    else blobs.push(piece);
  }
  return blobs;
}
