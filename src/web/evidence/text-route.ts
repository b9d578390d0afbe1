import { readArchived } from '../../evidence/archived-document.ts';
import { getExtraction } from '../../store/get-extraction.ts';
import { route } from '../route.ts';
import { EVIDENCE, FAULT_TEXTS } from '../texts/evidence.ts';
import { EVIDENCE_HEADERS } from './evidence-headers.ts';
import { EvidenceQuery, ReportParams } from './evidence-query.ts';
import { findDocument } from './find-document.ts';
import { readCellText } from './read-cell-text.ts';

/** The words of a document as the parsers read them; when they cannot be had, the cells as the database has them. */
export const extractedText = route({
  method: 'get',
  path: '/reports/:id/text',
  access: 'reader',
  bytes: true,
  params: ReportParams,
  query: EvidenceQuery.pick({ part: true }),
  answer: async ({ store, archive, evidence, params, query, lang }) => {
    const { document } = findDocument(store, params.id, query.part);
    const read = await readArchived(archive, document);
    const words = 'fault' in read || !read.intact ? null : await evidence.text({ ...document, ...read });
    const why =
      'fault' in read ? FAULT_TEXTS[read.fault][lang] : read.intact ? '' : FAULT_TEXTS.hash_mismatch[lang];
    const cells = getExtraction(store, params.id)?.cells ?? [];
    const fromCells = [why, EVIDENCE.noText[lang], '', ...cells.map((cell) => readCellText(cell, lang))];
    const text = words?.trim()
      ? words
      : `${fromCells.filter((line, at) => at > 0 || line !== '').join('\n')}\n`;
    const headers = { ...EVIDENCE_HEADERS, 'Cache-Control': 'private, no-store' };
    return { bytes: text, type: 'text/plain; charset=utf-8', headers };
  },
});
