import type { NumberKind, TableId } from './form.ts';

/**
 * What no body's count of a kind can come to, far above the largest of a province, so that only slips of the pen are
 * beyond it: applications for information in the whole country are some hundred thousand a year, licences some
 * hundred million, what offices may charge for their services some hundred billion yuan.
 */
const MOST_COUNTED: Readonly<Record<TableId, number>> = {
  disclosure: 1e9,
  applications: 1e7,
  challenges: 1e6,
  statistics: 1e10,
};
const MOST_WAN_YUAN = 4e7;

/** Fees of a year (two billion yuan) that hardly a county charges: without a printed unit the number may be in yuan. */
export const UNUSUAL_WAN_YUAN = 2e5;

/** The largest size that a number of a table may have. */
export const mostOf = (table: TableId, kind: NumberKind): number =>
  kind === 'amount_10k_yuan' ? MOST_WAN_YUAN : MOST_COUNTED[table];

/** The smallest and the largest number that a table may hold; what lies beyond is kept as printed, and asked about. */
export const rangeOf = (
  table: TableId,
  kind: NumberKind,
): { readonly least: number; readonly most: number } => {
  const most = mostOf(table, kind);
  return { least: kind === 'change' ? -most : 0, most };
};
