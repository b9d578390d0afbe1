import { createCanvas, loadImage } from '@napi-rs/canvas';

/** In pixels of a screenshot, or of a page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of two boxes is common to both: 1 when they are the same. */
export function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const tall = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const common = Math.max(0, wide) * Math.max(0, tall);
  return common / (a.width * a.height + b.width * b.height - common);
}

/** Whether each edge of one box is where that of the other is, or in the pixel beside it. */
export function areWithinAPixel(a: Box, b: Box): boolean {
  const edges = ({ x, y, width, height }: Box) => [x, y, x + width, y + height];
  const others = edges(b);
  return edges(a).every((edge, at) => Math.abs(edge - (others[at] ?? Number.NaN)) <= 1);
}

async function pixelsOf(png: Buffer) {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width: image.width, data: context.getImageData(0, 0, image.width, image.height).data };
}

function boxOf(width: number, length: number, isIn: (at: number) => boolean): Box | null {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (let at = 0; at < length; at += 4) {
    if (!isIn(at)) continue;
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The smallest box around all pixels that differ between two screenshots. */
export async function changedBox(before: Buffer, after: Buffer): Promise<Box | null> {
  const [a, b] = [await pixelsOf(before), await pixelsOf(after)];
  const differs = (at: number) =>
    [0, 1, 2].some((c) => Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0)) > 12);
  return boxOf(a.width, a.data.length, differs);
}

/** The smallest box around all pixels of about this colour. */
export async function colouredBox(png: Buffer, colour: readonly number[]): Promise<Box | null> {
  const { width, data } = await pixelsOf(png);
  return boxOf(width, data.length, (at) =>
    colour.every((part, c) => Math.abs((data[at + c] ?? 0) - part) < 40),
  );
}
