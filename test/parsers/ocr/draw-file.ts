import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';

/** The picture of a file. */
export async function drawFile(path: string): Promise<Canvas> {
  const image = await loadImage(path);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas;
}
