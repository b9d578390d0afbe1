import { labelVariable } from '../../forms/words.ts';
import type { Cell } from '../../model/cell.ts';
import type { Language } from '../../model/status.ts';
import { STATUS_TEXTS } from '../texts/cells.ts';

/** A cell as it was read, in one line: its name, its text as printed, or why it has none. */
export function readCellText({ variable, raw, status }: Cell, lang: Language): string {
  const printed = raw === null || raw === '' ? '' : `「${raw}」`;
  return `${labelVariable(variable, lang)}：${printed}${status === 'reported' ? '' : `（${STATUS_TEXTS[status][lang]}）`}`;
}
