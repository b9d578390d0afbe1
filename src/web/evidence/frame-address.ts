import type { EvidenceQuery } from './evidence-query.ts';
import { writeQuery } from './evidence-query.ts';

/** The address of the frame: it leads to the chosen cell within it. */
export function frameAddress(report: number, query: Partial<EvidenceQuery>): string {
  const { cell, finding, part, page, zoom, turn } = query;
  const place = cell === undefined && finding === undefined ? '' : '#lit';
  return `/reports/${report}/evidence${writeQuery({ cell, finding, part, page, zoom, turn })}${place}`;
}
