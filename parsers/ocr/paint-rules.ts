import { type Bitmap, emptyBitmap } from './raster.ts';
import type { Rule, Rules } from './rules.ts';

/** The pixels of rules, for wiping them before text is read. */
export function paintRules({ horizontal, vertical }: Rules, width: number, height: number): Bitmap {
  const mask = emptyBitmap(width, height);
  for (const rule of horizontal) paint(mask, rule, true);
  for (const rule of vertical) paint(mask, rule, false);
  return mask;
}

function paint(mask: Bitmap, { at, pieces, thickness }: Rule, horizontal: boolean): void {
  const { width, height, data } = mask;
  const first = Math.max(0, Math.floor(at - thickness / 2));
  const last = Math.min((horizontal ? height : width) - 1, Math.ceil(at + thickness / 2));
  for (const { from, to } of pieces)
    for (let line = first; line <= last; line++)
      for (let along = from; along < to; along++)
        data[horizontal ? line * width + along : along * width + line] = 1;
}
