import type { PrintedDocument } from './document.ts';
import type { Grid } from './grid.ts';
import { cleanText } from './normalise-label.ts';
import { openDocument } from './open-document.ts';
import { readCells } from './read-record.ts';
import { sniffKind } from './sniff.ts';
import { cutIntoParts } from './tables/parts.ts';
import { readParts } from './tables/read-parts.ts';

/** The number of each variable that a second way of reading finds; one that it does not find is not in it. */
export type SecondReading = ReadonlyMap<string, number>;

type Route = (bytes: Uint8Array) => Promise<PrintedDocument>;

/**
 * Another way to the same cells, by the kind of document: a table's cells in the order of its text, whatever they
 * span; a PDF by where its text stands, whatever lines are drawn. Text has no second way, nor has a picture.
 */
const ROUTES: Partial<Record<PrintedDocument['kind'], Route>> = {
  html: readInOrder,
  docx: readInOrder,
  doc: readInOrder,
  xlsx: readInOrder,
  xls: readInOrder,
  pdf: async (bytes) => (await import('./pdf/read-pdf.ts')).readPdfText(bytes),
};

/**
 * Reads a document once more by another route, to tell a report's own contradiction from a misreading. Costs about
 * as much as the first reading: asked for only when an identity fails.
 *
 * @returns null when there is no other route
 */
export async function readAgain(bytes: Uint8Array): Promise<SecondReading | null> {
  const route = ROUTES[sniffKind(bytes)];
  if (!route) return null;
  const { grids } = await route(bytes);
  const { cells } = readCells(readParts(cutIntoParts(grids).parts));
  return new Map(
    [...cells].flatMap(([variable, { status, value }]) =>
      status === 'reported' && value !== null ? [[variable, value] as const] : [],
    ),
  );
}

/** The document's tables as lines of text, and those read as text is. */
async function readInOrder(bytes: Uint8Array): Promise<PrintedDocument> {
  const { readText } = await import('./text/read-text.ts');
  const { grids } = await openDocument(bytes);
  const { used } = cutIntoParts(grids);
  return readText(
    grids
      .filter((grid) => used.has(grid))
      .map(writeLines)
      .join('\n\n'),
  );
}

/** A line a row, a bar behind each cell: what an extractor of text makes of a table. */
function writeLines({ rows }: Grid): string {
  const write = (text: string): string => cleanText(text).replaceAll('|', ' ').replace(/\s+/g, ' ');
  return rows.map((row) => `| ${row.map(({ text }) => write(text)).join(' | ')} |`).join('\n');
}
