import { describe, expect, test } from 'vitest';
import { STATISTICS_BLOCK } from '../../../src/forms/statistics.ts';
import { cellsOf, readLines, readTables } from './read-table.ts';

type Row = readonly (string | number)[];

const HEADER = ['统计指标', '单位', '统计数'];
const table = (...rows: readonly Row[]): string =>
  `<table>${rows.map((row) => `<tr>${cellsOf(row)}`).join('')}</table>`;

/** Every indicator of the form with its unit; the number is its place in the form. */
const ROWS = STATISTICS_BLOCK.rows.map((row, at) => [row.zh, row.printedUnit ?? '', at + 1] as const);
const VALUES = Object.fromEntries(STATISTICS_BLOCK.rows.map((row, at) => [`statistics.${row.id}`, at + 1]));

const ISSUED = ['制发规范性文件总数', '件', 7];
const SHORT: readonly Row[] = [
  ['一、主动公开情况', '——', '——'],
  ['（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条', 120],
  ['其中：主动公开规范性文件数', '条', 6],
  ISSUED,
];
const SHORT_VALUES = {
  'statistics.disclosed': 120,
  'statistics.disclosed_normative_documents': 6,
  'statistics.normative_documents_issued': 7,
};

describe('the statistics table of 2014', () => {
  test('all of its indicators, by label', () => {
    expect(ROWS).toHaveLength(58);
    expect(readTables(table(HEADER, ...ROWS))).toEqual({ values: VALUES, rules: [] });
  });

  test('headings print a dash where numbers stand and are no rows', () => {
    expect(readTables(table(HEADER, ...SHORT))).toEqual({ values: SHORT_VALUES, rules: [] });
  });

  test.each<[string, Row, (row: Row, at: number) => Row]>([
    ['running numbers in front', ['序号', ...HEADER], (row, at) => [at + 1, ...row]],
    ['codes in front', ['代码', ...HEADER], (row, at) => [`0${at + 1}`, ...row]],
    [
      'codes behind the unit',
      ['统计指标', '单位', '代码', '统计数'],
      ([label = '', unit = '', number = ''], at) => [label, unit, at + 1, number],
    ],
    ['remarks behind', [...HEADER, '备注'], (row) => [...row, '']],
    ['no units', ['统计指标', '统计数'], ([label = '', , number = '']) => [label, number]],
  ])('%s', (_, header, shape) => {
    expect(readTables(table(header, ...SHORT.map(shape)))).toEqual({ values: SHORT_VALUES, rules: [] });
  });

  test.each<[string, string[], number | null, string[]]>([
    ['the report’s own year', ['2015年'], 2015, []],
    ['its own year in another word', ['2015年度'], 2015, []],
    ['another year', ['2014年'], 2015, ['table.header_missing']],
    ['a year of which the report says nothing', ['2015年'], null, ['table.header_missing']],
  ])('a column named by %s', (_, names, year, rules) => {
    expect(readTables(table(['指标名称', '计量单位', ...names], ...SHORT), year)).toEqual({
      values: SHORT_VALUES,
      rules,
    });
  });

  test.each<[string, string[], number | null]>([
    ['the report’s own year and another', ['2014年', '2015年'], 2015],
    ['the report’s own year and all years together', ['历年累计', '2015年度'], 2015],
    ['this year and the last', ['上年数', '本年数'], null],
    ['this year and all years together', ['累计', '本年'], null],
  ])('columns of %s: the report’s own counts, the other is told of', (_, names, year) => {
    const rows = SHORT.slice(1).map(([label = '', unit = '', number = '']): Row => [label, unit, 9, number]);
    const { values, rules } = readTables(table(['指标名称', '计量单位', ...names], ...rows), year);
    expect(values).toEqual(SHORT_VALUES);
    expect(rules).toEqual(['table.unmapped']);
  });

  test.each<[string, string[], number | null]>([
    ['of which none is the report’s own', ['2015年', '2014年'], 2016],
    ['in a report whose year is not known', ['2015年', '2014年'], null],
    ['beside one that nobody knows', ['2015年', '第四季度'], 2015],
    ['beside one that may be this year’s too', ['本期', '本年累计'], 2015],
  ])('columns of two times are in doubt: %s', (_, names, year) => {
    const rows = SHORT.slice(1).map((row): Row => [...row, 9]);
    const { values } = readTables(table(['指标名称', '计量单位', ...names], ...rows), year);
    expect(new Set(Object.values(values))).toEqual(new Set(['ambiguous']));
  });

  describe('in two halves side by side', () => {
    const half = Math.ceil(ROWS.length / 2);
    const beside = (header: readonly string[], shape = (row: Row): Row => row): Row[] => [
      [...header, ...header],
      ...ROWS.slice(0, half).map((row, at): Row => {
        const other = ROWS[at + half];
        return [...shape(row), ...(other ? shape(other) : header.map(() => ''))];
      }),
    ];

    test.each<[string, Row[]]>([
      ['as the form prints its columns', beside(HEADER)],
      ['without units', beside(['统计指标', '统计数'], ([label = '', , number = '']) => [label, number])],
      ['with running numbers', beside(['序号', ...HEADER], (row) => [row[2] ?? '', ...row])],
      ['an odd number of rows', beside(HEADER).slice(0, -1)],
    ])('%s', (_, rows) => {
      const last = rows.length < half + 1 ? [half - 1, ROWS.length - 1] : [];
      const kept = Object.entries(VALUES).filter((_, at) => !last.includes(at));
      expect(readTables(table(...rows))).toEqual({ values: Object.fromEntries(kept), rules: [] });
    });

    test('a heading across both is of the first', () => {
      const [header = [], ...rows] = beside(HEADER);
      const markup = table(header, ...rows).replace('</table>', '<tr><td colspan=6>填报人：某某</table>');
      expect(readTables(markup)).toEqual({ values: VALUES, rules: [] });
    });
  });

  test('a figure divided into this year and all years together is this year’s', () => {
    const rows = SHORT.slice(1).map((row) => `<tr>${cellsOf([...row, 99])}`);
    const markup = `<table><tr><td rowspan=2>统计指标<td rowspan=2>单位<td colspan=2>统计数<tr>${cellsOf(['本年', '累计'])}${rows.join('')}</table>`;
    expect(readTables(markup).values).toEqual(SHORT_VALUES);
  });

  const LEVELS = ['区政府', '区直单位', '乡镇街道'];
  const perLevel = ([label = '', unit = '', number = '']: Row): Row => [label, unit, 1, 2, 3, number];

  test('figures of several levels beside their total: the total counts, the levels are told of', () => {
    expect(
      readTables(table(['统计指标', '单位', ...LEVELS, '合计'], ...SHORT.slice(1).map(perLevel))),
    ).toEqual({
      values: SHORT_VALUES,
      rules: ['table.unmapped', 'table.unmapped', 'table.unmapped'],
    });
  });

  test('the total under a label that spans all levels', () => {
    const markup = `<table><tr><td rowspan=2>统计指标<td rowspan=2>单位<td colspan=4>统计数<tr>${cellsOf([...LEVELS, '合计'])}${SHORT.slice(
      1,
    )
      .map((row) => `<tr>${cellsOf(perLevel(row))}`)
      .join('')}</table>`;
    expect(readTables(markup).values).toEqual(SHORT_VALUES);
  });

  test.each([
    ['side by side', `<tr>${cellsOf(['统计指标', '单位', ...LEVELS])}`],
    [
      'under one label',
      `<tr><td rowspan=2>统计指标<td rowspan=2>单位<td colspan=3>统计数<tr>${cellsOf(LEVELS)}`,
    ],
    ['all named alike', `<tr>${cellsOf([...HEADER, '统计数', '统计数'])}`],
    ['of years', `<tr>${cellsOf(['统计指标', '单位', '2014年', '2015年', '2016年'])}`],
  ])('figures of several levels without their total are in doubt: %s', (_, header) => {
    const { values, rules } = readTables(
      `<table>${header}<tr>${cellsOf([...ISSUED.slice(0, 2), 1, 2, 3])}</table>`,
    );
    expect(values).toEqual({ 'statistics.normative_documents_issued': 'ambiguous' });
    expect(rules).toContain('cell.ambiguous');
  });

  test('local rows are told of and taken for nothing, whatever their running number says', () => {
    const local: readonly Row[] = [
      ['1.机构领导人事', '条', 40],
      ['2.政府文件', '条', 41],
      ['73.规划统计', '条', 42],
      ['9.财政预决算', '条', 43],
    ];
    const { values, rules } = readTables(table(HEADER, ...SHORT.slice(0, 2), ...local, ...SHORT.slice(2)));
    expect(values).toEqual(SHORT_VALUES);
    expect(rules).toEqual(local.map(() => 'table.unmapped'));
  });

  test('appeals to other bodies are no litigation, alike as their names are', () => {
    const printed = table(HEADER, ...SHORT, ['行政申诉数', '件', 4]);
    expect(readTables(printed)).toEqual({ values: SHORT_VALUES, rules: ['table.unmapped'] });
  });

  test('the outcomes of reconsideration and of litigation have the same labels', () => {
    const outcomes = (from: number): readonly Row[] => [
      ['（二）被依法纠错数', '件', from],
      ['（三）其他情形数', '件', from + 1],
    ];
    const rows = [
      ['四、行政复议数量', '件', 1],
      ...outcomes(2),
      ['五、行政诉讼数量', '件', 4],
      ...outcomes(5),
    ];
    expect(readTables(table(HEADER, ...rows)).values).toEqual({
      'statistics.reconsiderations': 1,
      'statistics.reconsiderations_corrected': 2,
      'statistics.reconsiderations_otherwise': 3,
      'statistics.litigations': 4,
      'statistics.litigations_corrected': 5,
      'statistics.litigations_otherwise': 6,
    });
  });

  test('units in brackets behind the labels, and no column for them', () => {
    const rows = ROWS.map(([label, unit, number]): Row => [`${label}（${unit}）`, number]);
    expect(readTables(table(['统计指标', '统计数'], ...rows))).toEqual({ values: VALUES, rules: [] });
    const inYuan: Row = ['七、依申请公开信息收取的费用（元）', 2500];
    expect(readTables(table(['统计指标', '统计数'], inYuan, ['六、举报投诉数量（件）', 3]))).toEqual({
      values: { 'statistics.fees_10k_yuan': 0.25, 'statistics.complaints': 3 },
      rules: ['cell.unit'],
    });
  });

  test.each<[string, Row, number, string[]]>([
    ['yuan', ['七、依申请公开信息收取的费用', '元', 2500], 0.25, ['cell.unit']],
    ['thousand yuan', ['七、依申请公开信息收取的费用', '千元', 2.5], 0.25, ['cell.unit']],
    ['ten thousand yuan', ['七、依申请公开信息收取的费用', '万元', 2.5], 2.5, []],
  ])('fees in %s', (_, row, value, rules) => {
    expect(readTables(table(HEADER, row))).toEqual({ values: { 'statistics.fees_10k_yuan': value }, rules });
  });

  test.each<[string, Row, number, string[]]>([
    ['in ten thousands', ['制发规范性文件总数', '万件', 1.2], 12_000, ['cell.malformed', 'cell.unit']],
    ['of the same things', ['制发规范性文件总数', '份', 7], 7, []],
    ['of other things', ['制发规范性文件总数', '人', 7], 7, ['cell.unit']],
    ['of money', ['制发规范性文件总数', '元', 7], 7, ['cell.unit']],
  ])('counts %s', (_, row, value, rules) => {
    expect(readTables(table(HEADER, row))).toEqual({
      values: { 'statistics.normative_documents_issued': value },
      rules,
    });
  });

  test('a number where the unit should stand leaves the row in doubt', () => {
    expect(readTables(table(HEADER, ['制发规范性文件总数', 3, 7])).values).toEqual({
      'statistics.normative_documents_issued': 'ambiguous',
    });
  });

  test('without a header the units tell where the numbers stand', () => {
    expect(readTables(table(...SHORT))).toEqual({ values: SHORT_VALUES, rules: ['table.header_missing'] });
  });

  test.each([
    ['one cell a paragraph (L1)', (rows: readonly Row[]) => rows.flat().join('\n\n')],
    [
      'one cell a line (L2)',
      (rows: readonly Row[]) =>
        rows
          .flat()
          .map((cell) => `${cell} |`)
          .join('\n'),
    ],
    ['one row a line (L3)', (rows: readonly Row[]) => rows.map((row) => `${row.join(' | ')} |`).join('\n')],
    [
      'bars on both sides (L4)',
      (rows: readonly Row[]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
    ],
    ['blanks between (L7)', (rows: readonly Row[]) => rows.map((row) => row.join(' ')).join('\n')],
    ['all on one line (L9)', (rows: readonly Row[]) => `${rows.flat().join(' | ')} |`],
  ])('flattened, %s', (_, flatten) => {
    expect(readLines(`政府信息公开情况统计表\n${flatten([HEADER, ...ROWS])}`)).toEqual({
      values: VALUES,
      rules: [],
    });
  });

  test('flattened, headings with a code and no figure are no rows', () => {
    const rows = [
      ['统计指标', '计量单位', '代码', '数量'],
      ['一、主动公开情况', '——', '01', '----'],
      ...SHORT.slice(1).map(
        ([label = '', unit = '', number = ''], at): Row => [label, unit, `0${at + 2}`, number],
      ),
    ];
    expect(readLines(`政府信息公开情况统计表\n${rows.map((row) => row.join('\t')).join('\n')}`)).toEqual({
      values: SHORT_VALUES,
      rules: [],
    });
  });

  test.each<[string, Row, (row: Row, at: number) => Row]>([
    ['blank figures', HEADER, (row) => [...row.slice(0, 2), '']],
    ['running numbers in front', ['序号', ...HEADER], (row, at) => [at + 1, ...row.slice(0, 2), '']],
    ['remarks behind', [...HEADER, '备注'], (row) => [...row.slice(0, 2), '', '含乡镇']],
  ])('printed whole between bars, tabs or commas, a blank field is a blank cell: %s', (_, header, shape) => {
    const rows = [header, ['一、主动公开情况', '——', ''], ...SHORT.slice(1).map(shape)];
    for (const separator of [' | ', '\t', ',']) {
      const ends = separator === ' | ' ? (line: string) => `| ${line} |` : (line: string) => line;
      const lines = rows.map((row) => ends(row.join(separator))).join('\n');
      const { values, rules } = readLines(`政府信息公开情况统计表\n${lines}`);
      expect([Object.values(values), rules], separator).toEqual([['blank', 'blank', 'blank'], []]);
    }
  });

  test('flattened to one cell a line, a row with its unit alone has a blank figure', () => {
    const lines = [HEADER, ...SHORT.slice(1, 3), ISSUED.slice(0, 2)].flat().join('\n');
    expect(readLines(`政府信息公开情况统计表\n${lines}`)).toEqual({
      values: { ...SHORT_VALUES, 'statistics.normative_documents_issued': 'blank' },
      rules: [],
    });
  });

  test('flattened, an amount in yuan is converted', () => {
    const { values } = readLines(
      `政府信息公开情况统计表\n${[HEADER, ...SHORT.slice(1), ['依申请公开信息收取的费用', '元', 25000]].flat().join('\n')}`,
    );
    expect(values).toEqual({ ...SHORT_VALUES, 'statistics.fees_10k_yuan': 2.5 });
  });

  test.each([
    ['主动公开政府信息总数（不同渠道和方式公开相同信息计1条）', 'disclosed'],
    ['四、因政府信息公开申请行政复议数量', 'reconsiderations'],
    ['五、因政府信息公开提起行政诉讼数量', 'litigations'],
    ['六、因政府信息公开被举报投诉数量', 'complaints'],
    ['七、向申请人收取依申请公开信息费用', 'fees_10k_yuan'],
    ['1.专职人员（不包括政府公报及政府网站工作人员）', 'staff_full_time'],
  ])('printed otherwise: %s', (label, id) => {
    const { printedUnit = '' } = STATISTICS_BLOCK.rows.find((row) => row.id === id) ?? {};
    const rows = [...SHORT.slice(0, id === 'disclosed' ? 1 : undefined), [label, printedUnit, 8]];
    const { values, rules } = readTables(table(HEADER, ...rows));
    expect([values[`statistics.${id}`], rules]).toEqual([8, []]);
  });

  test.each([' | ', '\n', ' '])(
    'figures of several levels in flattened text are in doubt (%j)',
    (separator) => {
      const rows: readonly Row[] = [
        ['统计指标', '单位', ...LEVELS],
        ...SHORT.slice(1).map((row) => [...row, 8, 9]),
      ];
      const { values } = readLines(
        `政府信息公开情况统计表\n${rows.map((row) => row.join(separator)).join('\n')}`,
      );
      expect(Object.values(values)).toEqual(['ambiguous', 'ambiguous', 'ambiguous']);
    },
  );
});
