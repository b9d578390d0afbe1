import { width } from './box.ts';
import { type Character, centreX, centreY } from './character.ts';
import { writeAsides } from './find-asides.ts';
import { letterSpacing, splitLines, type TextLine } from './split-words.ts';

/** Between two Latin words or digits a gap wider than this is a blank; Chinese is set without (tables.md 6.4). */
const BLANK_EM = 0.22;
/** Digits this far apart are two numbers and not one. */
const APART_EM = 1.8;
/** Stands between numbers that share a cell: what holds it is no number. */
export const APART = ' | ';
const SAME_COLUMN_EM = 0.5;
/** Digits whose baselines are this far apart stand in no one number. */
const UNEVEN_EM = 0.25;
/** What stands below begins at least this far below: digits of one line on a slightly rising baseline do not. */
const BELOW_EM = 0.5;
/** What cells leave free on both sides of their text, at most; and the room that another digit takes. */
const PADDING_EM = 1.2;
const DIGIT_EM = 0.5;
/** Of one number: sizes differ by no more than this share, lines by no more than this. */
const SAME_SIZE = 0.03;
const NEXT_LINE_EM = 2;
/** Widths are known no better than this. */
const WIDTH_PT = 0.3;
/** A group of a number in thousands, from the second on. */
const GROUP = /^\p{Nd}{3}$/u;
const NUMBER = /^[\p{Nd}.,，\s]+$/u;
/** Digits that go on, and digits that a number goes on with: none begins with 0 and stands in two lines. */
const BEGINNING = /^[1-9１-９][\p{Nd}.,，]*$/u;
const REST = /^\p{Nd}[\p{Nd}.,，]*$/u;
const LATIN = /[\p{Script=Latin}\p{Nd}.,%)(:;-]/u;
const DIGIT = /\p{Nd}/u;

/** How wide the text of a cell can be, in points. */
export interface Room {
  readonly width: number;
  /** So much text is known to have its place on one line, between the margins of the table's cells. */
  readonly holds: number;
}

/**
 * The text of one cell or paragraph: lines joined by line feeds, characters by their places. Upright text set in
 * columns from right to left and text turned sideways are read in their own direction. Numbers below one another are one
 * number only where `room` did not let the first go on, and are written as one where nothing but that broke them.
 */
export function writeText(characters: readonly Character[], room?: Room): string {
  const parts: string[] = [];
  for (const turned of [0, 1, 3, 2] as const) {
    const own = characters.filter((character) => character.turned === turned);
    if (own.length === 0) continue;
    const upright = turned === 0 ? own : own.map((character) => turnBack(character, turned));
    parts.push(isSetInColumns(upright) ? writeColumns(upright) : writeLines(upright, room));
  }
  return parts.join('\n');
}

interface WrittenLine extends TextLine {
  readonly text: string;
}

function writeLines(characters: readonly Character[], room: Room | undefined): string {
  let text = '';
  let before: WrittenLine | undefined;
  for (const line of splitLines(characters)) {
    const own = { ...line, text: joinLine(line.characters) };
    if (before) text += lineSeparator(before, own, room);
    text += own.text;
    before = own;
  }
  return text;
}

function lineSeparator(a: WrittenLine, b: WrittenLine, room: Room | undefined): string {
  if (!room) return '\n';
  if (isBrokenByLayout(a, b, room)) return '';
  return areTwoNumbers(a, b, room) ? APART : '\n';
}

/**
 * Whether digits go on below because no other would have had its place beside them: in type of one size, one line below
 * the other. Two numbers would have filled the width of their column by chance.
 */
function isBrokenByLayout(a: WrittenLine, b: WrittenLine, { holds }: Room): boolean {
  if (!BEGINNING.test(a.text) || !REST.test(b.text)) return false;
  const digit = width(b) / b.characters.length;
  return (
    width(a) + digit > holds + WIDTH_PT &&
    width(b) <= width(a) + WIDTH_PT &&
    Math.abs(a.size - b.size) <= a.size * SAME_SIZE &&
    b.baseline - a.baseline <= a.size * NEXT_LINE_EM
  );
}

/**
 * Whether a number does not go on in the number below it: its column, which had room for more, did not break it. One
 * that is set in groups of three is broken between them, before the whole column is full.
 */
function areTwoNumbers(a: WrittenLine, b: WrittenLine, room: Room): boolean {
  if (!NUMBER.test(a.text) || !/^\p{Nd}/u.test(b.text)) return false;
  const free = room.width - width(a) - a.size * PADDING_EM;
  const next = GROUP.test(b.text) ? width(b) + a.size * BLANK_EM : a.size * DIGIT_EM;
  const isLonger = width(b) > width(a) + a.size * BLANK_EM;
  return free > next || (isLonger && !GROUP.test(b.text));
}

/**
 * Characters of a line, a blank where the page shows one between Latin words or digits. What is raised (the number
 * of a footnote) or struck out stands in brackets.
 */
export function joinLine(characters: readonly Character[]): string {
  const spacing = letterSpacing(characters);
  return writeAsides(characters, (a, b) => separator(a, b, spacing));
}

function separator(a: Character, b: Character, spacing: number): string {
  const gap = b.x0 - a.x1 - spacing;
  const size = Math.max(a.size, b.size);
  const areDigits = DIGIT.test(a.text) && DIGIT.test(b.text);
  if (areDigits && Math.abs(a.baseline - b.baseline) > size * UNEVEN_EM) return APART;
  if (gap <= size * BLANK_EM || !LATIN.test(a.text) || !LATIN.test(b.text)) return '';
  return areDigits && gap > size * APART_EM ? APART : ' ';
}

/** The character as if its own text ran from left to right. */
function turnBack(character: Character, turned: 1 | 2 | 3): Character {
  const { x0, y0, x1, y1 } = character;
  const box =
    turned === 1
      ? { x0: -y1, y0: x0, x1: -y0, y1: x1 }
      : turned === 3
        ? { x0: y0, y0: -x1, x1: y1, y1: -x0 }
        : { x0: -x1, y0: -y1, x1: -x0, y1: -y0 };
  return { ...character, ...box, turned: 0, baseline: box.y1 - 0.12 * character.size };
}

/**
 * Vertical setting: neighbours below are nearer than neighbours beside. A single column needs no decision, its
 * lines of one character come in the right order by themselves.
 */
function isSetInColumns(characters: readonly Character[]): boolean {
  if (characters.length < 4) return false;
  const beside: number[] = [];
  const below: number[] = [];
  for (const a of characters) {
    let nearestBeside = Number.POSITIVE_INFINITY;
    let nearestBelow = Number.POSITIVE_INFINITY;
    for (const b of characters) {
      if (a === b) continue;
      const dx = centreX(b) - centreX(a);
      const dy = centreY(b) - centreY(a);
      if (dx > 0 && Math.abs(dy) < a.size * SAME_COLUMN_EM) nearestBeside = Math.min(nearestBeside, dx);
      if (dy > a.size * BELOW_EM && Math.abs(dx) < a.size * SAME_COLUMN_EM)
        nearestBelow = Math.min(nearestBelow, dy);
    }
    if (nearestBeside < Number.POSITIVE_INFINITY) beside.push(nearestBeside / a.size);
    if (nearestBelow < Number.POSITIVE_INFINITY) below.push(nearestBelow / a.size);
  }
  if (beside.length === 0 || below.length < 2) return false;
  return median(below) < 1.2 && median(beside) > median(below) + 0.1;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function writeColumns(characters: readonly Character[]): string {
  const columns: { x: number; characters: Character[] }[] = [];
  for (const character of characters) {
    const x = centreX(character);
    const column = columns.find((known) => Math.abs(known.x - x) < character.size * SAME_COLUMN_EM);
    if (column) column.characters.push(character);
    else columns.push({ x, characters: [character] });
  }
  return columns
    .sort((a, b) => b.x - a.x)
    .map(({ characters: own }) =>
      own
        .sort((a, b) => centreY(a) - centreY(b))
        .map((character) => character.text)
        .join(''),
    )
    .join('\n');
}
