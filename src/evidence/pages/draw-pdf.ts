import { pageFrame } from '../../../parsers/pdf/page-frame.ts';
import { renderPage } from '../../../parsers/pdf/render-page.ts';
import { PdfError, withPdf } from '../../../parsers/pdf/with-pdf.ts';
import { type Sheet, SheetError } from './sheet.ts';
import { quarterOf } from './turn-box.ts';

/** More pages are not read either (requirement C-43). */
const MOST_PAGES = 300;

export interface DrawOptions {
  readonly page: number;
  /** Pixels of a point. */
  readonly scale: number;
  readonly mostPixels: number;
  readonly turn: number;
}

/**
 * One page of a PDF as a viewer shows it: turned as its file says, and further by `turn`.
 *
 * @throws {SheetError} when the file is damaged, encrypted or has no such page
 */
export async function drawPdf(
  bytes: Uint8Array,
  { page: number, scale, mostPixels, turn }: DrawOptions,
): Promise<Sheet> {
  try {
    return await withPdf(
      bytes,
      async (pdf) => {
        const pages = Math.min(pdf.numPages, MOST_PAGES);
        if (number > pages) throw new SheetError('unrenderable', `page ${number} of ${pdf.numPages}`);
        const page = await pdf.getPage(number);
        const { width, height } = pageFrame(page.view, page.userUnit);
        const rotation = (page.rotate + turn * 90) % 360;
        const drawn = await renderPage(page, scale, { rotation, mostPixels });
        const pixels = { width: drawn.width, height: drawn.height };
        const quarter = quarterOf(rotation);
        return { picture: drawn.png, type: 'image/png', pixels, size: { width, height }, quarter, pages };
      },
      { useSystemFonts: true },
    );
  } catch (error) {
    if (error instanceof SheetError) throw error;
    if (error instanceof PdfError) throw new SheetError('unrenderable', `${error.why}: ${error.message}`);
    throw new SheetError('unrenderable', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
