import type { AlignedLine } from './aligned-lines.ts';
import { isOverLabel, isUnitLabel } from './aligned-lines.ts';
import type { Word } from './split-words.ts';

/** A column of numbers: where its numbers stand, and the words printed above them. */
export interface AlignedColumn {
  readonly x0: number;
  readonly x1: number;
  readonly header: readonly Word[];
}

export interface AlignedColumns {
  readonly columns: readonly AlignedColumn[];
  /** Header words over several columns or over the labels. */
  readonly over: readonly Word[];
  /** Every number stands in just one column and every column has just one header, or there is no header at all. */
  readonly certain: boolean;
}

interface Span {
  readonly x0: number;
  readonly x1: number;
}

/**
 * Numbers of all rows that overlap in x are a column; the header's words name them and show those without numbers.
 * `hasUnits`: the rows print units, so that 单位 beside their edge names no column of numbers that is blank.
 */
export function alignColumns(
  header: readonly AlignedLine[],
  data: readonly AlignedLine[],
  hasUnits: boolean,
): AlignedColumns {
  const numbers = uniteSpans(data.flatMap((row) => row.values));
  // Rows without labels: nothing stands left of the columns, be the first of them blank.
  const hasLabels = data.some((row) => row.labels.length > 0);
  const left = hasLabels ? Math.min(...numbers.map((column) => column.x0)) : Number.NEGATIVE_INFINITY;
  const words = header.flatMap((row) => [...row.labels, ...row.values]);
  const over = words.filter(({ text }) => isOverLabel(text) || (hasUnits && isUnitLabel(text)));
  const labelled = Math.max(...data.flatMap((row) => row.labels.map((label) => label.x1)));
  const leaves = words.filter(
    (word) => !over.includes(word) && (isOverNumbers(word, left) || (hasLabels && word.x0 > labelled)),
  );
  const stacks = uniteSpans(leaves).map((span) => ({
    ...span,
    header: leaves.filter((word) => overlaps(word, span)),
  }));
  const single = data.every((row) => numbers.every((column) => countIn(row, column) <= 1));
  const named = nameColumns(numbers, stacks);
  return {
    columns: named ?? numbers.map((column) => ({ ...column, header: [] })),
    over: [...over, ...words.filter((word) => !over.includes(word) && !leaves.includes(word))],
    certain: single && (named !== null || stacks.length === 0),
  };
}

/**
 * Over the numbers and not over the labels; where numbers stand at the right, their header begins far before them, and
 * may end there too.
 */
const isOverNumbers = ({ x0, x1, size }: Word, left: number): boolean =>
  (x0 + x1) / 2 >= left - size || x1 > left;

const overlaps = (a: Span, b: Span): boolean => a.x0 < b.x1 && b.x0 < a.x1;
const countIn = (row: AlignedLine, column: Span): number =>
  row.values.filter((value) => overlaps(value, column)).length;

function uniteSpans(words: readonly Span[]): readonly Span[] {
  const spans: { x0: number; x1: number }[] = [];
  for (const { x0, x1 } of [...words].sort((a, b) => a.x0 - b.x0)) {
    const open = spans.at(-1);
    if (open && x0 < open.x1) open.x1 = Math.max(open.x1, x1);
    else spans.push({ x0, x1 });
  }
  return spans;
}

/**
 * Header stacks and number columns in one order: each column below its own stack, and a stack without numbers is a
 * column that is blank on every row. Null when this does not come out.
 */
function nameColumns(
  numbers: readonly Span[],
  stacks: readonly (Span & { readonly header: readonly Word[] })[],
): readonly AlignedColumn[] | null {
  if (stacks.length < numbers.length) return null;
  if (stacks.length === numbers.length) {
    return numbers.map((column, index) => ({ ...column, header: stacks[index]?.header ?? [] }));
  }
  const below = numbers.map((column) => stacks.filter((stack) => overlaps(stack, column)));
  if (below.some((own) => own.length !== 1)) return null;
  if (new Set(below.flat()).size !== numbers.length) return null;
  return stacks.map((stack) => {
    const column = numbers[below.findIndex((own) => own[0] === stack)];
    return { x0: column?.x0 ?? stack.x0, x1: column?.x1 ?? stack.x1, header: stack.header };
  });
}
