import type { GraphicsState } from './graphics-state.ts';
import { isVouched } from './is-vouched.ts';
import { composeMatrix, type Matrix, mapX, mapY } from './matrix.ts';

/** One printed glyph in page space: points, origin at the bottom left of the visible page, y upwards. */
export interface Glyph {
  readonly text: string;
  /** Where the pen stood, on the baseline. */
  readonly x: number;
  readonly y: number;
  /** How far the pen moved. */
  readonly dx: number;
  readonly dy: number;
  /** One em along the writing direction of horizontal text, and one em upwards from the baseline. */
  readonly ahead: readonly [number, number];
  readonly up: readonly [number, number];
  readonly size: number;
  /** Set from top to bottom by a vertical font: the glyph hangs below the pen. */
  readonly vertical: boolean;
  readonly seen: boolean;
  /** Shown with ink, within its clip; whether the ink is seen is told by what lies around it (see-glyphs.ts). */
  readonly inked: boolean;
  readonly white: boolean;
  /** The font says which character this is. */
  readonly vouched: boolean;
  readonly fontId: string;
  /** Glyphs of one show operation share a run. */
  readonly run: number;
}

/** A glyph of `OPS.showText` (pdf.js src/core/fonts.js, class fonts_Glyph). */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode: number;
  readonly vmetric?: readonly number[] | null;
}

const FILL_MODES: ReadonlySet<number> = new Set([0, 2, 4, 6]);
const STROKE_MODES: ReadonlySet<number> = new Set([1, 2, 5, 6]);
/** Ink with less opacity is not seen. */
const FAINT = 0.02;
/** Clips are rounded; a glyph may stand this far outside. */
const CLIP_PT = 2;
/** Spacing wider than this parts what stands in columns and not the letters of a word. */
const WIDEST_SPACING_EM = 0.7;
/** A Type 3 font whose em is less than this has its size in its own matrix. */
const SMALLEST_EM_PT = 3;

/**
 * The glyphs of one show operation with exact advances; moves the pen as the canvas of pdf.js does
 * (src/display/canvas.js, showText). Numbers between glyphs are TJ shifts in thousandths of an em.
 */
export function readGlyphs(
  state: GraphicsState,
  shown: readonly (ShownGlyph | number | null)[],
  run: number,
): readonly Glyph[] {
  const { font, charSpacing, wordSpacing, fontId } = state;
  const direction = state.fontSize < 0 ? -1 : 1;
  const size = Math.abs(state.fontSize);
  const vertical = font?.vertical === true;
  const widthScale = size * (font?.fontMatrix?.[0] ?? 0.001);
  const local: Matrix = [state.hScale * direction, 0, 0, direction, state.x, state.y + state.rise];
  const toPage = composeMatrix(state.ctm, composeMatrix(state.textMatrix, local));
  const em = size * emFactor(state, size);
  const ahead = [toPage[0] * em, toPage[1] * em] as const;
  const up = [toPage[2] * em, toPage[3] * em] as const;
  const height = Math.hypot(...up) || Math.hypot(...ahead);
  const ink = inkOf(state);
  const between = letterSpacing(state, size);
  const glyphs: Glyph[] = [];
  let pen = 0;
  for (const [index, glyph] of shown.entries()) {
    if (typeof glyph === 'number') {
      pen += ((vertical ? 1 : -1) * glyph * size) / 1000;
      continue;
    }
    if (glyph === null) continue;
    const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
    const metric = vertical ? (glyph.vmetric ?? font?.defaultVMetrics) : undefined;
    const advance = metric
      ? -(metric[0] ?? -1000) * widthScale - spacing * direction
      : glyph.width * widthScale + spacing * direction;
    const [fromX, fromY] = vertical ? [0, -pen] : [pen, 0];
    const hasNext = typeof shown[index + 1] === 'object' && shown[index + 1] !== null;
    const own = glyph.width * widthScale + (hasNext ? between * direction : 0);
    const [toX, toY] = vertical ? [0, -(pen + advance)] : [pen + own, 0];
    const x = mapX(toPage, fromX, fromY);
    const y = mapY(toPage, fromX, fromY);
    const inClip = isInClip(state, x, y, up);
    glyphs.push({
      text: glyph.unicode,
      x,
      y,
      dx: mapX(toPage, toX, toY) - x,
      dy: mapY(toPage, toX, toY) - y,
      ahead,
      up,
      size: height,
      vertical,
      seen: ink === 'dark' && inClip,
      inked: ink !== 'none' && inClip,
      white: ink === 'white',
      vouched: isVouched(font, glyph.originalCharCode, glyph.unicode),
      fontId,
      run,
    });
    pen += advance;
  }
  if (vertical) state.y -= pen;
  else state.x += pen * state.hScale * direction;
  return glyphs;
}

/** Letters that are set apart stand together all the same: the space behind each one but the last is the letter's own. */
const letterSpacing = ({ charSpacing }: GraphicsState, size: number): number =>
  charSpacing > 0 && charSpacing <= size * WIDEST_SPACING_EM ? charSpacing : 0;

/** What the text rendering mode paints a glyph with (ISO 32000-1, 9.3.6). */
function inkOf({
  renderingMode,
  fillAlpha,
  strokeAlpha,
  fillSeen,
  strokeSeen,
}: GraphicsState): 'dark' | 'white' | 'none' {
  const fills = FILL_MODES.has(renderingMode) && fillAlpha > FAINT;
  const strokes = STROKE_MODES.has(renderingMode) && strokeAlpha > FAINT;
  if (!fills && !strokes) return 'none';
  return (fills && fillSeen) || (strokes && strokeSeen) ? 'dark' : 'white';
}

/** A little above the baseline where the glyph begins: text is clipped by its cell or not at all. */
function isInClip({ clip }: GraphicsState, x: number, y: number, up: Glyph['up']): boolean {
  if (clip === null) return true;
  const [across, above] = [x + up[0] * 0.35, y + up[1] * 0.35];
  const isBeside = across < clip.x0 - CLIP_PT || across > clip.x1 + CLIP_PT;
  return !isBeside && above >= clip.y0 - CLIP_PT && above <= clip.y1 + CLIP_PT;
}

/** The em of a Type 3 font whose size is in its matrix: the height of its bounding box. */
function emFactor({ font, textMatrix, ctm }: GraphicsState, size: number): number {
  if (!font?.isType3Font) return 1;
  const printed = size * Math.hypot(textMatrix[2], textMatrix[3]) * Math.hypot(ctm[2], ctm[3]);
  if (printed >= SMALLEST_EM_PT) return 1;
  const tall = ((font.bbox?.[3] ?? 0) - (font.bbox?.[1] ?? 0)) * Math.abs(font.fontMatrix?.[3] ?? 0);
  return tall > 0 ? Math.abs(tall) : 1;
}
