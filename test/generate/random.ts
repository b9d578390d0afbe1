/**
 * A small source of chance that always gives the same sequence for the same seed.
 * Documents must be reproducible byte for byte, so nothing here reads a clock or `Math.random`.
 */
export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the items; throws on an empty list. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** A new list in another order. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
  /** `count` different items, in the order of the list. */
  readonly sample: <T>(items: readonly T[], count: number) => T[];
  /** An independent sequence, so that one part drawing more does not change another part. */
  readonly fork: (name: string) => Random;
};

/** mulberry32, public domain (Tommy Ettinger, 2017). */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** FNV-1a over the UTF-16 units, enough to turn names into seeds. */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
};

export const createRandom = (seed: number): Random => {
  const next = mulberry32(seed);
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map((entry) => entry.item);
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const chosen = new Set(shuffle(items.map((_, at) => at)).slice(0, count));
    return items.filter((_, at) => chosen.has(at));
  };
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick,
    shuffle,
    sample,
    fork: (name) => createRandom((hashText(name) ^ Math.imul(seed, 0x9e3779b1)) >>> 0),
  };
};
