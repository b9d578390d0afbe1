import type { Page } from './family.ts';

/** Signs of a publishing system. */
export interface Signs {
  /** Shapes of its addresses. */
  readonly address: RegExp;
  /** Words that its pages carry and no other system's. */
  readonly markup: readonly RegExp[];
}

/** An address alone makes a system likely; its words make it sure. */
const BY_ADDRESS = 0.6;
const BY_WORD = 0.25;
/** Pages are looked at this far: signs stand in the head, in the scripts around the article, and in the foot. */
const MOST_CHARACTERS = 400_000;

/** How sure the signs make that a page comes from the system, 0 to 1. */
export function weighSigns({ url, text }: Page, { address, markup }: Signs): number {
  const seen = text.slice(0, MOST_CHARACTERS);
  const words = markup.filter((word) => word.test(seen)).length;
  return Math.min(1, (address.test(url) ? BY_ADDRESS : 0) + words * BY_WORD);
}
