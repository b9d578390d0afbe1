import { beginsLabel } from '../labels/label-index.ts';
import { type AlignedLine, isRowLabel } from './aligned-lines.ts';
import { type Box, unionBox } from './box.ts';
import type { Word } from './split-words.ts';

/** Lines of two rows are further apart than this: nearer ones would be printed into each other. */
const ONE_ROW_EM = 0.9;
/** The next line of a text is no further below than this. */
const NEXT_LINE_EM = 1.6;

/**
 * Numbers that are wider than their column go on below (1 / 7 for 17): set in the middle of their cells, with those of
 * one line between them; else, without a label of their own, under the row they belong to. The numbers of such a row
 * are put together on one line, as a cell with borders would hold them.
 */
export function joinWrappedRows(lines: readonly AlignedLine[]): readonly AlignedLine[] {
  const joined: AlignedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const row = rowFrom(lines, at);
    const whole = row.filter(hasValues).length > 1 ? putTogether(row) : row;
    joined.push(...whole);
    at += row.length;
  }
  return joined;
}

function rowFrom(lines: readonly AlignedLine[], at: number): readonly AlignedLine[] {
  let end = at + 1;
  while (areNear(lines[end - 1], lines[end]) && lines.slice(end - 1, end + 1).every(hasValues)) end++;
  if (end > at + 1) return lines.slice(at, end);
  while (isRestOf(lines[at], lines[end - 1], lines[end], lines[end + 1])) end++;
  if (end > at + 1) return lines.slice(at, end);
  const [above, label, below] = lines.slice(at, at + 3);
  const isAround =
    above !== undefined &&
    label !== undefined &&
    below !== undefined &&
    areNear(above, label) &&
    areNear(label, below) &&
    label.values.length === 0 &&
    label.labels.length > 0 &&
    isLabelLess(above) &&
    isLabelLess(below) &&
    below.values.every((value) => above.values.some((other) => isBelow(value, other)));
  return lines.slice(at, isAround ? at + 3 : at + 1);
}

/**
 * Fewer numbers on the next line, all of them under those of the row: with no label, or with the rest of the row's own.
 * Without one, what is near below may be theirs: a label, or the middle of a row that begins with them.
 */
function isRestOf(
  row: AlignedLine | undefined,
  last: AlignedLine | undefined,
  line: AlignedLine | undefined,
  next: AlignedLine | undefined,
): boolean {
  if (!row || !last || !line || !areNear(last, line, NEXT_LINE_EM)) return false;
  if (line.values.length === 0 || line.values.length >= row.values.length) return false;
  if (!line.values.every((value) => last.values.some((other) => isBelow(value, other)))) return false;
  const first = row.labels.at(-1);
  const rest = line.labels.find((word) => first !== undefined && isBelow(word, first));
  if (first && rest) return isLabelTogether(first.text, rest.text);
  const isTheirs =
    next !== undefined && areNear(line, next, next.values.length > 0 ? ONE_ROW_EM : NEXT_LINE_EM);
  return !isTheirs;
}

const isLabelTogether = (first: string, rest: string): boolean =>
  !isRowLabel(rest) && (isRowLabel(first + rest) || beginsLabel(first + rest));

const hasValues = ({ values }: AlignedLine): boolean => values.length > 0;
const isLabelLess = ({ labels, values }: AlignedLine): boolean => labels.length === 0 && values.length > 0;

const isBelow = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1;

function areNear(a: AlignedLine | undefined, b: AlignedLine | undefined, em = ONE_ROW_EM): boolean {
  if (!a || !b || a.line.page !== b.line.page) return false;
  const size = Math.min(...[...a.values, ...a.labels, ...b.values, ...b.labels].map((word) => word.size));
  return b.line.baseline - a.line.baseline < size * em;
}

/** The numbers and the labels of all lines on the one that holds most. */
function putTogether(row: readonly AlignedLine[]): readonly AlignedLine[] {
  const most = Math.max(...row.map((line) => line.values.length));
  const isAround = row.some((line) => !hasValues(line));
  const middle = isAround ? row[1] : row.find((line) => line.values.length === most);
  if (!middle) return row;
  const labels = row.flatMap((line) => line.labels);
  const values = stackWords(row.flatMap((line) => line.values));
  return [{ ...middle, labels, values, kind: 'data' }];
}

/** Words that stand below one another → one word, line by line. */
function stackWords(words: readonly Word[]): readonly Word[] {
  const stacks: [Word, ...Word[]][] = [];
  for (const word of [...words].sort((a, b) => a.baseline - b.baseline)) {
    const stack = stacks.find((known) => known.some((other) => isBelow(word, other)));
    if (stack) stack.push(word);
    else stacks.push([word]);
  }
  return stacks
    .map(
      (stack): Word => ({
        ...stack[0],
        ...stack.map((word): Box => word).reduce(unionBox),
        characters: stack.flatMap((word) => word.characters),
        text: stack.map((word) => word.text).join('\n'),
      }),
    )
    .sort((a, b) => a.x0 - b.x0);
}
