/** Stands in a pattern for a number of the path. */
const SLOT = '%';
const DIGITS = /[0-9]+/g;
/** A number as a program writes it has no leading zero and is not too large. */
const MOST_DIGITS = 9;
const ZERO_CODE = 48;

/** `tr:nth-of-type(5) > td` as the pattern `tr:nth-of-type(%) > td` that a table shares, and the cell's own numbers. */
export interface PathParts {
  readonly pattern: string;
  readonly numbers: readonly number[];
}

/**
 * Takes paths apart, one after the other. Most cells differ from the one before in the last number of their paths only:
 * what stands before and behind it is then compared as a whole. Those of the next row have the same pattern, which is
 * compared piece by piece: finding the numbers anew takes five times as long.
 * Throws RangeError for a path that holds the sign of a slot itself: it could not be put together again.
 */
export function makePathSplitter(): (path: string) => PathParts {
  let before: PathParts = { pattern: '', numbers: [] };
  let pieces: readonly string[] = [];
  let head = '';
  let tail = '';
  return (path) => {
    const last = before.numbers.length > 0 ? numberBetween(path, head, tail) : undefined;
    if (last !== undefined) {
      const numbers = before.numbers.slice();
      numbers[numbers.length - 1] = last;
      before = { pattern: before.pattern, numbers };
      return before;
    }
    const followed = followPieces(path, pieces);
    before = followed ? { pattern: before.pattern, numbers: followed } : findNumbers(path);
    if (!followed) pieces = before.pattern.split(SLOT);
    tail = pieces.at(-1) ?? '';
    head = path.slice(0, path.length - tail.length - String(before.numbers.at(-1) ?? '').length);
    return before;
  };
}

export function joinPath(pattern: string, numbers: readonly number[]): string {
  return pattern
    .split(SLOT)
    .map((piece, index) => (index === 0 ? piece : `${numbers[index - 1]}${piece}`))
    .join('');
}

export const countNumbers = (pattern: string): number => pattern.split(SLOT).length - 1;

function findNumbers(path: string): PathParts {
  if (path.includes(SLOT)) throw new RangeError(`a path with ${SLOT} in it has no pattern`);
  const numbers: number[] = [];
  const pattern = path.replace(DIGITS, (digits) => {
    if (digits.length > MOST_DIGITS || (digits.length > 1 && digits.startsWith('0'))) return digits;
    numbers.push(Number(digits));
    return SLOT;
  });
  return { pattern, numbers };
}

/** The number that `path` has between `head` and `tail`, when it has nothing else there. */
function numberBetween(path: string, head: string, tail: string): number | undefined {
  const end = path.length - tail.length;
  // A slice that is compared takes a fifth of the time of startsWith (Node 20), and there are 200 cells a report.
  if (path.slice(end) !== tail || path.slice(0, head.length) !== head) return undefined;
  return endOfDigits(path, head.length) === end ? readNumber(path, head.length, end) : undefined;
}

/** The numbers that `path` has between the pieces of a pattern, when findNumbers would give it just that pattern. */
function followPieces(path: string, pieces: readonly string[]): readonly number[] | undefined {
  const numbers: number[] = [];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) {
      const end = endOfDigits(path, at);
      const number = readNumber(path, at, end);
      if (number === undefined) return undefined;
      numbers.push(number);
      at = end;
    }
    if (path.slice(at, at + piece.length) !== piece) return undefined;
    at += piece.length;
  }
  return at === path.length ? numbers : undefined;
}

function endOfDigits(path: string, start: number): number {
  let at = start;
  while (digitAt(path, at) >= 0) at++;
  return at;
}

/** undefined: no digit, or a number that stays a part of the pattern. */
function readNumber(path: string, start: number, end: number): number | undefined {
  const digits = end - start;
  if (digits < 1 || digits > MOST_DIGITS || (digits > 1 && digitAt(path, start) === 0)) return undefined;
  let number = 0;
  for (let at = start; at < end; at++) number = number * 10 + digitAt(path, at);
  return number;
}

/** -1: no digit. */
function digitAt(path: string, at: number): number {
  const digit = path.charCodeAt(at) - ZERO_CODE;
  return digit >= 0 && digit <= 9 ? digit : -1;
}
