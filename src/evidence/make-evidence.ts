import { decodeText } from '../../parsers/decode.ts';
import type { DocumentKind } from '../../parsers/document.ts';
import { readHtml } from '../../parsers/html/read-html.ts';
import { LIMITS } from '../../parsers/limits.ts';
import { openDocument } from '../../parsers/open-document.ts';
import { sniffKind } from '../../parsers/sniff.ts';
import { copyGrids } from './copy-grids.ts';
import { copyText } from './copy-text.ts';
import type { EvidenceFailure, EvidenceView, MadeEvidence, Zoom } from './evidence.ts';
import { copyPage } from './markup/copy-page.ts';
import { escapeMarkup } from './markup/escape-markup.ts';
import { copySheet } from './pages/copy-sheet.ts';
import { drawImage } from './pages/draw-image.ts';
import { drawPdf } from './pages/draw-pdf.ts';
import { type Sheet, SheetError } from './pages/sheet.ts';
import { EVIDENCE_WORDS } from './words.ts';

/** Pixels of a point on a page at each zoom: sharp on screens of two pixels a point, too. */
const SCALES: Readonly<Record<Zoom, number>> = { 50: 1.25, 100: 2, 200: 3.5 };
/** A page of A3 at the largest of these scales. */
const MOST_PIXELS = 13_000_000;
/** No browser scrolls through more with ease; a report's page has a hundredth of it. */
const MOST_CHARACTERS = 16_000_000;

type Make = (
  bytes: Uint8Array,
  view: EvidenceView,
  kind: DocumentKind,
) => Promise<MadeEvidence> | MadeEvidence;

const MAKERS: Readonly<Record<DocumentKind, Make>> = {
  html: makeMarkup,
  text: makeText,
  pdf: makePdf,
  image: makePicture,
  ...{ docx: makeGrids, doc: makeGrids, xlsx: makeGrids, xls: makeGrids },
  unknown: () => failure('unrenderable', 'an unknown kind of file'),
};

const UNPAGED = { scaled: false, page: null, pages: null };

const failure = (fault: EvidenceFailure['fault'], detail: string): EvidenceFailure => ({ fault, detail });

/**
 * A document for eyes, as one HTML page without scripts. Bad files give a fault, never a throw; whoever calls it sees
 * to it that it can be killed (see maker/).
 */
export async function makeEvidence(bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> {
  if (bytes.byteLength > LIMITS.bytes) return failure('too_large', `${bytes.byteLength} bytes`);
  const kind = sniffKind(bytes);
  try {
    const made = await MAKERS[kind](bytes, view, kind);
    return 'body' in made && made.body.length > MOST_CHARACTERS
      ? failure('too_large', `${made.body.length} characters`)
      : made;
  } catch (error) {
    if (error instanceof SheetError) return failure(error.fault, error.message);
    return failure('unrenderable', error instanceof Error ? error.message : String(error));
  }
}

/** As the parsers read it: by the bytes alone, whatever the page declares. */
function textOf(bytes: Uint8Array): string {
  const { text } = decodeText(bytes);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

const isPrinted = ({ places }: EvidenceView): boolean => places.some(({ source }) => source.kind === 'ocr');

/** A page whose cells were read from a picture in it is shown as that picture. */
function makeMarkup(bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> | MadeEvidence {
  const text = textOf(bytes);
  if (isPrinted(view)) return makePastedPicture(text, view);
  const copy = copyPage(text, view.places, view.lang);
  if (!copy) return failure('too_large', `${text.length} characters`);
  const note = copy.whole ? '' : `<p class="note">${escapeMarkup(EVIDENCE_WORDS[view.lang].cut)}</p>`;
  return { body: note + copy.markup, lit: copy.lit, ...UNPAGED };
}

function makeText(bytes: Uint8Array, view: EvidenceView): MadeEvidence {
  const { markup, lit } = copyText(textOf(bytes), view.places);
  return { body: markup, lit, ...UNPAGED };
}

async function makeGrids(bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> {
  const document = await openDocument(bytes);
  const refused = document.findings.find(({ severity }) => severity === 'error');
  if (refused && document.grids.length === 0 && document.text === '')
    return failure('unrenderable', refused.message[view.lang]);
  const { markup, lit } = copyGrids(document, view.places);
  return { body: markup, lit, ...UNPAGED };
}

async function makePdf(bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> {
  const number = pageOf(view);
  const { zoom, turn } = view;
  const sheet = await drawPdf(bytes, { page: number, scale: SCALES[zoom], mostPixels: MOST_PIXELS, turn });
  return showSheet(sheet, number, sheet.pages, view);
}

async function makePicture(bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> {
  const sheet = await drawImage(bytes, { mostPixels: MOST_PIXELS, turn: view.turn });
  return showSheet(sheet, 1, 1, view);
}

async function makePastedPicture(text: string, view: EvidenceView): Promise<MadeEvidence> {
  const { pictures = [] } = readHtml(text);
  const number = pageOf(view);
  const bytes = pictures[number - 1]?.bytes;
  if (!bytes) return failure('unrenderable', `picture ${number} of ${pictures.length}`);
  const sheet = await drawImage(bytes, { mostPixels: MOST_PIXELS, turn: view.turn });
  return showSheet(sheet, number, pictures.length, view);
}

function showSheet(sheet: Sheet, number: number, pages: number, view: EvidenceView): MadeEvidence {
  const alt = EVIDENCE_WORDS[view.lang].page(number, pages);
  const { markup, lit } = copySheet(sheet, { number, widthPercent: view.zoom, alt }, view.places);
  return { body: markup, lit, scaled: true, page: number, pages };
}

/** The page asked for; else that of the chosen place, else of any, else the first. */
function pageOf({ page, places }: EvidenceView): number {
  if (page !== null) return page;
  const printed = [...places.filter(({ chosen }) => chosen), ...places].map(({ source }) => source);
  return printed.flatMap((source) => ('page' in source ? [source.page] : []))[0] ?? 1;
}
