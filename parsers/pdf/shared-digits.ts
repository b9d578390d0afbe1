import type { Font } from './graphics-state.ts';

type Codes = NonNullable<NonNullable<Font['toUnicode']>['_map']>;

const DIGITS: readonly string[] = [...'0123456789'];
const NONE: ReadonlySet<string> = new Set();

const known = new WeakMap<Codes, ReadonlySet<string>>();

/**
 * Digits that a font's map gives to two glyphs while it gives another digit to none: one of the two is that other digit
 * (a damaged ToUnicode, or one that was made wrong), and which of them nothing tells. A font may have two glyphs a digit,
 * for tables and for prose; then none is without.
 */
export function sharedDigits({ toUnicode }: Font): ReadonlySet<string> {
  const codes = toUnicode?._map;
  if (codes === undefined) return NONE;
  const shared = known.get(codes) ?? findShared(codes);
  known.set(codes, shared);
  return shared;
}

function findShared(codes: Codes): ReadonlySet<string> {
  const counts = new Map<string, number>();
  // By its entries: the last code of a damaged map may be the largest there is, with nothing before it.
  for (const text of Object.values(codes))
    if (typeof text === 'string' && DIGITS.includes(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  if (DIGITS.every((digit) => counts.has(digit))) return NONE;
  return new Set(DIGITS.filter((digit) => (counts.get(digit) ?? 0) > 1));
}
