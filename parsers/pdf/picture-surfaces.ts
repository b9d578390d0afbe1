import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, containsPoint } from './box.ts';
import type { Glyph } from './read-glyphs.ts';
import type { Fill } from './see-glyphs.ts';

/** A picture drawn after `glyphs` were shown; `image` is its data, or the name under which pdf.js keeps them. */
export interface Picture extends Box {
  readonly image: unknown;
  readonly glyphs: number;
}

/** pdf.js src/shared/util.js, ImageKind.RGBA_32BPP: the only kind that may be transparent somewhere. */
const WITH_ALPHA = 3;
const OPAQUE = 255;
/** Looking at this many of its points tells what is transparent, a picture of a page or a stamp. */
const MOST_POINTS = 4096;
/** Images that several pages share are kept under such names. */
const SHARED = /^g_/;

/**
 * The pictures without transparency that lie on text: some programs lay the text that they recognised below the picture
 * of a page and not behind it invisibly, and it is no print either.
 */
export async function pictureSurfaces(
  page: PDFPageProxy,
  { pictures, glyphs }: { readonly pictures: readonly Picture[]; readonly glyphs: readonly Glyph[] },
): Promise<readonly Fill[]> {
  const surfaces: Fill[] = [];
  for (const { image, ...box } of pictures) {
    const liesOnText = glyphs.slice(0, box.glyphs).some(({ x, y }) => containsPoint(box, x, y));
    if (liesOnText && (await isOpaque(page, image))) surfaces.push({ ...box, pale: false });
  }
  return surfaces;
}

async function isOpaque(page: PDFPageProxy, image: unknown): Promise<boolean> {
  const data = typeof image === 'string' ? await decodedImage(page, image) : image;
  const { kind, data: points } = (data ?? {}) as { readonly kind?: unknown; readonly data?: unknown };
  if (typeof kind !== 'number') return false;
  return kind !== WITH_ALPHA || (points instanceof Uint8ClampedArray && hasNoHoles(points));
}

/** Red, green, blue and how opaque it is, for each point. */
function hasNoHoles(points: Uint8ClampedArray): boolean {
  const step = Math.max(1, Math.floor(points.length / 4 / MOST_POINTS)) * 4;
  for (let at = 3; at < points.length; at += step) if (points[at] !== OPAQUE) return false;
  return points.length > 0;
}

function decodedImage(page: PDFPageProxy, name: string): Promise<unknown> {
  const objects = SHARED.test(name) ? page.commonObjs : page.objs;
  return new Promise((resolve) => objects.get(name, resolve));
}
