import { findSeals } from './find-seals.ts';
import { darkenLightPrint } from './light-print.ts';
import { type Bitmap, type Box, type Gray, PAPER } from './raster.ts';

/** How far one channel of a pixel stands out above both others before it counts as coloured, and when it fully does. */
const COLOURED_FROM = 18;
const COLOURED_FULL = 50;
const COLOURED = (COLOURED_FROM + COLOURED_FULL) / 2;

/** The ink of seals is made this bright where it is darker; from there on paper is made white anyway. */
const BRIGHT = 215;
/** Of the ink of a seal this share is what lies on paper. */
const ON_PAPER = 0.8;

/** A page in grey; `sealed` is where the ink of seals was taken off it, left out when it has none. */
export interface PageImage extends Gray {
  readonly sealed?: Bitmap;
}

/**
 * RGBA pixels → grey. The red or blue ink of seals (公章) is taken for paper: it lies over text and cells, and the black
 * print under it is dark in the seal's own channel too and stays. Other coloured ink is print, and light print on a dark
 * ground becomes dark print on paper.
 */
export function toGray(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): PageImage {
  const data = new Uint8Array(width * height);
  const colour = new Uint8Array(width * height);
  const highest = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < data.length; index++, at += 4) {
    const red = rgba[at] ?? PAPER;
    const green = rgba[at + 1] ?? PAPER;
    const blue = rgba[at + 2] ?? PAPER;
    const alpha = (rgba[at + 3] ?? PAPER) / PAPER;
    data[index] = Math.round((0.299 * red + 0.587 * green + 0.114 * blue) * alpha + PAPER * (1 - alpha));
    const most = Math.max(red, green, blue);
    const middle = Math.max(Math.min(red, green), Math.min(Math.max(red, green), blue));
    colour[index] = Math.round((most - middle) * alpha);
    highest[index] = Math.round(most * alpha + PAPER * (1 - alpha));
  }
  const seals = findSeals(width, height, (index) => (colour[index] ?? 0) >= COLOURED);
  if (seals.length === 0) return darkenLightPrint({ width, height, data });
  const sealed = new Uint8Array(width * height);
  for (const seal of seals) {
    const brighter = BRIGHT / Math.min(BRIGHT, brightness(seal, width, colour, highest));
    for (const index of pixelsIn(seal, width)) {
      const share = ((colour[index] ?? 0) - COLOURED_FROM) / (COLOURED_FULL - COLOURED_FROM);
      const taken = Math.min(1, Math.max(0, share));
      const grey = data[index] ?? PAPER;
      const paper = Math.min(PAPER, (highest[index] ?? PAPER) * brighter);
      data[index] = Math.round(grey + (paper - grey) * taken);
      sealed[index] = taken >= 0.5 ? 1 : 0;
    }
  }
  return { ...darkenLightPrint({ width, height, data }), sealed: { width, height, data: sealed } };
}

function* pixelsIn({ left, top, right, bottom }: Box, width: number): Generator<number> {
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) yield y * width + x;
}

/** How bright the ink of a seal is in its own channel where it lies on paper. */
function brightness(seal: Box, width: number, colour: Uint8Array, highest: Uint8Array): number {
  const levels: number[] = [];
  for (const index of pixelsIn(seal, width))
    if ((colour[index] ?? 0) >= COLOURED) levels.push(highest[index] ?? PAPER);
  levels.sort((a, b) => a - b);
  return levels[Math.floor(levels.length * ON_PAPER)] ?? PAPER;
}
