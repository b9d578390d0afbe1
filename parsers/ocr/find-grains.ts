import type { Component } from './components.ts';
import { type Box, boxHeight, boxWidth } from './raster.ts';

/** In heights of a character. What is smaller than this may be a grain of dirt: or a point, or the dot of 心. */
const LARGEST_GRAIN = 0.22;
/** A point stands this near to a digit, a dot to the rest of its character. */
const NEAR = 0.3;
/** Faint print falls apart into pieces that stand close together: those are no dirt. */
const CLUSTER = 0.6;
const FEWEST_IN_CLUSTER = 3;

/** The pieces of ink that are dirt: small, far from print, and few in one place. */
export function findGrains(pieces: readonly Component[], charHeight: number): ReadonlySet<Component> {
  const size = Math.max(1, CLUSTER * charHeight);
  const small: Component[] = [];
  const print = new Map<string, Component[]>();
  const grains = new Map<string, Component[]>();
  for (const piece of pieces) {
    const isSmall = Math.max(boxWidth(piece), boxHeight(piece)) < LARGEST_GRAIN * charHeight;
    if (isSmall) small.push(piece);
    fileUnder(isSmall ? grains : print, piece, size);
  }
  const near = NEAR * charHeight;
  return new Set(
    small.filter(
      (piece) =>
        !around(print, piece, size).some((other) => distance(piece, other) <= near) &&
        around(grains, piece, size).filter((other) => distance(piece, other) <= size).length <
          FEWEST_IN_CLUSTER,
    ),
  );
}

/** Files a piece under every square of the page that it touches. */
function fileUnder(squares: Map<string, Component[]>, piece: Component, size: number): void {
  for (const key of keysOf(piece, size, 0)) {
    const own = squares.get(key);
    if (own) own.push(piece);
    else squares.set(key, [piece]);
  }
}

const around = (
  squares: ReadonlyMap<string, readonly Component[]>,
  piece: Component,
  size: number,
): readonly Component[] => [...new Set(keysOf(piece, size, 1).flatMap((key) => squares.get(key) ?? []))];

function keysOf({ left, top, right, bottom }: Box, size: number, margin: number): readonly string[] {
  const keys: string[] = [];
  for (let y = Math.floor(top / size) - margin; y <= Math.floor((bottom - 1) / size) + margin; y++)
    for (let x = Math.floor(left / size) - margin; x <= Math.floor((right - 1) / size) + margin; x++)
      keys.push(`${x},${y}`);
  return keys;
}

/** Paper between two boxes, the larger of both directions. */
const distance = (a: Box, b: Box): number =>
  Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom, 0);
