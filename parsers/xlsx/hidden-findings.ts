import type { Finding } from '../../src/model/finding.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import { cleanText } from '../normalise-label.ts';
import type { SheetCell } from './sheet-cells.ts';

const SHOWN = 5;
const WHERE = {
  sheet: { zh: '是隐藏的，其中', en: 'and is itself hidden' },
  lines: { zh: '的隐藏行列中', en: 'in hidden rows or columns' },
  covered: { zh: '被合并覆盖的单元格里', en: 'in cells merged into others' },
  unseen: { zh: '设了不显示内容的格式的单元格里', en: 'in cells whose format shows nothing' },
} as const;

/**
 * Numbers of a sheet that a reader does not see are not read; that is said once a sheet, with the first of them. A whole
 * sheet that is hidden takes nothing from those that are shown, as a hidden row does.
 */
export function hiddenFinding(
  sheet: string,
  where: keyof typeof WHERE,
  cells: readonly SheetCell[],
): readonly Finding[] {
  const numbers = cells.filter(({ text }) => /\d/.test(text.normalize('NFKC')));
  if (numbers.length === 0) return [];
  const shown = numbers.slice(0, SHOWN).map(({ text }) => cleanText(text).slice(0, 30));
  const more = numbers.length > SHOWN ? '…' : '';
  const { zh, en } = WHERE[where];
  return [
    makeFinding({
      rule: 'document.hidden_text',
      scope: sheet,
      severity: where === 'sheet' ? 'info' : 'warning',
      message: {
        zh: `工作表“${sheet}”${zh}有 ${numbers.length} 处数字（${shown.join('、')}${more}），不显示，没有读取。`,
        en: `Sheet "${sheet}" holds ${numbers.length} numbers (${shown.join(', ')}${more}) ${en}: they are not shown and were not read.`,
      },
    }),
  ];
}
