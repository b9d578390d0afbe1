import type { Finding } from '../../src/model/finding.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { cleanText } from '../normalise-label.ts';
import type { CoveredText } from './merged-grid.ts';

const hasNumber = (text: string): boolean => /\d/.test(text.normalize('NFKC'));

/** A number that the file holds where no reader of the page sees it: not read, and not passed over in silence. */
export function coveredFindings(table: number, covered: readonly CoveredText[]): readonly Finding[] {
  return covered
    .filter(({ text }) => hasNumber(text))
    .map(({ row, column, text }) => {
      const where = `${table + 1}:${row + 1}:${column + 1}`;
      const printed = cleanText(text).slice(0, 60);
      return makeFinding({
        rule: 'document.hidden_text',
        scope: where,
        message: {
          zh: `第 ${table + 1} 个表格第 ${row + 1} 行第 ${column + 1} 列的“${printed}”在被合并的单元格里，不显示，没有读取。`,
          en: `Table ${table + 1}, row ${row + 1}, column ${column + 1} holds "${printed}" in a cell merged into another: it is not shown and was not read.`,
        },
      });
    });
}

/** A number in a text box that floats over a table: which cell it belongs to cannot be told. */
export function floatingFinding(table: number, text: string): readonly Finding[] {
  if (!hasNumber(text)) return [];
  const printed = cleanText(text).slice(0, 60);
  return [
    makeFinding({
      rule: 'document.floating_text',
      scope: String(table + 1),
      message: {
        zh: `第 ${table + 1} 个表格上有浮动文本框“${printed}”，无法确定属于哪个单元格。`,
        en: `A text box "${printed}" floats over table ${table + 1}: which cell it belongs to is not certain.`,
      },
    }),
  ];
}
