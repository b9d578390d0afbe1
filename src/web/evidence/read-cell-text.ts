import { labelVariable } from '../../forms/words.ts';
import type { Cell } from '../../model/cell.ts';
import type { Language } from '../../model/status.ts';
import { CELL_STATUS_NAMES } from '../texts/review.ts';

/** A cell as it was read, in one line: its name, its text as printed, or why it has none. */
export function readCellText({ variable, raw, status }: Cell, lang: Language): string {
  const printed = raw === null || raw === '' ? '' : `「${raw}」`;
  return `${labelVariable(variable, lang)}：${printed}${status === 'reported' ? '' : `（${CELL_STATUS_NAMES[status][lang]}）`}`;
}
