import type { FlowLine } from './page-furniture.ts';
import { readingWidth } from './turn.ts';
import { joinLine } from './write-text.ts';

/** A line that begins this far right of the margin begins a paragraph; Chinese ones are indented by two. */
const INDENT_EM = 1.2;
/** A line that ends this far left of the margin is the last of its paragraph. */
const SHORT_EM = 2.2;
/** Type this much larger or smaller is another paragraph. */
const SIZE_SHARE = 0.12;
/** Lines further apart than this many line heights are not one paragraph. */
const FAR_EM = 2.6;
/** Titles are set larger than the text; their lines belong together. */
const TITLE_SHARE = 1.25;
const CENTRED_PT = 6;
/** A title by itself, without the marks of a sentence, and what begins anew below one. */
const TITLE = /^[^，。；：、]*信息公开[^，。；：、]*(?:报告|年报|统计表)$/;
const BELOW_TITLE = /^(?:[一二三四五六七八九十]{1,2}、|填[报表]单位|[^，。；：、]*信息公开[^，。；：、]*$)/;

/** Lines in reading order → the texts of paragraphs, by indentation and line length. */
export function joinParagraphs(lines: readonly FlowLine[]): readonly string[] {
  const margins = marginsOf(lines);
  const paragraphs: FlowLine[][] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1)?.at(-1);
    if (before && continuesParagraph(before, line, margins)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((own) => joinTexts(own));
}

interface Margins {
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

function marginsOf(lines: readonly FlowLine[]): Margins {
  const long = lines.filter((line) => line.characters.length >= 12);
  const measured = long.length > 0 ? long : lines;
  return {
    left: Math.min(...measured.map((line) => line.x0)),
    right: Math.max(...measured.map((line) => line.x1)),
    size: median(measured.map((line) => line.size)),
  };
}

function continuesParagraph(before: FlowLine, line: FlowLine, margins: Margins): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > size * SIZE_SHARE) return false;
  if (before.page === line.page && line.baseline - before.baseline > size * FAR_EM) return false;
  if (areTwoTitles(before, line)) return false;
  if (isTitle(before, margins) && isTitle(line, margins)) return true;
  if (areCentred(before, line, margins)) return true;
  if (line.x0 > margins.left + size * INDENT_EM) return false;
  return before.x1 > margins.right - size * SHORT_EM;
}

const isTitle = (line: FlowLine, { size }: Margins): boolean =>
  line.size > size * TITLE_SHARE &&
  Math.abs(line.x0 + line.x1 - readingWidth(line.turn)) < 2 * CENTRED_PT + line.size;

/** Half of the difference of two lines that are centred on one axis; rounding and a blank at the end move it. */
const SAME_AXIS_PT = 2;

/** Lines of a title over a table or a leaf that does not stand in the middle of its page: they share their own axis. */
const areCentred = (before: FlowLine, line: FlowLine, { size, left }: Margins): boolean =>
  Math.min(before.size, line.size) > size * TITLE_SHARE &&
  Math.min(before.x0, line.x0) > left + size * INDENT_EM &&
  Math.abs(before.x0 + before.x1 - line.x0 - line.x1) < 2 * SAME_AXIS_PT;

/** …政府信息公开工作年度报告 above 政府信息公开情况统计表, 一、总体情况 or 填报单位：…. */
const areTwoTitles = (before: FlowLine, line: FlowLine): boolean =>
  TITLE.test(before.text) && BELOW_TITLE.test(line.text);

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Chinese lines join without a blank, Latin words with one. */
function joinTexts(lines: readonly FlowLine[]): string {
  let text = '';
  for (const line of lines) {
    const own = joinLine(line.characters);
    const blank = /[A-Za-z,;]$/.test(text) && /^[A-Za-z]/.test(own) ? ' ' : '';
    text += blank + own;
  }
  return text;
}
