import { readArchived } from '../../evidence/archived-document.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { route } from '../route.ts';
import { FAULT_TEXTS } from '../texts/evidence.ts';
import { EVIDENCE_HEADERS } from './evidence-headers.ts';
import { EvidenceQuery, ReportParams } from './evidence-query.ts';
import { findDocument } from './find-document.ts';
import { neutralName } from './neutral-name.ts';

/**
 * The bytes as they are in the archive now, to be kept and never opened in place. Bytes that are not those that were
 * read are given too, and say so in their name. 404 when there are none.
 */
export const originalFile = route({
  method: 'get',
  path: '/reports/:id/original',
  access: 'reader',
  bytes: true,
  params: ReportParams,
  query: EvidenceQuery.pick({ part: true }),
  answer: async ({ store, archive, params, query, lang }) => {
    const { report, document, own } = findDocument(store, params.id, query.part);
    const read = await readArchived(archive, document);
    if ('fault' in read) throw new HttpProblem(404, FAULT_TEXTS[read.fault][lang]);
    const name = neutralName(params.id, document.sha256, own ? report.kind : 'unknown');
    const told = read.intact ? name : `unverified-${name}`;
    return {
      bytes: Uint8Array.from(read.bytes),
      type: 'application/octet-stream',
      headers: {
        ...EVIDENCE_HEADERS,
        'Content-Disposition': `attachment; filename="${told}"`,
        'Cache-Control': 'private, no-store',
      },
    };
  },
});
