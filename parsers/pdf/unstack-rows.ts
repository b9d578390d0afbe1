import { looksLikeValue } from '../read-number.ts';
import { type Box, unionBox } from './box.ts';
import type { PieceCell } from './fill-cells.ts';
import { splitLines, type TextLine } from './split-words.ts';
import { joinLine, writeText } from './write-text.ts';

/** 3.危及“三安全一稳定”: the ordinal that a row's label begins with. */
const ORDINAL = /^(\d{1,2})\s*[.．、]/;

/** Few cells number anything: only their lines need be looked at. */
const NUMBERED = /1\s*[.．、].*2\s*[.．、]/s;

interface Stack {
  readonly cell: PieceCell;
  /** Lines of each of its rows, top to bottom. */
  readonly parts: readonly (readonly TextLine[])[];
}

/**
 * Rows whose cells hold the items of a group, one below the other (1.信访举报… / 2.重复申请… beside 5 / 9 in each column),
 * are cut into a row for each item: where one cell numbers its items from 1 to n and each cell right of it is blank or holds
 * n numbers. Which item a number belongs to is told by its order, for labels of several lines push the rest down.
 */
export function unstackRows(
  rows: number,
  cells: readonly PieceCell[],
): { readonly rows: number; readonly cells: readonly PieceCell[] } {
  const counts = Array.from({ length: rows }, () => 1);
  const stacks = new Map<PieceCell, Stack>();
  for (let row = 0; row < rows; row++) {
    const own = stacksOf(cells.filter((cell) => cell.row === row && cell.rowSpan === 1));
    for (const stack of own) stacks.set(stack.cell, stack);
    counts[row] = own[0]?.parts.length ?? 1;
  }
  if (stacks.size === 0) return { rows, cells };
  const starts = [0];
  for (const count of counts) starts.push((starts.at(-1) ?? 0) + count);
  const unstacked = cells.flatMap((cell) => {
    const row = starts[cell.row] ?? 0;
    const stack = stacks.get(cell);
    if (stack) return partsOf(stack, row);
    return [{ ...cell, row, rowSpan: (starts[cell.row + cell.rowSpan] ?? row + 1) - row }];
  });
  return { rows: starts.at(-1) ?? rows, cells: unstacked };
}

/** The cells of a row, each with its n parts; none when they do not all have as many as the label numbers. */
function stacksOf(cells: readonly PieceCell[]): readonly Stack[] {
  if (!cells.some(({ text }) => NUMBERED.test(text))) return [];
  const lined = cells.map((cell) => ({ cell, lines: linesOf(cell) }));
  const labels = lined.flatMap(({ cell, lines }) => {
    const parts = itemsOf(lines);
    return parts ? [{ cell, parts }] : [];
  });
  const [label] = labels;
  if (label === undefined || labels.length > 1) return [];
  const beside = lined.filter(({ cell }) => cell.column > label.cell.column);
  const written = beside.filter(({ lines }) => lines.length > 0);
  const isOfAll = ({ lines }: { lines: readonly WrittenLine[] }): boolean =>
    lines.length === label.parts.length && lines.every(({ text }) => looksLikeValue(text));
  if (written.length === 0 || !written.every(isOfAll)) return [];
  return [
    label,
    ...beside.map(({ cell, lines }) => ({ cell, parts: label.parts.map((_, k) => lines.slice(k, k + 1)) })),
  ];
}

/** Numbers stand on the lines of their labels, or between two, and not nearer together than this many of those. */
const NEXT_LABEL = 1.5;
const SAME_PITCH = 0.1;
const FEWEST_NUMBERS = 3;

/**
 * Whether numbers below one another in a cell keep a distance of their own, whatever the lines of the labels beside them:
 * which label a number stands next to says nothing.
 */
export function haveOwnPitch(cells: readonly PieceCell[]): boolean {
  const lined = cells.map((cell) => ({ ...cell, lines: linesOf(cell) }));
  const isNumbers = ({ lines }: { lines: readonly WrittenLine[] }): boolean =>
    lines.length >= FEWEST_NUMBERS && lines.every(({ text }) => looksLikeValue(text));
  return lined.filter(isNumbers).some((numbers) => {
    const labels = lined.filter(
      ({ row, rowSpan, column, lines }) =>
        row === numbers.row && rowSpan === numbers.rowSpan && column < numbers.column && lines.length > 1,
    );
    return labels.some((label) => !isNumbers(label) && areApart(numbers.lines, label.lines));
  });
}

function areApart(numbers: readonly TextLine[], labels: readonly TextLine[]): boolean {
  const [near, far] = pitchesOf(numbers);
  const [line] = pitchesOf(labels);
  const isEven = far <= near * (1 + SAME_PITCH);
  const isOfLabels = numbers.length === labels.length && Math.abs(near - line) <= line * SAME_PITCH;
  return isEven && near < line * NEXT_LABEL && !isOfLabels;
}

/** The smallest and the largest distance between lines. */
function pitchesOf(lines: readonly TextLine[]): readonly [near: number, far: number] {
  const steps = lines.slice(1).map((line, k) => line.baseline - (lines[k]?.baseline ?? 0));
  return [Math.min(...steps), Math.max(...steps)];
}

interface WrittenLine extends TextLine {
  readonly text: string;
}

const linesOf = ({ characters }: PieceCell): readonly WrittenLine[] =>
  splitLines(characters).map((line) => ({ ...line, text: joinLine(line.characters) }));

/** Lines that are numbered from 1 on, each with those that go on from it. */
function itemsOf(lines: readonly WrittenLine[]): readonly (readonly TextLine[])[] | null {
  const items: WrittenLine[][] = [];
  for (const line of lines) {
    if (Number(ORDINAL.exec(line.text)?.[1]) === items.length + 1) items.push([line]);
    else if (items.length === 0) return null;
    else items.at(-1)?.push(line);
  }
  return items.length > 1 ? items : null;
}

function partsOf({ cell, parts }: Stack, row: number): readonly PieceCell[] {
  return parts.map((lines, at): PieceCell => {
    const characters = lines.flatMap((line) => line.characters);
    const { y0, y1 } = lines.length === 0 ? cell.box : lines.map((line): Box => line).reduce(unionBox);
    return { ...cell, row: row + at, box: { ...cell.box, y0, y1 }, characters, text: writeText(characters) };
  });
}
