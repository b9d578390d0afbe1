import type { Operator } from '../mutant.ts';
import { BYTE_OPERATORS } from './bytes.ts';
import { CELL_OPERATORS } from './cells.ts';
import { COLUMN_OPERATORS } from './columns.ts';
import { LABEL_OPERATORS } from './labels.ts';
import { ROW_OPERATORS } from './rows.ts';
import { SLIP_OPERATORS } from './slips.ts';
import { SPAN_OPERATORS } from './spans.ts';
import { SPELLING_OPERATORS } from './spellings.ts';
import { TABLE_OPERATORS } from './tables.ts';

export const OPERATORS: readonly Operator[] = [
  ...ROW_OPERATORS,
  ...COLUMN_OPERATORS,
  ...CELL_OPERATORS,
  ...SLIP_OPERATORS,
  ...SPELLING_OPERATORS,
  ...SPAN_OPERATORS,
  ...LABEL_OPERATORS,
  ...TABLE_OPERATORS,
  ...BYTE_OPERATORS,
];
