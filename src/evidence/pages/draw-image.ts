import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { MOST_PIXELS } from '../../../parsers/ocr/decode-image.ts';
import { imageSize } from '../../../parsers/ocr/image-size.ts';
import type { DrawOptions } from './draw-pdf.ts';
import { type Sheet, SheetError } from './sheet.ts';
import { quarterOf } from './turn-box.ts';

/**
 * An image file as one page, whose points are its pixels. What of it can be decoded is shown, even when it is cut off.
 *
 * @throws {SheetError} when it cannot be decoded, or has more pixels than are read
 */
export async function drawImage(
  bytes: Uint8Array,
  { mostPixels, turn }: Pick<DrawOptions, 'mostPixels' | 'turn'>,
): Promise<Sheet> {
  const size = imageSize(bytes);
  if (size === null) throw new SheetError('unrenderable', 'this image format is not supported');
  if (size.width * size.height > MOST_PIXELS)
    throw new SheetError('too_large', `${size.width} × ${size.height} pixels`);
  const picture = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(
    (cause: Error) => {
      throw new SheetError('unrenderable', cause.message, { cause });
    },
  );
  const { width, height } = picture;
  const quarter = quarterOf(turn * 90);
  const canvas = drawTurned(picture, quarter, Math.min(1, Math.sqrt(mostPixels / (width * height))));
  return {
    // Scans and photographs are many times smaller so than as PNG.
    ...{ picture: canvas.toBuffer('image/jpeg', 88), type: 'image/jpeg' },
    ...{ pixels: { width: canvas.width, height: canvas.height }, size: { width, height }, quarter, pages: 1 },
  };
}

function drawTurned(picture: Image, quarter: number, scale: number) {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = quarter % 2 === 0 ? createCanvas(width, height) : createCanvas(height, width);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarter * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas;
}
