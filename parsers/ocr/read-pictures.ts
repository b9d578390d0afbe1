import type { Picture, PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import { decodeImage, ImageError } from './decode-image.ts';
import type { LoadEngine, OcrEngine } from './engine.ts';
import { engineMissing } from './engine-missing.ts';
import { imageSize } from './image-size.ts';
import { insertFlows, type PicturedFlow } from './insert-flow.ts';
import { readScan } from './read-scan.ts';
import type { ScanPage } from './scan-page.ts';

/** A table that can be read is larger than this in pixels; a badge or a code to scan is not. */
const NARROWEST = 240;
const LOWEST = 40;
/** A report has some ten pages; each takes seconds. */
const MOST_PICTURES = 30;

interface Numbered extends Picture {
  /** Its place among the pictures of the page, from 1. */
  readonly number: number;
}

/**
 * The page with what its pictures show: tables in their place, and the text around them when one of them is a
 * table (a report published as pictures of its pages). Cells name the picture as their page and a pixel as a point.
 *
 * @param share - of the size at which pictures are read best
 */
export async function readPictures(
  document: PrintedDocument,
  load: LoadEngine,
  share = 1,
): Promise<PrintedDocument> {
  const numbered = (document.pictures ?? []).map((picture, index) => ({ ...picture, number: index + 1 }));
  const large = numbered.filter(({ bytes }) => bytes !== null && isLarge(bytes)).slice(0, MOST_PICTURES);
  const elsewhere = numbered.filter(({ bytes }) => bytes === null || imageSize(bytes) === null).length;
  const told = (unread: number): PrintedDocument['findings'] =>
    unread === 0 ? [] : [documentFinding('pictures_unread', { count: unread })];
  if (large.length === 0) return { ...document, findings: [...document.findings, ...told(elsewhere)] };
  const pictures = large.map(({ number }) => number).join(', ');
  const engine = await load();
  if (engine === null) {
    const missing = engineMissing(document, { pictures });
    return { ...document, findings: [...document.findings, missing, ...told(elsewhere)] };
  }
  const { flows, damaged, findings, sureTexts, rivals } = await readGroups(engine, large, share);
  const seen = flows.some((flow) => flow.grids.length > 0);
  const read = seen ? [...findings, documentFinding('read_by_ocr', { pictures })] : [];
  const sureText = [document.text, ...sureTexts].join('\n');
  const page = seen ? { ...insertFlows(document, flows), sureText, rivals } : document;
  return { ...page, findings: [...page.findings, ...read, ...told(elsewhere + damaged)] };
}

function isLarge(bytes: Uint8Array): boolean {
  const size = imageSize(bytes);
  return size !== null && size.width >= NARROWEST && size.height >= LOWEST;
}

interface ReadGroups {
  readonly flows: readonly PicturedFlow[];
  /** Pictures that could not be decoded. */
  readonly damaged: number;
  /** What was read of the pictures without the letters that are not sure. */
  readonly sureTexts: readonly string[];
  readonly rivals: string;
  readonly findings: PrintedDocument['findings'];
}

/** Pictures with no text between them are pages of one scan: a table may run from one to the next. */
async function readGroups(
  engine: OcrEngine,
  pictures: readonly Numbered[],
  share: number,
): Promise<ReadGroups> {
  const groups = new Map<number, ScanPage[]>();
  let damaged = 0;
  for (const picture of pictures) {
    const page = await decodePicture(picture, share);
    if (page) groups.set(picture.after, [...(groups.get(picture.after) ?? []), page]);
    else damaged++;
  }
  const flows: PicturedFlow[] = [];
  const sureTexts: string[] = [];
  let rivals = '';
  const findings: PrintedDocument['findings'][number][] = [];
  for (const [after, pages] of groups) {
    const flow = await readScan(engine, pages);
    flows.push({ after, paragraphs: flow.paragraphs, grids: flow.grids });
    sureTexts.push(flow.sureText);
    rivals += flow.rivals;
    findings.push(...flow.findings);
  }
  return { flows, damaged, findings, sureTexts, rivals };
}

async function decodePicture({ bytes, number }: Numbered, share: number): Promise<ScanPage | null> {
  try {
    return bytes && { page: number, ...(await decodeImage(bytes, share)) };
  } catch (error) {
    if (error instanceof ImageError) return null;
    throw error;
  }
}
