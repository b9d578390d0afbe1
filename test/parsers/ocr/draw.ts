import { type Bitmap, emptyBitmap, type Gray } from '../../../parsers/ocr/raster.ts';

/** A bitmap from a picture: `#` is ink. */
export function bitmapOf(picture: string): Bitmap {
  const rows = picture.split('\n').filter((row) => row !== '');
  const width = Math.max(...rows.map((row) => row.length));
  const bitmap = emptyBitmap(width, rows.length);
  for (const [y, row] of rows.entries())
    for (const [x, mark] of [...row].entries()) if (mark === '#') bitmap.data[y * width + x] = 1;
  return bitmap;
}

/** Draws filled rectangles: left, top, width, height. */
export function drawBoxes(
  width: number,
  height: number,
  boxes: readonly (readonly [number, number, number, number])[],
): Bitmap {
  const bitmap = emptyBitmap(width, height);
  for (const [left, top, wide, tall] of boxes)
    for (let y = top; y < top + tall; y++) bitmap.data.fill(1, y * width + left, y * width + left + wide);
  return bitmap;
}

export const toPaper = ({ width, height, data }: Bitmap): Gray => ({
  width,
  height,
  data: data.map((ink) => (ink ? 20 : 250)),
});
