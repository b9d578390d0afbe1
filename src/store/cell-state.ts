import type { Cell } from '../model/cell.ts';
import { CELL_STATUSES, type CellStatus } from '../model/status.ts';

/** `state` of a stored cell: its status in the low three bits (the view report_values has the same list). */
const STATUS_BITS = 7;
/** Set when the record has no raw text although one is usual for the status. */
const NO_RAW = 8;

const BY_STATUS = Object.fromEntries(CELL_STATUSES.map((status, index) => [status, index])) as Record<
  CellStatus,
  number
>;

export interface StoredText {
  readonly state: number;
  readonly raw: string | null;
}

/** Status and raw text as they are stored: a text that is just the value, as most are, takes no room. */
export function storeText({ status, value, raw }: Cell): StoredText {
  const state = BY_STATUS[status];
  const usual = usualText(status, value);
  if (raw === usual) return { state, raw: null };
  return raw === null ? { state: state | NO_RAW, raw: null } : { state, raw };
}

/** Gives back the status and raw text of a stored cell. */
export function restoreText(stored: StoredText, value: number | null): Pick<Cell, 'status' | 'raw'> {
  const status = CELL_STATUSES[stored.state & STATUS_BITS] ?? 'unreadable';
  if (stored.raw !== null || (stored.state & NO_RAW) !== 0) return { status, raw: stored.raw };
  return { status, raw: usualText(status, value) };
}

/** What is printed in most cells of a status; amounts with decimals are always kept as they are printed. */
function usualText(status: CellStatus, value: number | null): string | null {
  if (status === 'blank') return '';
  if (status !== 'reported' || value === null) return null;
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : null;
}
