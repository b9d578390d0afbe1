import { decodeText } from '../../parsers/decode.ts';
import { openDocument } from '../../parsers/open-document.ts';
import { sniffKind } from '../../parsers/sniff.ts';
import { copyGrids } from './copy-grids.ts';
import { copyText } from './copy-text.ts';
import type { EvidenceFailure, EvidenceView, MadeEvidence } from './evidence.ts';
import { copyPage } from './markup/copy-page.ts';
import { escapeMarkup } from './markup/escape-markup.ts';
import { EVIDENCE_WORDS } from './words.ts';

/** No browser scrolls through more with ease; a report's page has a hundredth of it. */
const MOST_CHARACTERS = 16_000_000;

/** A document without pages as the body of an HTML page: web pages, texts, and files of office programs by their grids. */
export async function makeBody(bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> {
  const made = await bodyOf(bytes, view);
  return 'body' in made && made.body.length > MOST_CHARACTERS
    ? failure('too_large', `${made.body.length} characters`)
    : made;
}

const UNPAGED = { scaled: false, page: null, pages: null };

const failure = (fault: EvidenceFailure['fault'], detail: string): EvidenceFailure => ({ fault, detail });

function bodyOf(bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> | MadeEvidence {
  const kind = sniffKind(bytes);
  if (kind !== 'html' && kind !== 'text') return makeGrids(bytes, view);
  // As the parsers read it: by the bytes alone, whatever the page declares.
  const text = decodeText(bytes).text.replace(/^\ufeff/, '');
  return kind === 'html' ? makeMarkup(text, view) : { ...shown(copyText(text, view.places)) };
}

const shown = ({
  markup,
  lit,
}: {
  readonly markup: string;
  readonly lit: readonly boolean[];
}): MadeEvidence => ({
  body: markup,
  lit,
  ...UNPAGED,
});

function makeMarkup(text: string, view: EvidenceView): MadeEvidence {
  const copy = copyPage(text, view.places, view.lang);
  if (!copy) return failure('too_large', `${text.length} characters`);
  const note = copy.whole ? '' : `<p class="note">${escapeMarkup(EVIDENCE_WORDS[view.lang].cut)}</p>`;
  return shown({ ...copy, markup: note + copy.markup });
}

async function makeGrids(bytes: Uint8Array, view: EvidenceView): Promise<MadeEvidence> {
  const document = await openDocument(bytes);
  const refused = document.findings.find(({ severity }) => severity === 'error');
  if (document.grids.length === 0 && document.text === '')
    return failure('unrenderable', refused?.message[view.lang] ?? document.kind);
  return shown(copyGrids(document, view.places));
}
