import type { Message } from '../../model/finding.ts';
import type { CellStatus } from '../../model/status.ts';

/** Why there is no number: what the cell says, or that there is no such cell, or no report. */
export const GAPS = [
  'blank',
  'dash',
  'absent',
  'unreadable',
  'ambiguous',
  'no_table',
  'other_form',
  'no_report',
] as const;
export type Gap = (typeof GAPS)[number];

/** Each kind has a mark of its own in charts and tables, and a word. */
export const GAP_MARKS: Readonly<Record<Gap, { readonly mark: string; readonly name: Message }>> = {
  blank: { mark: '□', name: { zh: '空格', en: 'blank' } },
  dash: { mark: '–', name: { zh: '占位符', en: 'placeholder' } },
  absent: { mark: '×', name: { zh: '未印此行', en: 'not printed' } },
  unreadable: { mark: '?', name: { zh: '无法读取', en: 'unreadable' } },
  ambiguous: { mark: '≈', name: { zh: '归属不定', en: 'uncertain cell' } },
  no_table: { mark: '⊘', name: { zh: '缺表', en: 'no table' } },
  other_form: { mark: '÷', name: { zh: '格式无此项', en: 'form without it' } },
  no_report: { mark: '·', name: { zh: '无报告', en: 'no report' } },
};

export const isGap = (status: CellStatus | Gap): status is Gap =>
  (GAPS as readonly string[]).includes(status);
