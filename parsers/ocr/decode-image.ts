import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { fitScale } from './fit-scale.ts';
import { imageSize } from './image-size.ts';
import { isWhole } from './is-whole.ts';
import { type PageImage, toGray } from './to-gray.ts';

/** Pages are read at this length in pixels (A4 at 200 dpi): smaller ones are enlarged, larger ones reduced. */
export const LONG_SIDE = 2340;
/** The same page's other side: a picture longer than a page is as wide as one. */
const SHORT_SIDE = 1654;
const LONGEST_SHAPE = 2;
/** A page of A3 at 400 dpi has 31 million pixels; more is decoded by nobody. */
export const MOST_PIXELS = 50_000_000;

/** Of the size at which pages are read best: at this one they are read once more, to see whether it is the same. */
export const SECOND_LOOK = 0.8;

/** An image file as grey, and its own size in pixels. */
export interface DecodedImage {
  readonly image: PageImage;
  readonly width: number;
  readonly height: number;
}

/** Why an image was not decoded. */
export class ImageError extends Error {
  override readonly name = 'ImageError';
}

/**
 * @param share - of the size at which it is read best
 * @throws {ImageError} when the bytes are no image that can be decoded, or a too large one
 */
export async function decodeImage(bytes: Uint8Array, share = 1): Promise<DecodedImage> {
  const size = imageSize(bytes);
  if (size === null) throw new ImageError('不支持这种图像格式 / this image format is not supported');
  if (size.width * size.height > MOST_PIXELS)
    throw new ImageError(`图像过大 / too many pixels: ${size.width} × ${size.height}`);
  if (!isWhole(bytes)) throw new ImageError('图像不完整 / the image is cut off or damaged');
  try {
    const picture = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const most = Math.sqrt(MOST_PIXELS / (picture.width * picture.height));
    const fitted = fitScale((scale) => drawScaled(picture, Math.min(scale, most)), scaleOf(picture));
    const image = share === 1 ? fitted : drawScaled(picture, (fitted.width / picture.width) * share);
    return { image, width: picture.width, height: picture.height };
  } catch (cause) {
    throw new ImageError('图像损坏 / the image is damaged', { cause });
  }
}

function drawScaled(picture: Image, scale: number): PageImage {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return toGray(context.getImageData(0, 0, width, height).data, width, height);
}

const scaleOf = ({ width, height }: Image): number =>
  height > width * LONGEST_SHAPE ? SHORT_SIDE / width : LONG_SIDE / Math.max(width, height);
