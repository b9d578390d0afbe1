import type { CellStatus } from '../../model/status.ts';
import type { Texts } from './text.ts';

/** The mark of each status in a table; none for a number, and none is told by its colour alone. */
export const STATUS_MARKS: Readonly<Record<CellStatus, string>> = {
  reported: '',
  blank: '␣',
  dash: '–',
  absent: '∅',
  unreadable: '⁇',
  ambiguous: '≈',
  no_table: '⊘',
};

export const CELLS = {
  legend: { zh: '图例', en: 'Legend' },
  imputed: { zh: '推算', en: 'deduced' },
  corrected: { zh: '更正', en: 'corrected' },
  used: { zh: '采用', en: 'used' },
  printed: { zh: '印出', en: 'printed' },
  value: { zh: '数值', en: 'value' },
  status: { zh: '状态', en: 'status' },
  lastYear: (year: number) => ({ zh: `${year} 年`, en: `${year}` }),
  findingsOn: (count: number) => ({ zh: `${count} 条问题`, en: `${count} finding${count === 1 ? '' : 's'}` }),
} as const satisfies Texts;
