import { describe, expect, test } from 'vitest';
import { makePdf, showText } from './make-pdf.ts';
import { readVariables } from './read-hand-made.ts';

type Row = readonly [label: string, ...cells: string[]];

/** Rows of a table without lines, 14 points apart; each cell at the places given for its row. */
const draw = (top: number, places: readonly number[], rows: readonly Row[]): readonly string[] =>
  rows.flatMap(([label, ...cells], row) => [
    showText(label, 60, top - row * 14),
    ...cells.flatMap((cell, at) => (cell === '' ? [] : [showText(cell, places[at] ?? 0, top - row * 14)])),
  ]);

const COLUMNS = [290, 330, 370, 410, 450, 490, 530];
const HEADER: Row = ['', '自然人', '商业', '科研', '公益', '法律', '其他', '总计'];
const ROWS: readonly Row[] = [
  ['一、本年新收政府信息公开申请数量', '27', '1', '0', '0', '2', '0', '30'],
  ['（七）总计', '20', '1', '0', '0', '2', '0', '23'],
  ['四、结转下年度继续办理', '7', '0', '0', '0', '0', '0', '7'],
];

describe('tables without lines', () => {
  test('a table of another kind that follows without a word between is none of the form’s', async () => {
    const budget: readonly Row[] = [
      ['经费项目', '预算数', '决算数'],
      ['网站运维', '12.5', '11.8'],
      ['其他', '30', '28'],
    ];
    const content = [
      showText('三、收到和处理政府信息公开申请情况', 60, 760),
      ...draw(730, COLUMNS, [HEADER, ...ROWS]),
      ...draw(674, [340, 480], budget),
    ];
    const cells = await readVariables(makePdf([{ content: content.join('\n') }]));
    expect(cells.get('applications.carried_out.total')).toMatchObject({ value: 7, status: 'reported' });
    expect(cells.get('applications.other_other.natural_person')).toBeUndefined();
    expect([...cells.values()].filter(({ status }) => status === 'ambiguous')).toEqual([]);
  });

  test('an item whose rows are all blank is an item by its header', async () => {
    const item = (title: string, column: string, ...rows: readonly Row[]): readonly Row[] => [
      [title],
      ['信息内容', column],
      ...rows,
    ];
    const rows = [
      ...item('第二十条第（五）项', '本年处理决定数量', ['行政许可', '321']),
      ...item('第二十条第（六）项', '本年处理决定数量', ['行政处罚', ''], ['行政强制', '']),
      ...item('第二十条第（八）项', '本年收费金额（单位：万元）', ['行政事业性收费', '1985']),
    ];
    const cells = await readVariables(makePdf([{ content: draw(730, [340], rows).join('\n') }]));
    const statusOf = (name: string): string | undefined => cells.get(`disclosure.${name}`)?.status;
    expect(['penalties.decisions', 'compulsory_measures.decisions'].map(statusOf)).toEqual([
      'blank',
      'blank',
    ]);
    expect(cells.get('disclosure.licences.decisions')?.value).toBe(321);
    expect(cells.get('disclosure.fees.amount_10k_yuan')?.value).toBe(1985);
  });

  test('a first row that prints no number is a row', async () => {
    const rows: readonly Row[] = [
      ['第二十条第（六）项'],
      ['信息内容', '本年处理决定数量'],
      ['行政处罚', ''],
      ['行政强制', '33'],
    ];
    const content = draw(730, [340], rows).join('\n');
    const cells = await readVariables(makePdf([{ content }]));
    expect(cells.get('disclosure.compulsory_measures.decisions')).toMatchObject({ value: 33 });
    expect(cells.get('disclosure.penalties.decisions')).toMatchObject({ value: null, status: 'blank' });
  });
});
