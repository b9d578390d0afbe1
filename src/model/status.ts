/**
 * What was found in a cell. The list is closed (docs/codebook.md): blank, dash, absent, unreadable and
 * zero are five different things, and only `reported` comes with a value.
 */
export const CELL_STATUSES = [
  'reported',
  'blank',
  'dash',
  'absent',
  'unreadable',
  'ambiguous',
  'no_table',
] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];

export const SEVERITIES = ['error', 'warning', 'question', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const OUTCOMES = ['fail', 'not_evaluable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const LEVELS = ['province', 'prefecture', 'county', 'township'] as const;
export type Level = (typeof LEVELS)[number];

export const FORM_IDS = ['2014', '2019', '2021'] as const;
export type FormId = (typeof FORM_IDS)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
