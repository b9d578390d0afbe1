import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { NO_TEXT } from './is-vouched.ts';
import { mapX, mapY, matrixFrom } from './matrix.ts';
import { isOnPage, ownFrame } from './page-frame.ts';
import type { Glyph } from './read-glyphs.ts';

/** The text of a page without its graphics: what every page gives, and all that most pages need. */
export interface PageText {
  /** Approximate places: the characters of an item share its width. */
  readonly glyphs: readonly Glyph[];
  /** All text in content order, without blanks: for looking words up. */
  readonly dense: string;
}

/** pdf.js src/display/api.js, TextItem. */
interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

const HALF_WIDTH = /[ -\u024f\u2010-\u201f\uff61-\uffdc]/;

export async function readTextItems(page: PDFPageProxy): Promise<PageText> {
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  const frame = ownFrame(page);
  const { toPage } = frame;
  const glyphs: Glyph[] = [];
  let dense = '';
  for (const [run, item] of items.entries()) {
    // Blanks of height 0 are made up by pdf.js between pieces of text (a 177 pt wide one was seen).
    if (!('str' in item) || item.str === '' || (item.height === 0 && item.str.trim() === '')) continue;
    dense += item.str.replace(/\s+/g, '');
    glyphs.push(...glyphsOfItem(item, run, toPage, styles[item.fontName]?.vertical === true));
  }
  return { glyphs: glyphs.filter(isOnPage(frame)), dense };
}

function glyphsOfItem(
  item: TextItem,
  run: number,
  toPage: ReturnType<typeof matrixFrom>,
  vertical: boolean,
): readonly Glyph[] {
  const [a, b, c, d, e, f] = matrixFrom(item.transform);
  const unit = Math.hypot(toPage[0], toPage[1]);
  const [ahead, up] = [[a * unit, b * unit] as const, [c * unit, d * unit] as const];
  const size = Math.hypot(...up) || Math.hypot(...ahead);
  const along = Math.hypot(a, b) || 1;
  const characters = [...item.str];
  const weights = characters.map((text) => (HALF_WIDTH.test(text) ? 0.5 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const length = (vertical ? item.height : item.width) * unit;
  const step: readonly [number, number] = vertical
    ? [(-up[0] / (size || 1)) * (length / total), (-up[1] / (size || 1)) * (length / total)]
    : [(a / along) * (length / total), (b / along) * (length / total)];
  let x = mapX(toPage, e, f);
  let y = mapY(toPage, e, f);
  return characters.map((text, index) => {
    const weight = weights[index] ?? 1;
    const glyph: Glyph = {
      text,
      x,
      y,
      dx: step[0] * weight,
      dy: step[1] * weight,
      ahead,
      up,
      size,
      vertical,
      seen: true,
      inked: true,
      white: false,
      vouched: !NO_TEXT.test(text),
      fontId: item.fontName,
      run,
    };
    x += glyph.dx;
    y += glyph.dy;
    return glyph;
  });
}
