import { expect, test } from 'vitest';
import { APPLICATIONS_HEADER, cellsOf, readTables } from './read-table.ts';

const GROUPS: readonly (readonly [group: string, rows: readonly string[]])[] = [
  [
    '（三）不予公开',
    ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'],
  ],
  ['（四）无法提供', ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作']],
  [
    '（五）不予处理',
    ['1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请'],
  ],
];
/** A group without its sixth row: its writer numbered those behind it as if the form had none. */
const WITHOUT_SIXTH: typeof GROUPS = [
  [
    '（三）不予公开',
    [
      ...['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'],
      ...['5.属于三类内部事务信息', '6.属于行政执法案卷', '7.属于行政查询事项'],
    ],
  ],
  ...GROUPS.slice(1),
];
const NUMBERS = [7, 2, 3, 4, 1, 2, 19];

/** The table with each row's label as `number` has it, and every digit of it as `print` has it. */
function page(
  number: (label: string, at: number) => string,
  print: (markup: string) => string,
  groups: typeof GROUPS = GROUPS,
): string {
  let at = 0;
  const rows = groups.flatMap(([group, labels]) =>
    labels.map((label, first) => {
      const cell = first === 0 ? `<td rowspan=${labels.length}>${group}` : '';
      return `<tr><td>${cell}<td>${print(number(label, at++) + cellsOf(NUMBERS))}`;
    }),
  );
  return `<table>${APPLICATIONS_HEADER}${rows.join('')}</table>`;
}

const asForm = (label: string): string => label;
const same = (markup: string): string => markup;
const swapped = (a: string, b: string) => (markup: string) =>
  markup.replace(/\d/g, (digit) => (digit === a ? b : digit === b ? a : digit));

test.each<[string, string, boolean]>([
  ['the form’s own numbers', page(asForm, same), false],
  ['digits 2 and 8 exchanged by the font', page(asForm, swapped('2', '8')), true],
  ['a 2 that reads 4, as the 4 does', page(asForm, (markup) => markup.replaceAll('2', '4')), true],
  [
    'rows counted on through all groups',
    page((label, at) => label.replace(/^\d/, String(at + 1)), same),
    false,
  ],
  ['rows that are all number 1', page((label) => label.replace(/^\d/, '1'), same), false],
  ['rows counted on over one that was left out', page(asForm, same, WITHOUT_SIXTH), false],
  ['one slip of the writer', page((label) => label.replace('2.重复', '3.重复'), same), false],
])('%s', (_, markup, lies) => {
  const { values, rules } = readTables(markup);
  const read = new Set(Object.values(values).map((value) => typeof value));
  expect(read).toEqual(new Set([lies ? 'string' : 'number']));
  expect(rules.includes('cell.ambiguous')).toBe(lies);
});
