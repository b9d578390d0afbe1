import type { EvidenceView, MadeEvidence } from '../../evidence/evidence.ts';
import { isShown } from '../../evidence/evidence.ts';
import { framePage } from '../../evidence/frame-page.ts';
import { showDocument } from '../../evidence/show-document.ts';
import { labelVariable } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import { getExtraction } from '../../store/get-extraction.ts';
import { getVariablesOfFinding } from '../../store/show/finding-variables.ts';
import { route } from '../route.ts';
import { EVIDENCE } from '../texts/evidence.ts';
import { EVIDENCE_HEADERS } from './evidence-headers.ts';
import { EvidenceQuery, ReportParams } from './evidence-query.ts';
import { faultBody } from './fault-body.tsx';
import { findDocument } from './find-document.ts';
import { type Lit, litPlaces } from './lit-places.ts';

/** The frame: an archived document with cells lit, or why it cannot be shown. Never blank, and nothing in it runs. */
export const evidenceFrame = route({
  method: 'get',
  path: '/reports/:id/evidence',
  access: 'reader',
  bytes: true,
  params: ReportParams,
  query: EvidenceQuery,
  answer: async ({ store, archive, evidence, params, query, lang }) => {
    const { document, own } = findDocument(store, params.id, query.part);
    const beside = query.finding === undefined ? [] : getVariablesOfFinding(store, params.id, query.finding);
    const cells = own ? (getExtraction(store, params.id)?.cells ?? []) : [];
    const lit = litPlaces(cells, { cell: query.cell, beside }, lang);
    const { zoom, turn, page = null } = query;
    const view: EvidenceView = { places: [...lit.places], page, zoom, turn, lang };
    const made = await showDocument(document, view, { archive, maker: evidence });
    const shown = isShown(made) ? made : { body: faultBody(made, lit.asked, lang), scaled: true };
    const notes = own ? notesOf(lit, view, made, lang) : [EVIDENCE.otherFile[lang]];
    const html = framePage(shown, { zoom, lang, notes });
    // Long enough for a frame that was asked for ahead, too short to outlive a fault of the archive.
    const headers = { ...EVIDENCE_HEADERS, 'Cache-Control': 'private, max-age=30' };
    return { bytes: html, type: 'text/html; charset=utf-8', headers };
  },
});

/** What the document itself cannot say: a cell that is not in it, or on another of its pages. */
function notesOf(
  { places, withoutPlace }: Lit,
  { page }: EvidenceView,
  made: MadeEvidence,
  lang: Language,
): string[] {
  const notes = withoutPlace.map((name) => EVIDENCE.noPlace(labelVariable(name, lang))[lang]);
  if (!isShown(made)) return notes;
  for (const [index, { source, label, chosen }] of places.entries()) {
    if (made.lit[index]) continue;
    const elsewhere = 'page' in source && made.page !== null && source.page !== made.page;
    if (!elsewhere) notes.push(EVIDENCE.placeMissing(label)[lang]);
    else if (chosen || page === null) notes.push(EVIDENCE.otherPage(label, source.page)[lang]);
  }
  return notes;
}
