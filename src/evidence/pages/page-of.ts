import type { EvidenceView } from '../evidence.ts';

/** The page asked for; else that of the chosen place, else of any place, else the first. */
export function pageOf({ page, places }: Pick<EvidenceView, 'page' | 'places'>): number {
  if (page !== null) return page;
  const sources = [...places.filter(({ chosen }) => chosen), ...places].map(({ source }) => source);
  return sources.flatMap((source) => ('page' in source ? [source.page] : []))[0] ?? 1;
}
