import type { Rule, Rules } from './rules.ts';

/** In heights of a character: a scrap of a rule meets the rules that it crossed when it was whole. */
const TOUCH = 0.12;
/** A stroke of print may touch one rule by chance; what touches this many on one line is a rule's. */
const FEWEST_MET = 2;
/** Scraps nearer to a line than this are on it; a rule that was found has all its pieces already. */
const ON_LINE = 0.12;
const NEAR = 0.5;

/**
 * The rules of a table and those of which too little is left to be found alone: scraps on one line inside it that meet
 * two or more of the rules across. Print stands clear of the rules above and below it.
 */
export function adoptScraps(group: Rules, scraps: Rules, charHeight: number): Rules {
  const missing = (own: readonly Rule[], others: readonly Rule[], found: readonly Rule[]): readonly Rule[] =>
    lines(
      found.filter(
        (scrap) =>
          isBetween(scrap, others, charHeight) &&
          own.every((rule) => Math.abs(rule.at - scrap.at) > NEAR * charHeight),
      ),
      charHeight,
    )
      .filter((line) => met(line, others, charHeight) >= FEWEST_MET)
      .flat();
  return {
    horizontal: [...group.horizontal, ...missing(group.horizontal, group.vertical, scraps.horizontal)],
    vertical: [...group.vertical, ...missing(group.vertical, group.horizontal, scraps.vertical)],
  };
}

/** Inside the table: not a stroke of the text above or below it. */
const isBetween = ({ from, to }: Rule, others: readonly Rule[], charHeight: number): boolean =>
  others.some(({ at }) => at <= from + TOUCH * charHeight) &&
  others.some(({ at }) => at >= to - TOUCH * charHeight);

/** Scraps by the line that they are on. */
function lines(scraps: readonly Rule[], charHeight: number): readonly (readonly Rule[])[] {
  const found: Rule[][] = [];
  for (const scrap of [...scraps].sort((a, b) => a.at - b.at)) {
    const open = found.at(-1);
    const last = open?.at(-1);
    if (open && last && scrap.at - last.at <= ON_LINE * charHeight) open.push(scrap);
    else found.push([scrap]);
  }
  return found;
}

/** How many of the lines across a line's scraps come up to. */
function met(line: readonly Rule[], others: readonly Rule[], charHeight: number): number {
  const touch = TOUCH * charHeight;
  const places: number[] = [];
  for (const other of others) {
    const isMet = line.some(
      ({ at, pieces }) =>
        other.from - touch <= at &&
        at <= other.to + touch &&
        pieces.some((piece) => piece.from - touch <= other.at && other.at <= piece.to + touch),
    );
    if (isMet && places.every((place) => Math.abs(place - other.at) > NEAR * charHeight))
      places.push(other.at);
  }
  return places.length;
}
