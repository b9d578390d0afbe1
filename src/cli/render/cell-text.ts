import { escapeText } from '../../escape.ts';
import type { Cell } from '../../model/cell.ts';
import { STATUS_SIGNS } from '../names.ts';
import { noteSign } from './notes.ts';
import { shorten } from './width.ts';

/** A dash may be written in words (不涉及); more than this is shortened. */
const MAX_DASH_WIDTH = 6;

/**
 * What stands in a table for a cell: the number, the sign of its status, or in brackets what arithmetic proves;
 * behind it the sign of the first finding. No cell at all counts as absent.
 */
export function cellText(cell: Cell | undefined, notes: readonly number[]): string {
  return cellContent(cell) + noteSign(notes);
}

function cellContent(cell: Cell | undefined): string {
  if (cell === undefined) return STATUS_SIGNS.absent.sign;
  if (cell.status === 'reported') return String(cell.value);
  if (cell.imputed !== undefined && cell.imputed !== null) return `[${cell.imputed}]`;
  if (cell.status === 'dash') return shorten(escapeText(cell.raw ?? '-'), MAX_DASH_WIDTH);
  return STATUS_SIGNS[cell.status].sign;
}
