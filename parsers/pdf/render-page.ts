import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pageFrame } from './page-frame.ts';

/** A page as a picture; `scale` pixels are one point. */
export interface PagePicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Requirement C-43: no page becomes more than 50 million pixels. */
const MOST_PIXELS = 50_000_000;

/** CJK fonts of the usual systems, by the generic family that pdf.js asks for when a font is not embedded. */
const CJK_FONTS: readonly (readonly [family: string, path: string])[] = [
  ['sans-serif', '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'],
  ['serif', '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc'],
  ['sans-serif', '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc'],
  ['sans-serif', '/System/Library/Fonts/PingFang.ttc'],
  ['serif', '/System/Library/Fonts/Songti.ttc'],
];

let registered = false;

/**
 * Registers the CJK fonts that the machine has, once: without one, text in fonts that are not embedded is drawn as
 * empty boxes.
 */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  const families = new Set<string>();
  for (const [family, path] of CJK_FONTS) {
    if (families.has(family)) continue;
    // A font that is not there is refused, not thrown.
    if (GlobalFonts.registerFromPath(path, family)) families.add(family);
  }
}

export interface RenderOptions {
  /** Clockwise, in degrees, whatever the file says; 0 is the page as printed. */
  readonly rotation?: number;
  /** The picture becomes smaller rather than have more. */
  readonly mostPixels?: number;
}

/** Draws the visible part of a page; smaller when it would be too large. */
export async function renderPage(
  page: PDFPageProxy,
  scale: number,
  { rotation = 0, mostPixels = MOST_PIXELS }: RenderOptions = {},
): Promise<PagePicture> {
  registerFonts();
  const frame = pageFrame(page.view, page.userUnit);
  const most = Math.sqrt(Math.min(mostPixels, MOST_PIXELS) / Math.max(1, frame.width * frame.height));
  const viewport = page.getViewport({ scale: Math.min(scale, most), rotation });
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
  const canvas = createCanvas(width, height);
  // pdf.js draws on any canvas; its types know the browser's only.
  const target = { canvas, canvasContext: canvas.getContext('2d'), viewport } as unknown;
  await page.render(target as Parameters<PDFPageProxy['render']>[0]).promise;
  page.cleanup();
  return { png: canvas.toBuffer('image/png'), width, height };
}
