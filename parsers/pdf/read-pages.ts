import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { replaceRadicals } from '../radicals.ts';
import { looksLikeValue } from '../read-number.ts';
import { type Box, height, width } from './box.ts';
import { type Character, isSlanted, placeCharacters, UNKNOWN } from './character.ts';
import { cutSheet } from './cut-sheet.ts';
import { dropOverprints } from './drop-overprints.ts';
import { findPieces, type TablePiece } from './find-pieces.ts';
import { hidesDigits, isIllegible } from './is-illegible.ts';
import { type Lean, leanOf, straightenGlyphs } from './lean.ts';
import { markStruck } from './mark-struck.ts';
import { mapY } from './matrix.ts';
import { ownFrame } from './page-frame.ts';
import { dropPageNumbers } from './page-furniture.ts';
import { findPageNumbers, isInMargin, type PageNumber } from './page-numbers.ts';
import type { Glyph } from './read-glyphs.ts';
import { type PageInk, readInk } from './read-ink.ts';
import { readTextItems } from './read-text-items.ts';
import { setAsideFloating } from './set-aside-floating.ts';
import { splitLines, splitWords } from './split-words.ts';
import { speaksOfTables } from './table-words.ts';
import { boxToReading, readingHeight, readingMatrix, type Turn, turnOfPage } from './turn.ts';
import { vouchFonts } from './vouch-fonts.ts';

/** What a page gives before pages are put together. */
export interface PageReading {
  /** The number of the page; that of the second leaf of a sheet is half a page further. */
  readonly page: number;
  readonly turn: Turn;
  readonly pieces: readonly TablePiece[];
  /** Characters outside the tables. */
  readonly rest: readonly Character[];
  /** A picture of text, text that only a picture shows, or glyphs that no font names. */
  readonly isImage: boolean;
  /** Its words can be read, and its digits cannot. */
  readonly hidesDigits: boolean;
  readonly unknownGlyphs: number;
  readonly overfull: boolean;
  readonly broken: boolean;
  /** Text that is there and not seen, and text that lies across the page, slantwise or large: neither is read. */
  readonly hidden: string;
  readonly floating: string;
}

export interface ReadPages {
  readonly pages: readonly PageReading[];
  readonly numbers: readonly PageNumber[];
}

/** Characters that a page of pictures may print: a page number, a stamp, a file name. */
const FEW_CHARACTERS = 20;
/** This many numbers side by side are a row of a table. */
const FEWEST_NUMBERS = 3;
const WORD_EM = 0.5;
/** The second leaf of a sheet stands between its page and the next. */
const NEXT_LEAF = 0.5;
/** The share of a page that a picture of text covers. */
const IMAGE_SHARE = 0.3;
/** Text drawn as outlines takes this many paths at least. */
const OUTLINED_PATHS = 150;
const NUMERIC = /^[\p{Nd}.,+\-/—]$/u;

interface PageSketch {
  readonly page: number;
  readonly turn: Turn;
  /** On the straightened page. */
  readonly glyphs: readonly Glyph[];
  readonly lean: Lean | null;
  readonly dense: string;
  readonly broken: boolean;
}

/**
 * Pages 1..count of a document: first the text of all of them, which tells where tables can be; then lines and
 * exact glyphs of those pages only.
 */
export async function readPages(document: PDFDocumentProxy, count: number): Promise<ReadPages> {
  const sketches: PageSketch[] = [];
  for (let page = 1; page <= count; page++) sketches.push(await sketchPage(document, page));
  const numbers = findPageNumbers(
    sketches.map(({ page, turn, glyphs }) => ({
      page,
      height: readingHeight(turn),
      characters: placeCharacters(glyphs.filter(isMarginal(turn)), turn),
    })),
  );
  const speaking = sketches.some(({ dense }) => speaksOfTables(dense));
  const pages: PageReading[] = [];
  for (const sketch of sketches) {
    const wanted =
      !speaking ||
      speaksOfTables(sketch.dense) ||
      isSparse(sketch) ||
      endsWithTable(pages.at(-1)) ||
      holdsRows(sketch);
    pages.push(...(wanted ? await inkPage(document, sketch, numbers) : textPages(sketch)));
  }
  return { pages, numbers };
}

/**
 * The same pages by where their printed text stands, whatever lines are drawn around it; pictures of pages by the text
 * that somebody else's OCR laid behind them.
 */
export async function readPagesAsText(document: PDFDocumentProxy, count: number): Promise<ReadPages> {
  const pages: PageReading[] = [];
  for (let page = 1; page <= count; page++) {
    const sketch = await sketchPage(document, page);
    const printed = await inkPage(document, sketch, [], withoutLines);
    const isImage = printed.some((leaf) => leaf.isImage);
    pages.push(...(isImage ? await inkPage(document, sketch, [], withHiddenText) : printed));
  }
  return { pages, numbers: [] };
}

const withoutLines = (ink: PageInk): PageInk => ({ ...ink, boxes: [] });
const withHiddenText = (ink: PageInk): PageInk => ({
  ...withoutLines(ink),
  glyphs: ink.glyphs.map((glyph) => ({ ...glyph, seen: true })),
});

async function sketchPage(document: PDFDocumentProxy, number: number): Promise<PageSketch> {
  try {
    const page = await document.getPage(number);
    const { glyphs: printed, dense } = await readTextItems(page);
    const frame = ownFrame(page);
    const lean = leanOf(
      printed.filter((glyph) => !isSlanted(glyph)),
      frame,
    );
    const glyphs = lean ? straightenGlyphs(printed, lean) : printed;
    const turn = turnOf(glyphs, frame, lean);
    return { page: number, turn, glyphs, lean, dense: replaceRadicals(dense), broken: false };
  } catch {
    const turn = { quarter: 0, width: 0, height: 0 } as const;
    return { page: number, turn, glyphs: [], lean: null, dense: '', broken: true };
  }
}

function turnOf(glyphs: readonly Glyph[], size: ReturnType<typeof ownFrame>, lean: Lean | null): Turn {
  const turn = turnOfPage(
    glyphs.map(({ ahead, size: weight }) => ({ dx: ahead[0], dy: ahead[1], weight })),
    size,
  );
  return lean ? { ...turn, restore: lean.restore } : turn;
}

const isSparse = ({ glyphs }: PageSketch): boolean => glyphs.length < FEW_CHARACTERS;

/** A row of numbers without any word of the form: what a page break left of a table without lines. */
function holdsRows({ glyphs, turn }: PageSketch): boolean {
  const lines = splitLines(placeCharacters(glyphs, turn).filter(({ turned }) => turned === 0));
  return lines.some(
    (line) => splitWords(line, WORD_EM).filter(({ text }) => looksLikeValue(text)).length >= FEWEST_NUMBERS,
  );
}

/** Whether a glyph stands in the strips where page numbers do. */
function isMarginal(turn: Turn): (glyph: Glyph) => boolean {
  const toRead = readingMatrix(turn);
  return ({ x, y }) => isInMargin(mapY(toRead, x, y), readingHeight(turn));
}

/** A table that nothing stands below may go on overleaf. */
function endsWithTable(before: PageReading | undefined): boolean {
  const last = before?.pieces.at(-1);
  if (!before || !last) return false;
  const page = readingHeight(before.turn);
  const below = before.rest.filter(({ y0, baseline }) => y0 > last.box.y1 && !isInMargin(baseline, page));
  return below.length < FEW_CHARACTERS;
}

/** Pages of text alone; a sheet gives its leaves. */
function textPages({
  page,
  turn,
  glyphs,
  broken,
}: Omit<PageSketch, 'lean' | 'dense'>): readonly PageReading[] {
  const nothing = {
    pieces: [],
    isImage: false,
    hidesDigits: false,
    overfull: false,
    broken,
    hidden: '',
    floating: '',
  } as const;
  return cutSheet(turn, placeCharacters(glyphs, turn), []).map((leaf, at) => ({
    ...nothing,
    page: page + at * NEXT_LEAF,
    turn: leaf.turn,
    rest: leaf.characters,
    unknownGlyphs: leaf.characters.filter(({ text }) => text === UNKNOWN).length,
  }));
}

async function inkPage(
  document: PDFDocumentProxy,
  sketch: PageSketch,
  numbers: readonly PageNumber[],
  keep: (ink: PageInk) => PageInk = (ink) => ink,
): Promise<readonly PageReading[]> {
  if (sketch.broken) return textPages(sketch);
  try {
    const page = await document.getPage(sketch.page);
    const ink = await readInk(document, page, sketch.lean);
    page.cleanup();
    return readingOfInk(sketch, keep(ink), numbers);
  } catch {
    return textPages({ ...sketch, broken: true });
  }
}

function readingOfInk(
  { page, lean }: PageSketch,
  ink: PageInk,
  numbers: readonly PageNumber[],
): readonly PageReading[] {
  const all = vouchFonts(ink.glyphs);
  const glyphs = all.filter((glyph) => !isSlanted(glyph));
  const turn = turnOf(glyphs, ink.frame, lean);
  const shown = glyphs.filter((glyph) => glyph.seen);
  const seen = dropOverprints(placeCharacters(shown, turn));
  if (isImagePage(ink, seen) || isIllegible(seen)) {
    const empty = textPages({ page, turn, glyphs: [], broken: false });
    return empty.map((leaf) => ({ ...leaf, isImage: true }));
  }
  const boxes = ink.boxes.map((box) => boxToReading(turn, box));
  const dashed = numbers.filter((number) => number.dashed);
  const { printed: inPlace, floating } = setAsideFloating(seen, boxes);
  const printed = markStruck(dropPageNumbers(inPlace, page, dashed), {
    boxes,
    scratches: ink.scratches.map((box) => boxToReading(turn, box)),
  });
  const unread = {
    hidden: textOf(glyphs.filter((glyph) => !glyph.seen)),
    floating: textOf([...all.filter(isSlanted), ...floating]),
  };
  const { overfull } = ink;
  return cutSheet(turn, printed, boxes).map((leaf, at) => ({
    page: page + at * NEXT_LEAF,
    turn: leaf.turn,
    ...findPieces(page + at * NEXT_LEAF, leaf.turn, leaf.boxes, leaf.characters),
    isImage: false,
    hidesDigits: hidesDigits(leaf.characters),
    unknownGlyphs: leaf.characters.filter(({ text }) => text === UNKNOWN).length,
    overfull,
    broken: false,
    ...(at === 0 ? unread : { hidden: '', floating: '' }),
  }));
}

const textOf = (glyphs: readonly { readonly text: string }[]): string =>
  glyphs
    .map(({ text }) => text)
    .join('')
    .trim();

/**
 * Little or no visible text over a picture, or over outlines: invisible text is somebody else's OCR, not print. Numbers
 * without words are typed into the picture of a form, which says what they are.
 */
function isImagePage({ images, paths, frame }: PageInk, seen: readonly Character[]): boolean {
  if (seen.filter(({ text }) => !NUMERIC.test(text)).length >= FEW_CHARACTERS) return false;
  const page = frame.width * frame.height;
  const covered = images.reduce((sum: number, image: Box) => sum + width(image) * height(image), 0);
  return covered >= page * IMAGE_SHARE || (seen.length < FEW_CHARACTERS && paths >= OUTLINED_PATHS);
}
