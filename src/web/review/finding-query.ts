import type { z } from 'zod';
import { EvidenceQuery } from '../evidence/evidence-query.ts';
import { QueueQuery, queryWith } from './queue-query.ts';

/** The state of the page of one finding: of the queue it belongs to, and of the evidence beside it. */
export const FindingQuery = QueueQuery.omit({ page: true }).extend(
  EvidenceQuery.omit({ finding: true }).shape,
);
export type FindingQuery = z.infer<typeof FindingQuery>;

/** The part of the state that leads from finding to finding. */
export function queueSearch(query: FindingQuery): string {
  const { cell: _, part: __, page: ___, zoom: ____, turn: _____, ...queue } = query;
  return queryWith(queue);
}

/** The same finding with another look at the evidence. */
export function addressWith(id: number, query: FindingQuery, evidence: Partial<EvidenceQuery>): string {
  const search = new URLSearchParams(queueSearch(query));
  const { finding: _, zoom, turn, ...rest } = evidence;
  const shown = { ...rest, ...(zoom === 100 ? {} : { zoom }), ...(turn === 0 ? {} : { turn }) };
  for (const [name, value] of Object.entries(shown)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return `/findings/${id}${text === '' ? '' : `?${text}`}`;
}
