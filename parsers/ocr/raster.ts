/** A grey image, row by row: 0 is black, 255 is white. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A black and white image, row by row: 1 is ink. */
export type Bitmap = Gray;

/** A rectangle in pixels from the top left; right and bottom are just outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const PAPER = 255;

export const blankGray = (width: number, height: number): Gray => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(PAPER),
});

export const emptyBitmap = (width: number, height: number): Bitmap => ({
  width,
  height,
  data: new Uint8Array(width * height),
});

export const boxWidth = (box: Box): number => box.right - box.left;
export const boxHeight = (box: Box): number => box.bottom - box.top;

export const unionBox = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** The part of an image inside a box; what lies outside the image is paper. */
export function cropGray(image: Gray, box: Box): Gray {
  const crop = blankGray(Math.max(1, boxWidth(box)), Math.max(1, boxHeight(box)));
  const left = Math.max(0, box.left);
  const right = Math.min(image.width, box.right);
  if (right <= left) return crop;
  for (let y = Math.max(0, box.top); y < Math.min(image.height, box.bottom); y++) {
    const row = image.data.subarray(y * image.width + left, y * image.width + right);
    crop.data.set(row, (y - box.top) * crop.width + left - box.left);
  }
  return crop;
}

/** Scales by averaging what each new pixel covers, or by interpolation where it covers less than one. */
export function resizeGray(image: Gray, width: number, height: number): Gray {
  const wide = resizeRows(image, width);
  return transpose(resizeRows(transpose(wide), height));
}

function transpose(image: Gray): Gray {
  const { width, height, data } = image;
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] ?? PAPER;
  return { width: height, height: width, data: turned };
}

function resizeRows(image: Gray, width: number): Gray {
  if (width === image.width) return image;
  const step = image.width / width;
  const reach = Math.max(1, step);
  const data = new Uint8Array(width * image.height);
  for (let x = 0; x < width; x++) {
    const taps = tapsAt((x + 0.5) * step - 0.5, reach, image.width);
    for (let y = 0; y < image.height; y++) {
      let sum = 0;
      for (const [at, weight] of taps) sum += (image.data[y * image.width + at] ?? PAPER) * weight;
      data[y * width + x] = Math.round(sum);
    }
  }
  return { width, height: image.height, data };
}

/** Triangle filter: the pixels that one new pixel is made of, weights adding up to 1. */
function tapsAt(centre: number, reach: number, limit: number): readonly (readonly [number, number])[] {
  const taps: [number, number][] = [];
  let total = 0;
  for (let at = Math.ceil(centre - reach); at <= Math.floor(centre + reach); at++) {
    const weight = 1 - Math.abs(at - centre) / reach;
    if (weight <= 0) continue;
    taps.push([Math.min(limit - 1, Math.max(0, at)), weight]);
    total += weight;
  }
  return taps.map(([at, weight]) => [at, weight / total]);
}
