/** Stands in a pattern for a number of the path. */
const SLOT = '%';
const SLOT_CODE = SLOT.charCodeAt(0);
/** A number as a program writes it: no leading zero, not too large. */
const NUMBER = /(?<![0-9])(?:0|[1-9][0-9]{0,8})(?![0-9])/g;
const MOST_DIGITS = 9;

/** `tr:nth-of-type(5) > td` as the pattern `tr:nth-of-type(%) > td` that a table shares, and the cell's own numbers. */
export interface PathParts {
  readonly pattern: string;
  readonly numbers: readonly number[];
}

/**
 * Takes paths apart, one after the other. Cells of a table differ in the last two steps of their paths only
 * (row and cell), so what comes before is compared as a whole and its numbers are taken from the path before.
 * Throws RangeError for a path that holds the sign of a slot itself: it could not be put together again.
 */
export function makePathSplitter(): (path: string) => PathParts {
  let stem: string | undefined;
  let stemNumbers: readonly number[] = [];
  let ending = '';
  let pattern = '';
  return (path) => {
    const known = stem !== undefined && path.startsWith(stem);
    const numbers = known ? matchPattern(path, stem?.length ?? 0, ending, stemNumbers) : undefined;
    if (numbers) return { pattern, numbers };
    const parts = findNumbers(path);
    const shared = findNumbers(path.slice(0, stemLength(path)));
    stem = path.slice(0, stemLength(path));
    stemNumbers = shared.numbers;
    pattern = parts.pattern;
    ending = pattern.slice(shared.pattern.length);
    return parts;
  };
}

export function joinPath(pattern: string, numbers: readonly number[]): string {
  return pattern
    .split(SLOT)
    .map((piece, index) => (index === 0 ? piece : `${numbers[index - 1]}${piece}`))
    .join('');
}

export const countNumbers = (pattern: string): number => pattern.split(SLOT).length - 1;

/** Up to and with the last `>` but one, so that no number is cut in two. */
function stemLength(path: string): number {
  const last = path.lastIndexOf('>');
  return last <= 0 ? 0 : path.lastIndexOf('>', last - 1) + 1;
}

function findNumbers(path: string): PathParts {
  if (path.includes(SLOT)) throw new RangeError(`a path with ${SLOT} in it has no pattern`);
  const numbers: number[] = [];
  const pattern = path.replace(NUMBER, (digits) => {
    numbers.push(Number(digits));
    return SLOT;
  });
  return { pattern, numbers };
}

/** The numbers of `path` when it goes on from `start` as `ending` says, else undefined. */
function matchPattern(
  path: string,
  start: number,
  ending: string,
  before: readonly number[],
): number[] | undefined {
  const numbers = before.slice();
  let at = start;
  for (let i = 0; i < ending.length; i++) {
    const expected = ending.charCodeAt(i);
    if (expected !== SLOT_CODE) {
      if (path.charCodeAt(at++) !== expected) return undefined;
      continue;
    }
    const from = at;
    let number = 0;
    for (; isDigit(path.charCodeAt(at)); at++) number = number * 10 + path.charCodeAt(at) - 48;
    const digits = at - from;
    if (digits === 0 || digits > MOST_DIGITS || (digits > 1 && path[from] === '0')) return undefined;
    numbers.push(number);
  }
  return at === path.length ? numbers : undefined;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
