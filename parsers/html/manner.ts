import type { Element } from 'domhandler';
import type { Manner } from '../cell-pieces.ts';
import { isOutOfSight, isRaised, isStruck, isWhiteOnWhite } from './visible.ts';

/** A note's mark or a struck figure is printed beside the number and is none of its digits: 5<sup>1</sup> is not 51. */
const BESIDE = new Set(['sup', 'sub', 'del', 's', 'strike']);
const WHITE_MANNERS = { yes: 'beside', maybe: 'doubtful', no: null } as const;

/** How an element sets its text apart, by its name or by what is declared of it; null for most. */
export function mannerOf(element: Element): Manner | null {
  if (BESIDE.has(element.name)) return 'beside';
  if (element.name === 'small') return 'doubtful';
  if (element.attribs['style'] === undefined && element.name !== 'font') return null;
  if (isStruck(element)) return 'beside';
  if (isOutOfSight(element)) return 'unseen';
  return isRaised(element) ? 'apart' : WHITE_MANNERS[isWhiteOnWhite(element)];
}

/** A cell may be struck through by what is declared of it or of its row; what colours a whole cell is not known. */
export function mannerOfCell(cell: Element): Manner | null {
  const row = cell.parent as Element | null;
  if (isStruck(cell) || (row?.name === 'tr' && isStruck(row))) return 'beside';
  return isOutOfSight(cell) ? 'unseen' : null;
}
