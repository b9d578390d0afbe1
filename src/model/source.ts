import { z } from 'zod';

/** Where in its table a cell was printed: all counts start at 0. */
const inTable = { table: z.int(), row: z.int(), column: z.int() };
/** x0, y0, x1, y1 in PDF points, origin at the bottom left of the page as printed. */
const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** The place in the document's bytes that a number was read from; enough to light the very cell. */
export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('html'), ...inTable, path: z.string() }),
  z.object({ kind: z.literal('text'), ...inTable, start: z.int(), end: z.int() }),
  z.object({ kind: z.literal('docx'), ...inTable }),
  /** A cell of a spreadsheet: `table` counts the sheets, `row` and `column` are the sheet's own. */
  z.object({ kind: z.literal('xlsx'), ...inTable }),
  z.object({ kind: z.literal('pdf'), ...inTable, page: z.int(), bbox }),
  z.object({ kind: z.literal('ocr'), ...inTable, page: z.int(), bbox, confidence: z.number() }),
]);
export type Source = z.infer<typeof Source>;
