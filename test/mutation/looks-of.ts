import { openDocument } from '../../parsers/open-document.ts';
import { withPdf } from '../../parsers/pdf/with-pdf.ts';
import type { Rendering } from './mutant.ts';

/**
 * What a document shows where it prints numbers: two that have the same say the same. A sheet shows its cells; a blank
 * cell that is written and one that is not look alike. A PDF shows characters at their places: a number is under the
 * header that it stands under, whatever else is drawn beside it. Of all others, the bytes.
 */
export const looksOf = async (rendering: Rendering, bytes: Uint8Array): Promise<string> => {
  switch (rendering) {
    case 'xlsx':
      return JSON.stringify(await sheetCells(bytes));
    case 'pdf':
      return JSON.stringify(await placedTexts(bytes));
    default:
      return squeezed(bytes);
  }
};

/** A blank cell leaves two blanks between its bars and padding one: an accident of the serialiser, and no sign. */
const squeezed = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replace(/ +/g, ' ');

const sheetCells = async (bytes: Uint8Array) => {
  const { grids } = await openDocument(bytes);
  const cells = grids.map(({ rows }) => rows.flat().filter(({ text }) => text !== ''));
  return cells.map((own) => own.map(({ text, row, column }) => [text, row, column]));
};

const placedTexts = (bytes: Uint8Array) =>
  withPdf(bytes, async (pdf) => {
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(
        items.flatMap((item) => ('str' in item && item.str !== '' ? [[item.str, item.transform]] : [])),
      );
    }
    return pages;
  });
