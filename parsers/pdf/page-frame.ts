import type { Matrix } from './matrix.ts';

/** The visible part of a page: its size in points and the map from user space to it. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  readonly toPage: Matrix;
}

/**
 * `view` is the crop box within the media box (pdf.js): its bottom left is the origin of page space, whatever
 * offset the boxes have. /Rotate is left out: places are told on the page as printed, not as turned on a screen.
 */
export function pageFrame(view: readonly number[], userUnit = 1): PageFrame {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  const unit = userUnit > 0 ? userUnit : 1;
  return {
    width: (x1 - x0) * unit,
    height: (y1 - y0) * unit,
    toPage: [unit, 0, 0, unit, -x0 * unit, -y0 * unit],
  };
}

/** Within a glyph, between its ends and a little above its baseline. */
const MIDDLE_EM = 0.35;

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly up: readonly [number, number];
}

/** Whether a glyph stands on the visible part of a page: what a printer notes outside of it is none of its text. */
export function isOnPage({ width, height }: Pick<PageFrame, 'width' | 'height'>): (glyph: Placed) => boolean {
  return ({ x, y, dx, dy, up }) => {
    const across = x + dx / 2 + up[0] * MIDDLE_EM;
    const above = y + dy / 2 + up[1] * MIDDLE_EM;
    return across >= 0 && across <= width && above >= 0 && above <= height;
  };
}

/** A page in its own units, in which type and lines have their usual sizes, and what one unit is in points. */
export function ownFrame({
  view,
  userUnit,
}: {
  readonly view: readonly number[];
  readonly userUnit?: number;
}) {
  return { ...pageFrame(view), unit: userUnit && userUnit > 0 ? userUnit : 1 };
}
