import { decodeText } from './decode.ts';
import type { DocumentKind, PrintedDocument } from './document.ts';
import type { Grid } from './grid.ts';
import { LIMITS } from './limits.ts';
import { cleanText } from './normalise-label.ts';
import type { LoadEngine } from './ocr/engine.ts';
import { openDocument } from './open-document.ts';
import { readCells } from './read-record.ts';
import { sniffKind } from './sniff.ts';
import { cutIntoParts } from './tables/parts.ts';
import { readParts } from './tables/read-parts.ts';

/** The number of each variable that a second way of reading finds; one that it does not find is not in it. */
export type SecondReading = ReadonlyMap<string, number>;

type Route = (bytes: Uint8Array, loadOcr: LoadEngine) => Promise<SecondReading>;

/**
 * Another way to the same cells, by the kind of document: a table's cells in the order of its text, whatever they
 * span; text by labels and counted numbers, without rebuilding rows; a PDF by where its text stands, whatever lines are
 * drawn; a picture by the text that somebody else's OCR laid behind it, else by a second look at another size.
 */
const ROUTES: Partial<Record<DocumentKind, Route>> = {
  html: readInOrder,
  mht: readInOrder,
  docx: readInOrder,
  doc: readInOrder,
  xlsx: readInOrder,
  xls: readInOrder,
  text: readAsRuns,
  pdf: readPdfAgain,
  image: readImageAgain,
};

/**
 * Reads a document once more by another route, to tell a report's own contradiction from a misreading. Costs about
 * as much as the first reading: asked for only when an identity fails.
 *
 * @returns null when there is no other route
 */
export async function readAgain(
  bytes: Uint8Array,
  loadOcr: LoadEngine = async () => null,
): Promise<SecondReading | null> {
  const route = ROUTES[sniffKind(bytes)];
  return route ? route(bytes, loadOcr) : null;
}

/** What is read from a picture less surely than this is ambiguous in a first reading too (validators/doubt-ocr.ts). */
const SURE = 0.75;

function numbersIn({ grids }: Pick<PrintedDocument, 'grids'>): SecondReading {
  const { cells } = readCells(readParts(cutIntoParts(grids).parts));
  return new Map(
    [...cells].flatMap(([variable, { status, value, source }]) => {
      const isSure = source?.kind !== 'ocr' || source.confidence >= SURE;
      return status === 'reported' && value !== null && isSure ? [[variable, value] as const] : [];
    }),
  );
}

/** The document's tables as lines of text, and those read as text is; a page's text by runs where it has no tables. */
async function readInOrder(bytes: Uint8Array): Promise<SecondReading> {
  const document = await openDocument(bytes);
  const { grids } = document;
  const { used } = cutIntoParts(grids);
  if (used.size === 0 && document.flow) return readFlowAsRuns(document);
  const { readText } = await import('./text/read-text.ts');
  const lines = grids.filter((grid) => used.has(grid)).map(writeLines);
  return numbersIn(readText(lines.join('\n\n')));
}

/** A line a row, a bar behind each cell: what an extractor of text makes of a table. */
function writeLines({ rows }: Grid): string {
  const write = (text: string): string => cleanText(text).replaceAll('|', ' ').replace(/\s+/g, ' ');
  return rows.map((row) => `| ${row.map(({ text }) => write(text)).join(' | ')} |`).join('\n');
}

async function readFlowAsRuns(document: PrintedDocument): Promise<SecondReading> {
  const { flowText } = await import('./html/read-untabled.ts');
  const { readRuns } = await import('./text/read-runs.ts');
  return readRuns(flowText(document)?.text ?? '');
}

async function readAsRuns(bytes: Uint8Array): Promise<SecondReading> {
  const { readRuns } = await import('./text/read-runs.ts');
  const { text } = decodeText(bytes);
  return text.length > LIMITS.characters ? new Map() : readRuns(text);
}

async function readPdfAgain(bytes: Uint8Array, loadOcr: LoadEngine): Promise<SecondReading> {
  const { readPdfPages, readPdfText } = await import('./pdf/read-pdf.ts');
  const byText = numbersIn(await readPdfText(bytes));
  if (byText.size > 0) return byText;
  const { document, imagePages, digitlessPages } = await readPdfPages(bytes);
  const { readScannedPdf } = await import('./ocr/read-scanned-pdf.ts');
  const { SECOND_LOOK } = await import('./ocr/decode-image.ts');
  return numbersIn(
    await readScannedPdf(bytes, document, [...imagePages, ...digitlessPages], loadOcr, SECOND_LOOK),
  );
}

async function readImageAgain(bytes: Uint8Array, loadOcr: LoadEngine): Promise<SecondReading> {
  const { readImage } = await import('./ocr/read-image.ts');
  const { SECOND_LOOK } = await import('./ocr/decode-image.ts');
  return numbersIn(await readImage(bytes, loadOcr, SECOND_LOOK));
}
