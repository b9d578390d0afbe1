import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { decodeImage, ImageError, MOST_PIXELS } from '../../../parsers/ocr/decode-image.ts';
import { imageSize } from '../../../parsers/ocr/image-size.ts';
import { readImage } from '../../../parsers/ocr/read-image.ts';

const canvas = createCanvas(37, 21);

describe('imageSize', () => {
  it.each([
    ['png', canvas.toBuffer('image/png')],
    ['jpeg', canvas.toBuffer('image/jpeg')],
  ])('reads the header of a %s file', (_, bytes) => {
    expect(imageSize(bytes)).toEqual({ width: 37, height: 21 });
  });

  it('knows no TIFF, and no text', () => {
    expect(imageSize(Buffer.from(`II*\0${'\0'.repeat(40)}`))).toBeNull();
    expect(imageSize(Buffer.from('政府信息公开工作年度报告'))).toBeNull();
  });
});

describe('an image that claims too much', () => {
  const bomb = Buffer.from(canvas.toBuffer('image/png'));
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);

  it('is refused before it is decoded', async () => {
    expect(60_000 * 60_000).toBeGreaterThan(MOST_PIXELS);
    await expect(decodeImage(bomb)).rejects.toThrow(ImageError);
  });

  it('gives a finding, as a damaged one does', async () => {
    const engine = async () => ({ readLines: async () => [] });
    for (const bytes of [bomb, canvas.toBuffer('image/png').subarray(0, 60)]) {
      const { findings } = await readImage(bytes, engine);
      expect(findings.map(({ rule }) => rule)).toEqual(['document.unreadable']);
    }
  });
});
