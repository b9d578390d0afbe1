import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import { cropBody } from '../../evidence/crop-body.ts';
import { type EvidenceView, isShown } from '../../evidence/evidence.ts';
import { EVIDENCE_STYLE } from '../../evidence/frame-page.ts';
import { openRecordDate } from '../../evidence/record-date.ts';
import { showDocument } from '../../evidence/show-document.ts';
import { getExtraction } from '../../store/get-extraction.ts';
import { getFinding } from '../../store/review/get-finding.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { EVIDENCE_HEADERS } from '../evidence/evidence-headers.ts';
import { faultBody } from '../evidence/fault-body.tsx';
import { findDocument } from '../evidence/find-document.ts';
import { litPlaces } from '../evidence/lit-places.ts';
import { Dossier } from '../review/dossier.tsx';
import { type PageRequest, route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';
import { FindingParams } from './finding.tsx';

/**
 * All that a finding rests on as one file that needs nothing else: the cutting of the original with its cells lit, the
 * arithmetic, the hashes, what people said of it. It holds no date of its making: as long as nothing of that changes,
 * it is the same byte for byte, and its ETag is its SHA-256.
 */
export const dossier = route({
  method: 'get',
  path: '/findings/:id/dossier',
  access: 'reader',
  bytes: true,
  params: FindingParams,
  answer: async (request: PageRequest<unknown, { id: number }>) => {
    const { store, params, lang, person, archive } = request;
    const detail = getFinding(store, params.id, person.name);
    if (!detail) throw new HttpProblem(404, REVIEW.gone[lang]);
    const { report, document } = findDocument(store, detail.reportId, undefined);
    const date = await openRecordDate(archive, document);
    const crop = await cropOf(request, detail);
    const page = await (<Dossier {...{ detail, report, date, crop, lang }} style={EVIDENCE_STYLE} />);
    const html = `<!doctype html>${String(raw(String(page)))}\n`;
    const sha256 = createHash('sha256').update(html).digest('hex');
    return {
      bytes: html,
      type: 'text/html; charset=utf-8',
      headers: {
        ...EVIDENCE_HEADERS,
        'Content-Disposition': `attachment; filename="finding-${detail.key}.html"`,
        'Cache-Control': 'private, no-store',
        ETag: `"${sha256}"`,
      },
    };
  },
});

type Detail = NonNullable<ReturnType<typeof getFinding>>;

/** The lit part of the original, or which fault keeps it from being shown; null: the cells have no place in it. */
async function cropOf(
  { store, archive, evidence, lang }: PageRequest<unknown, { id: number }>,
  { reportId, variables }: Detail,
): Promise<string | null> {
  const { document } = findDocument(store, reportId, undefined);
  const cells = getExtraction(store, reportId)?.cells ?? [];
  const lit = litPlaces(cells, { cell: undefined, beside: variables }, lang);
  const view: EvidenceView = { places: [...lit.places], page: null, zoom: 100, turn: 0, lang };
  const made = await showDocument(document, view, { archive, maker: evidence });
  return isShown(made) ? cropBody(made.body) : faultBody(made, lit.asked, lang);
}
