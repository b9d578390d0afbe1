import type { Finding } from '../../src/model/finding.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { cleanText } from '../normalise-label.ts';
import { looksLikeValue } from '../read-number.ts';

const SHOWN = 5;

/** Numbers that a table prints outside of every cell: no row takes them, and the cell that lost one looks blank. */
export function outsideCells(table: number, pieces: readonly string[]): readonly Finding[] {
  const numbers = pieces.map(cleanText).filter((text) => /\d/.test(text) && looksLikeValue(text));
  if (numbers.length === 0) return [];
  const shown = numbers.slice(0, SHOWN).join('、') + (numbers.length > SHOWN ? '…' : '');
  return [
    makeFinding({
      rule: 'table.unmapped',
      scope: String(table + 1),
      severity: 'warning',
      message: {
        zh: `第 ${table + 1} 个表格中有不在任何单元格内的数字（${shown}），没有变量接收。`,
        en: `Table ${table + 1} prints numbers outside of every cell (${shown}), which no variable takes.`,
      },
    }),
  ];
}
