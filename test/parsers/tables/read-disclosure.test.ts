import { describe, expect, test } from 'vitest';
import { cellsOf, readTables } from './read-table.ts';

const table = (...rows: string[]): string => `<table>${rows.map((row) => `<tr>${row}`).join('')}</table>`;
const head = (item: string): string => `<td colspan=4>第二十条第（${item}）项`;
const ITEM_1 = [head('一'), cellsOf(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'])];
const RULES = {
  'disclosure.regulations.issued': 1,
  'disclosure.regulations.repealed': 2,
  'disclosure.regulations.in_force': 3,
};

describe('the disclosure table', () => {
  test.each<[string, string]>([
    ['六', '拟行政处罚'],
    ['六', '行政强制执行申请'],
    ['五', '行政许可（变更）'],
  ])('item %s: %s is no row of the form for certain', (item, label) => {
    const { values, rules } = readTables(
      table(head(item), '<td>信息内容<td colspan=3>本年处理决定数量', `<td>${label}<td colspan=3>8`),
    );
    expect(Object.values(values)).toEqual(['ambiguous']);
    expect(rules).toEqual(['cell.ambiguous']);
  });

  test('blocks of the form of 2021', () => {
    expect(
      readTables(
        table(
          ...ITEM_1,
          cellsOf(['规章', 1, 2, 3]),
          cellsOf(['行政规范性文件', 4, 5, 6]),
          head('五'),
          '<td>信息内容<td colspan=3>本年处理决定数量',
          '<td>行政许可<td colspan=3>7',
          head('八'),
          '<td>信息内容<td colspan=3>本年收费金额（单位：万元）',
          '<td>行政事业性收费<td colspan=3>8.5',
        ),
      ),
    ).toEqual({
      values: {
        ...RULES,
        'disclosure.normative_documents.issued': 4,
        'disclosure.normative_documents.repealed': 5,
        'disclosure.normative_documents.in_force': 6,
        'disclosure.licences.decisions': 7,
        'disclosure.fees.amount_10k_yuan': 8.5,
      },
      rules: [],
    });
  });

  test('the items as a first column beside their rows', () => {
    const { values, rules } = readTables(
      table(
        `<td rowspan=3>第二十条第（一）项${ITEM_1[1]}`,
        cellsOf(['规章', 1, 2, 3]),
        cellsOf(['行政规范性文件', 4, '', 6]),
        '<td rowspan=2>第二十条第（五）项<td>信息内容<td colspan=3>本年处理决定数量',
        '<td>行政许可<td colspan=3>7',
        '<td rowspan=3>第二十条第（六）项<td>信息内容<td colspan=3>本年处理决定数量',
        '<td>行政处罚<td colspan=3>8',
        '<td>行政强制<td colspan=3>9',
      ),
    );
    expect(rules).toEqual([]);
    expect(values).toEqual({
      ...RULES,
      'disclosure.normative_documents.issued': 4,
      'disclosure.normative_documents.repealed': 'blank',
      'disclosure.normative_documents.in_force': 6,
      'disclosure.licences.decisions': 7,
      'disclosure.penalties.decisions': 8,
      'disclosure.compulsory_measures.decisions': 9,
    });
  });

  test('a header label that spans a column too many takes no number from the next column', () => {
    const filler = cellsOf(['', '']);
    const { values, rules } = readTables(
      table(
        head('一'),
        `<td>信息内容<td colspan=2>本年制发件数<td>本年废止件数<td>现行有效件数${filler}`,
        `${cellsOf(['规章', 1, 2, 3])}<td>${filler}`,
        `${cellsOf(['行政规范性文件', 4, 5, 6])}<td>${filler}`,
      ),
    );
    expect(values).toMatchObject({ ...RULES, 'disclosure.normative_documents.repealed': 5 });
    expect(rules).toEqual([]);
  });

  test.each<[string, readonly (string | number)[], number | 'ambiguous']>([
    ['digits in a cell each are one number', [26, 2, 8], 28],
    ['two numbers are not', [26, 28, 50], 'ambiguous'],
  ])('under one wide label %s', (_, numbers, expected) => {
    const { values } = readTables(
      table(
        head('八'),
        '<td>信息内容<td>上一年项目数量<td colspan=2>本年增/减',
        cellsOf(['行政事业性收费', ...numbers]),
      ),
    );
    expect(values['disclosure.fees.items_change']).toBe(expected);
    expect(values['disclosure.fees.items_last_year']).toBe(expected === 28 ? 26 : 'ambiguous');
  });

  test('a number over two labels beside a blank cell is of neither', () => {
    const { values, rules } = readTables(
      table(
        head('一'),
        cellsOf(['信息内容', '本年制发件数', '本年废止件数', '', '现行有效件数']),
        '<td>规章<td colspan=2>12<td><td>3',
        `<td>行政规范性文件${cellsOf([4, 5, '', 6])}`,
      ),
    );
    expect(values).toMatchObject({
      'disclosure.regulations.issued': 'ambiguous',
      'disclosure.normative_documents.repealed': 5,
    });
    expect(rules).toEqual(['cell.ambiguous']);
  });

  test('an item in the layout of 2019 beside one of 2021', () => {
    const { values, rules } = readTables(
      table(
        head('一'),
        cellsOf(['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量']),
        cellsOf(['规章', 1, 2, 3]),
        head('五'),
        '<td>信息内容<td colspan=3>本年处理决定数量',
        '<td>行政许可<td colspan=3>7',
      ),
    );
    expect(values).toEqual({
      'disclosure.regulations.made': 1,
      'disclosure.regulations.newly_disclosed': 2,
      'disclosure.regulations.total_disclosed': 3,
      'disclosure.licences.decisions': 7,
    });
    expect(rules).toEqual([]);
  });

  test('a label of its own year is the one that the form has in its place', () => {
    const { values, rules } = readTables(
      table(
        head('六'),
        cellsOf(['信息内容', '2018年项目数量', '本年增/减', '处理决定数量']),
        cellsOf(['行政处罚', 9, -3, 720]),
      ),
    );
    expect(rules).toEqual([]);
    expect(values).toEqual({
      'disclosure.penalties.items_last_year': 9,
      'disclosure.penalties.items_change': -3,
      'disclosure.penalties.decisions': 720,
    });
  });

  test('signed changes of the form of 2019', () => {
    const { values } = readTables(
      table(
        head('六'),
        cellsOf(['信息内容', '上一年项目数量', '本年增/减', '处理决定数量']),
        cellsOf(['行政处罚', 9, '－3', 720]),
        cellsOf(['行政强制', 9, '增加4', 1]),
      ),
    );
    expect(values).toMatchObject({
      'disclosure.penalties.items_change': -3,
      'disclosure.compulsory_measures.items_change': 4,
      'disclosure.penalties.decisions': 720,
    });
  });

  test.each([
    ['in the header', '采购总金额（单位：元）', '251000'],
    ['in brackets behind the name', '采购总金额（元）', '251000'],
    ['larger than the form’s', '采购总金额（单位：百万元）', '0.251'],
    ['in the cell', '采购总金额', '251000元'],
  ])('yuan %s is converted, and is said', (_, label, amount) => {
    const { values, rules } = readTables(
      table(head('九'), cellsOf(['信息内容', '采购项目数量', label]), cellsOf(['政府集中采购', 3, amount])),
    );
    expect(values).toEqual({
      'disclosure.procurement.items': 3,
      'disclosure.procurement.amount_10k_yuan': 25.1,
    });
    expect(rules).toEqual(['cell.unit']);
  });

  test('a block broken between its title and its header', () => {
    const first = table(head('一'));
    const second = table(...ITEM_1.slice(1), cellsOf(['规章', 1, 2, 3]));
    expect(readTables(first + second).values).toEqual(RULES);
  });

  test('damaged labels of columns and rows', () => {
    const { values } = readTables(
      table(
        head('一'),
        cellsOf(['信息内容', '本年发件', '本年废止件数', '现行有效件']),
        cellsOf(['规 章', 1, 2, 3]),
      ),
    );
    expect(values).toEqual(RULES);
  });

  test('columns that no edition has are in doubt, not shifted', () => {
    const { values, rules } = readTables(
      table(
        head('一'),
        cellsOf(['信息内容', '本年制发件数', '本年修订件数', '本年废止件数', '现行有效件数']),
        cellsOf(['规章', 1, 9, 2, 3]),
      ),
    );
    for (const value of Object.values(values)) expect([1, 2, 3, 'ambiguous']).toContain(value);
    expect(values['disclosure.regulations.repealed']).not.toBe(9);
    expect(rules.length).toBeGreaterThan(0);
  });

  test('tables of the page around the report are none of it', () => {
    const chrome = table(
      cellsOf(['索引号', '11220382/2022-00012', '分类', '年报']),
      cellsOf(['发布机构', '某某县政府', '成文日期', '2022年1月20日']),
    );
    const menu = table(cellsOf(['其他', '规章']), cellsOf(['分享', '打印', '关闭']));
    expect(readTables(chrome + table(...ITEM_1, cellsOf(['规章', 1, 2, 3])) + menu)).toEqual({
      values: RULES,
      rules: [],
    });
  });
});

describe('spans lost and filled with blank cells', () => {
  test('a row that lost a cell is in doubt: its blank cell may be filler', () => {
    const { values } = readTables(
      table(
        cellsOf(['第二十条第（一）项', '', '', '', '']),
        cellsOf(['信息内容', '本年新制作数量', '本年新公开数量', '', '对外公开总数量']),
        cellsOf(['规章', 5, '', 7]),
        cellsOf(['规范性文件', 26, 46, '', 21]),
      ),
    );
    expect(values).toMatchObject({
      'disclosure.regulations.made': 'ambiguous',
      'disclosure.normative_documents.newly_disclosed': 46,
    });
  });
});

describe('the challenges table', () => {
  const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const FIFTEEN = [1, 2, 3, 4, 10, 0, 0, 0, 0, 0, 5, 0, 1, 0, 6];
  const NAMES = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'].flatMap(
    (procedure) =>
      ['upheld', 'corrected', 'other', 'pending', 'total'].map(
        (outcome) => `challenges.${procedure}.${outcome}`,
      ),
  );
  const values = Object.fromEntries(NAMES.map((name, at) => [name, FIFTEEN[at]]));
  const header = [
    '<td colspan=5>行政复议<td colspan=10>行政诉讼',
    `${OUTCOMES.map((label) => `<td rowspan=2>${label}`).join('')}<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉`,
    cellsOf([...OUTCOMES, ...OUTCOMES]),
  ];

  test.each<[string, string]>([
    ['as the notice prints it', table(...header, cellsOf(FIFTEEN))],
    ['without spans', table(...header, cellsOf(FIFTEEN)).replace(/ (?:col|row)span=\d+/g, '')],
    [
      '行政诉讼 over five columns and nothing over the others',
      table(...header, cellsOf(FIFTEEN)).replace(
        '<td colspan=10>行政诉讼',
        '<td colspan=5>行政诉讼<td colspan=5>',
      ),
    ],
    [
      'a spacer row above the numbers',
      table(...header, cellsOf(Array<string>(15).fill('')), cellsOf(FIFTEEN)),
    ],
    [
      'under a title of its own',
      table('<td colspan=15>政府信息公开行政复议、行政诉讼情况（单位：件）', ...header, cellsOf(FIFTEEN)),
    ],
  ])('%s', (_, markup) => expect(readTables(markup)).toEqual({ values, rules: [] }));

  test('blank cells are blank', () => {
    const reading = readTables(table(...header, cellsOf(FIFTEEN.map((value) => (value === 0 ? '' : value)))));
    expect(reading.rules).toEqual([]);
    for (const name of NAMES) expect(reading.values[name]).toBe(values[name] === 0 ? 'blank' : values[name]);
  });

  test('a heading below it is no second row', () => {
    const heading = `<td>五、存在的主要问题及改进情况${cellsOf(Array<string>(14).fill(''))}`;
    expect(readTables(table(...header, cellsOf(FIFTEEN), heading))).toEqual({ values, rules: [] });
  });

  test('fourteen numbers are in doubt', () => {
    const { values: read, rules } = readTables(table(...header, cellsOf(FIFTEEN.slice(1))));
    expect(new Set(Object.values(read))).toEqual(new Set(['ambiguous']));
    expect(rules).toEqual(['cell.ambiguous']);
  });
});
