import { COLUMN_NUMBERS } from '../../src/forms/tables.ts';
import { labelKeys } from '../labels/label-index.ts';
import { cleanText, normaliseLabel } from '../normalise-label.ts';
import { isBlank } from './intervals.ts';
import type { DataRow } from './table-part.ts';

const KEYS = labelKeys(COLUMN_NUMBERS);

/** Whether a row under a header only numbers its columns: 栏次 1 2 3, 甲 乙 1. */
export function numbersColumns({ labels, values }: DataRow): boolean {
  const names = labels.map(({ text }) => normaliseLabel(text)).filter((name) => name !== '');
  const numbers = values.filter((cell) => !isBlank(cell));
  return (
    names.length > 0 &&
    names.every((name) => KEYS.includes(name)) &&
    numbers.every(({ text }, at) => cleanText(text) === String(at + 1))
  );
}
