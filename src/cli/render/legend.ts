import type { Cell } from '../../model/cell.ts';
import type { CellStatus, Language } from '../../model/status.ts';
import { STATUS_SIGNS } from '../names.ts';
import { TEXTS } from '../texts.ts';
import type { NumberedFindings } from './notes.ts';

/** What the signs in the tables mean: only those that occur. */
export function renderLegend(
  cells: readonly Cell[],
  { failed, notesOf }: NumberedFindings,
  lang: Language,
): string {
  const statuses = new Set<CellStatus>(cells.filter((cell) => !isImputed(cell)).map((cell) => cell.status));
  const explained = Object.entries(STATUS_SIGNS)
    .filter(([status]) => statuses.has(status as CellStatus))
    .map(([, { legend }]) => legend[lang]);
  if (cells.some(isImputed)) explained.push(TEXTS.legendImputed[lang]);
  if (failed.some(({ variables }) => variables.length > 0)) explained.push(TEXTS.legendNote[lang]);
  if (cells.some(({ variable }) => notesOf(variable).length > 1)) explained.push(TEXTS.legendMoreNotes[lang]);
  return explained.length === 0 ? '' : TEXTS.legend[lang] + explained.join(lang === 'zh' ? '；' : '; ');
}

const isImputed = (cell: Cell): boolean => cell.imputed !== undefined && cell.imputed !== null;
