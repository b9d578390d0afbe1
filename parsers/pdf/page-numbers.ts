import type { Box } from './box.ts';
import type { Character } from './character.ts';
import { splitLines, splitWords } from './split-words.ts';

/** The strips at the top and bottom of a page where headers, footers and page numbers stand. */
export const MARGIN_SHARE = 0.12;
/** The same line on another page stands at the same height but for this. */
export const SAME_HEIGHT_PT = 3;
const WORD_EM = 1.5;
/** “- 3 -”, “第3页”, “3/8”, “Page 3 of 8”, “3”. */
const NUMBERED =
  /^(?:[-‐–—―−~·.]*第?(\d{1,3})(?:页|\/\d{1,3})?(?:共\d{1,3}页)?[-‐–—―−~·.]*|page(\d{1,3})(?:of\d{1,3})?)$/i;
const DASHED = /^[-‐–—―−~·]+\d{1,3}[-‐–—―−~·]+$/;

/** A word that may be a page number, with its place in reading space. */
export interface PageNumber extends Box {
  readonly page: number;
  readonly number: number;
  readonly baseline: number;
  /** Written between dashes: no cell of a report is. */
  readonly dashed: boolean;
}

/** The characters of a page, or those of its margin strips. */
export interface PageCharacters {
  readonly page: number;
  readonly height: number;
  readonly characters: readonly Character[];
}

/**
 * The page numbers of a document: numbers in the margin strips that stand at one height and count with the pages,
 * on two pages or more. Geometry and sequence decide; what looks like a page number elsewhere is a value.
 */
export function findPageNumbers(pages: readonly PageCharacters[]): readonly PageNumber[] {
  const candidates = pages.flatMap(candidatesOf);
  return candidates.filter((candidate) =>
    candidates.some(
      (other) =>
        other.page !== candidate.page &&
        other.number - other.page === candidate.number - candidate.page &&
        Math.abs(other.baseline - candidate.baseline) <= SAME_HEIGHT_PT,
    ),
  );
}

/** Between dashes anywhere in the margins; bare only alone on the first or last line of the page. */
function candidatesOf({ page, height, characters }: PageCharacters): readonly PageNumber[] {
  const top = splitLines(characters.filter(({ baseline }) => baseline < height * MARGIN_SHARE));
  const bottom = splitLines(characters.filter(({ baseline }) => baseline > height * (1 - MARGIN_SHARE)));
  const outermost = [top[0], bottom.at(-1)];
  return [...top, ...bottom].flatMap((line) => {
    const words = splitWords(line, WORD_EM);
    return words.flatMap((word) => {
      const match = NUMBERED.exec(word.text.replace(/\s/g, ''));
      const digits = match?.[1] ?? match?.[2];
      const dashed = DASHED.test(word.text);
      const isAlone = words.length === 1 && outermost.includes(line);
      if (digits === undefined || !(dashed || isAlone)) return [];
      const { x0, y0, x1, y1, baseline } = word;
      return [{ x0, y0, x1, y1, page, number: Number(digits), baseline, dashed }];
    });
  });
}

export const isInMargin = (baseline: number, pageHeight: number): boolean =>
  baseline < pageHeight * MARGIN_SHARE || baseline > pageHeight * (1 - MARGIN_SHARE);
