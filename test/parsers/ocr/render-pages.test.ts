import { expect, test } from 'vitest';
import { LONG_SIDE } from '../../../parsers/ocr/decode-image.ts';
import { renderPages } from '../../../parsers/ocr/read-scanned-pdf.ts';
import { withPdf } from '../../../parsers/pdf/with-pdf.ts';
import { makePdf } from '../pdf/make-pdf.ts';

// A unit that counts twice made a picture four times as large of a page in units of 1/36 inch.
test.each([1, 2, 10])(
  'a page in units of %d/72 inch is drawn at the size it is read best',
  async (userUnit) => {
    const bytes = makePdf([{ content: '10 10 50 50 re f' }], '', { userUnit });
    const sides = await withPdf(bytes, async (pdf) => {
      const drawn: number[][] = [];
      for await (const { image, width, height } of renderPages(pdf, [1], () => undefined))
        drawn.push([image.height, width, height]);
      return drawn;
    });
    expect(sides).toEqual([[LONG_SIDE, 595 * userUnit, 842 * userUnit]]);
  },
);
