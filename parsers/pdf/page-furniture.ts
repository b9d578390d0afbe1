import { isReportTitle } from '../metadata-title.ts';
import { containsPoint, growBox } from './box.ts';
import { type Character, centreX, centreY } from './character.ts';
import { isInMargin, type PageNumber, SAME_HEIGHT_PT } from './page-numbers.ts';
import type { TextLine } from './split-words.ts';
import { readingHeight, type Turn } from './turn.ts';
import { joinLine } from './write-text.ts';

/** A line outside all tables, with its page. */
export interface FlowLine extends TextLine {
  readonly page: number;
  readonly turn: Turn;
  readonly text: string;
}

export function makeFlowLine(line: TextLine, page: number, turn: Turn): FlowLine {
  return { ...line, page, turn, text: joinLine(line.characters) };
}

/** Characters of a page without those of its page numbers, as far as `which` wants them gone. */
export function dropPageNumbers(
  characters: readonly Character[],
  page: number,
  numbers: readonly PageNumber[],
): readonly Character[] {
  const own = numbers.filter((number) => number.page === page).map((number) => growBox(number, 1));
  if (own.length === 0) return characters;
  return characters.filter(
    (character) => !own.some((box) => containsPoint(box, centreX(character), centreY(character))),
  );
}

/** Words alone at the very edge that can only number the page, on a page without others to compare with. */
const LONE_NUMBER = /^[-‐–—―−~·\s]*第?\s*\d{1,3}\s*页?[-‐–—―−~·\s]*$/;
const LONE_GAP_EM = 1;

/**
 * Lines of all pages without headers and footers: what stands at the same height in the margin strip of another
 * page with the same words (digits apart), and a number alone beyond the rest of the page.
 */
export function dropFurniture(lines: readonly FlowLine[], bodies: readonly PageBody[]): readonly FlowLine[] {
  const marginal = lines.filter((line) => isInMargin(line.baseline, readingHeight(line.turn)));
  const repeated = new Set(
    marginal.filter((line) =>
      marginal.some(
        (other) =>
          other.page !== line.page &&
          Math.abs(other.baseline - line.baseline) <= SAME_HEIGHT_PT &&
          pattern(other.text) === pattern(line.text),
      ),
    ),
  );
  const headline = headlineAmong(repeated, lines);
  return lines.filter(
    (line) => line === headline || (!repeated.has(line) && !isLoneNumber(line, lines, bodies)),
  );
}

/**
 * A spreadsheet prints its title on top of every page: on the first one it is the title, where no other line is. A
 * running header beside a title is none, for it may be last year's.
 */
function headlineAmong(repeated: ReadonlySet<FlowLine>, lines: readonly FlowLine[]): FlowLine | undefined {
  const titles = lines.filter(({ page, text }) => page === lines[0]?.page && isReportTitle(text));
  const [title] = titles;
  return titles.length === 1 && title && repeated.has(title) ? title : undefined;
}

/** What else a page holds: the boxes of its tables. */
export interface PageBody {
  readonly page: number;
  readonly y0: number;
  readonly y1: number;
}

const pattern = (text: string): string => text.replace(/\s/g, '').replace(/\d+/g, '#');

function isLoneNumber(line: FlowLine, lines: readonly FlowLine[], bodies: readonly PageBody[]): boolean {
  if (!LONE_NUMBER.test(line.text) || !isInMargin(line.baseline, readingHeight(line.turn))) return false;
  const others: readonly PageBody[] = [...lines, ...bodies].filter(
    (other) => other.page === line.page && other !== line,
  );
  const gap = line.size * LONE_GAP_EM;
  return (
    others.every((other) => other.y1 + gap <= line.y0) || others.every((other) => other.y0 >= line.y1 + gap)
  );
}
