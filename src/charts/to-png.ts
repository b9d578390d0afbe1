import { existsSync } from 'node:fs';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';

/** Where Chinese fonts lie: Debian and Ubuntu (fonts-noto-cjk), Fedora, Arch, macOS, Windows. The first that is there is used. */
const FONT_FILES = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/System/Library/Fonts/PingFang.ttc',
  'C:\\Windows\\Fonts\\msyh.ttc',
] as const;

/** The family that pictures name; it is given to whichever font is there. */
export const PICTURE_FONT = 'gongkai-picture';

/** The file of the font that pictures are drawn with; null where there is none: then squares would stand for words. */
export const findPictureFont = (files: readonly string[] = FONT_FILES): string | null =>
  files.find((file) => existsSync(file)) ?? null;

/**
 * An SVG as PNG, twice its size for print. The same bytes for the same SVG and font.
 *
 * @param font - file of a font that has Chinese characters
 */
export async function toPng(svg: string, font: string): Promise<Uint8Array> {
  GlobalFonts.registerFromPath(font, PICTURE_FONT);
  const image = await loadImage(Buffer.from(svg));
  const canvas = createCanvas(2 * image.width, 2 * image.height);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/png');
}
