import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../parsers/html/read-html.ts';
import { readCells } from '../../../parsers/read-record.ts';
import { cutIntoParts } from '../../../parsers/tables/parts.ts';
import { readParts } from '../../../parsers/tables/read-parts.ts';
import type { Source } from '../../../src/model/source.ts';
import { APPLICATIONS_HEADER, cellsOf, readGrids, readTables, rowOf } from './read-table.ts';

const SEVEN = [27, 1, 0, 0, 2, 0, 30];
const NEW = '一、本年新收政府信息公开申请数量';
const OLD = '二、上年结转政府信息公开申请数量';
const table = (...rows: string[]): string => `<table>${rows.map((row) => `<tr>${row}`).join('')}</table>`;
const withHeader = (...rows: string[]): string =>
  `<table>${APPLICATIONS_HEADER}${rows.map((row) => `<tr>${row}`).join('')}</table>`;

const placed = rowOf('received_new', SEVEN);
const PICTURED: Source = {
  kind: 'ocr',
  table: 0,
  row: 0,
  column: 0,
  page: 1,
  bbox: [0, 0, 1, 1],
  confidence: 1,
};
const doubtful = rowOf('received_new', Array<'ambiguous'>(7).fill('ambiguous'));

test.each(['本年结转', '结转上年', '四、结转本年度继续办理'])(
  'a label that is one character from the opposite is neither: %s',
  (label) => {
    const { values, rules } = readTables(
      withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`, `<td colspan=3>${label}${cellsOf(SEVEN)}`),
    );
    expect(values).toEqual(rowOf('received_new', SEVEN));
    expect(rules).toEqual(['table.unmapped']);
  },
);

describe('columns and places of the applications table', () => {
  test.each([
    ['无', 'dash'],
    ['—', 'dash'],
    ['0', 'ambiguous'],
  ] as const)('%s in one cell over all columns is %s in each', (text, status) => {
    const { values } = readTables(
      withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`, `<td colspan=3>${OLD}<td colspan=7>${text}`),
    );
    expect(values).toMatchObject({ ...placed, ...rowOf('carried_in', Array<typeof status>(7).fill(status)) });
  });

  test('the notice’s own layout is read by place', () => {
    expect(readTables(withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`))).toEqual({
      values: placed,
      rules: [],
    });
  });

  test.each<[string, string]>([
    [
      'spans lost, filler in their place',
      table(
        `${cellsOf(['（本列数据的勾稽关系为', '', '', '申请人情况', '', '', '', '', '', ''])}`,
        `${cellsOf(['', '', '', '自然人', '法人或其他组织', '', '', '', '', '总计'])}`,
        `${cellsOf(['', '', '', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', ''])}`,
        `${cellsOf([NEW, '', '', ...SEVEN])}`,
      ),
    ],
    [
      'spans lost, nothing in their place',
      table(
        cellsOf(['（本列数据的勾稽关系为', '申请人情况']),
        cellsOf(['自然人', '法人或其他组织', '总计']),
        cellsOf(['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']),
        cellsOf([NEW, ...SEVEN]),
      ),
    ],
    [
      'a header in one row',
      table(
        cellsOf(['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']),
        cellsOf([NEW, ...SEVEN]),
      ),
    ],
    [
      'labels broken over two rows of the header',
      table(
        '<td rowspan=4 colspan=3>勾稽关系<td colspan=7>申请人情况',
        '<td rowspan=3>自然人<td colspan=5>法人或其他组织<td rowspan=3>总计',
        '<td>商业<td>科研<td>社会公益<td>法律服务<td rowspan=2>其他',
        '<td>企业<td>机构<td>组织<td>机构',
        `<td colspan=3>${NEW}${cellsOf(SEVEN)}`,
      ),
    ],
    [
      'a damaged column label',
      withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`).replace('法律服务机构', '法律务机构'),
    ],
    [
      '项目 in the corner, the word of another table',
      withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`).replace(/（本列[^<]*/, '项目'),
    ],
    [
      '项目 in the corner, and 申请数',
      withHeader(`<td colspan=3>${NEW.replace('数量', '数')}${cellsOf(SEVEN)}`).replace(
        /（本列[^<]*/,
        '项目',
      ),
    ],
    [
      '指标 in the corner, the word of another table',
      withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`).replace(/（本列[^<]*/, '指标'),
    ],
    [
      '指标 in the corner, and 申请数',
      withHeader(`<td colspan=3>${NEW.replace('数量', '数')}${cellsOf(SEVEN)}`).replace(
        /（本列[^<]*/,
        '指标',
      ),
    ],
    [
      'the total before the organisations',
      table(
        '<td rowspan=2>项目<td rowspan=2>总计<td rowspan=2>自然人<td colspan=5>法人或其他组织',
        '<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他',
        cellsOf([NEW, 30, 27, 1, 0, 0, 2, 0]),
      ),
    ],
    [
      'a blank column before the numbers',
      withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`)
        .replace('<td colspan=7>', '<td rowspan=3><td colspan=7>')
        .replace(NEW, `${NEW}<td>`),
    ],
    [
      'digits in two paragraphs',
      withHeader(`<td colspan=3>${NEW}${cellsOf(['<span>2</span><span>7</span>', ...SEVEN.slice(1)])}`),
    ],
  ])('%s', (_, markup) => expect(readTables(markup)).toEqual({ values: placed, rules: [] }));

  test.each(['国有企业', '事业单位'])(
    '%s where the form has 商业企业 leaves the numbers of that column in doubt',
    (label) => {
      const { values, rules } = readTables(
        withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`).replace('商业企业', label),
      );
      expect(values).toEqual({ ...placed, 'applications.received_new.commercial_enterprise': 'ambiguous' });
      expect(rules).toEqual(['cell.ambiguous']);
    },
  );

  test('a subtotal of the organisations is no variable, and is said', () => {
    const header = APPLICATIONS_HEADER.replace('<td colspan=5>', '<td colspan=6>').replace(
      '<td>其他',
      '<td>其他<td>小计',
    );
    const reading = readTables(
      `<table>${header}<tr><td colspan=3>${NEW}${cellsOf([27, 1, 0, 0, 2, 0, 3, 30])}</table>`,
    );
    expect(reading.values).toEqual(placed);
    expect(reading.rules).toEqual(['table.unmapped']);
  });

  /** Each applicant's column divided in two, as the reports do that print last year's numbers beside this year's. */
  const divided = (first: string, subs: readonly string[], rows = 3): string =>
    `<tr><td colspan=3 rowspan=${rows}>勾稽关系<td colspan=14>申请人情况` +
    '<tr><td colspan=2 rowspan=2>自然人<td colspan=10>法人或其他组织<td colspan=2 rowspan=2>总计' +
    `<tr>${['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((label) => `<td colspan=2>${label}`).join('')}` +
    `<tr>${first}${cellsOf(Array.from({ length: 7 }, () => subs).flat())}`;
  const besideLastYear = (isFirst: boolean): (string | number)[] =>
    SEVEN.flatMap((number, at) => (isFirst ? [number, 100 + at] : [100 + at, number]));

  test.each<[string, string, boolean]>([
    ['under a corner that ends above them', divided('<td colspan=3>', ['本年', '上年']), true],
    ['under a corner that hangs beside them', divided('', ['本年', '上年'], 4), true],
    ['last year first', divided('<td colspan=3>', ['上年度', '本年度']), false],
    ['this year and how it grew', divided('<td colspan=3>', ['今年', '同比增减']), true],
  ])('this year of a column that is divided into years, %s', (_, header, isFirst) => {
    const { values, rules } = readTables(
      `<table>${header}<tr><td colspan=3>${NEW}${cellsOf(besideLastYear(isFirst))}</table>`,
    );
    expect(values).toEqual(placed);
    expect(rules).toEqual(Array<string>(7).fill('table.unmapped'));
  });

  test.each<[string, readonly string[]]>([
    ['by what nobody knows', ['甲类', '乙类']],
    ['twice by the same name', ['本年', '本年']],
    ['by this year and what nobody knows', ['本年', '乙类']],
    ['by years in digits', ['2021年', '2020年']],
  ])('a column divided %s: which number is meant is not told, and none is made of two', (_, subs) => {
    const { values } = readTables(
      `<table>${divided('<td colspan=3>', subs)}<tr><td colspan=3>${NEW}${cellsOf(besideLastYear(true))}</table>`,
    );
    expect(values).toEqual(doubtful);
  });

  test('a continuation without a header takes the columns of the part before', () => {
    const first = withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`);
    const second = table(
      `<td colspan=3>${OLD}${cellsOf([1, 0, 0, 0, 0, 0, 1])}`,
      `<td>三、本年度办理结果<td colspan=2>（一）予以公开${cellsOf(SEVEN)}`,
    );
    const reading = readTables(first + second);
    expect(reading.rules).toEqual([]);
    expect(reading.values).toEqual({
      ...placed,
      ...rowOf('carried_in', [1, 0, 0, 0, 0, 0, 1]),
      ...rowOf('granted', SEVEN),
    });
  });

  test('a continuation behind two headers of different orders is in doubt', () => {
    const row = (label: string): string => `<td colspan=3>${label}${cellsOf(SEVEN)}`;
    const other = APPLICATIONS_HEADER.replace('科研机构', '甲')
      .replace('社会公益组织', '科研机构')
      .replace('甲', '社会公益组织');
    const { values } = readTables(
      `<table>${APPLICATIONS_HEADER}<tr>${row(NEW)}${other}<tr>${row(OLD)}</table>${table(row('（七）总计'))}`,
    );
    expect(values).toMatchObject({
      ...placed,
      'applications.carried_in.total': 30,
      ...rowOf('total_processed', Array<'ambiguous'>(7).fill('ambiguous')),
    });
  });

  test('rows behind a gap are in doubt where the header above them is of another order than the first', () => {
    const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    const swapped = ['商业企业', '自然人', ...heads.slice(2)];
    const granted = ['（一）予以公开', 1, 2, 0, 0, 0, 0, 3];
    const rowsBehind = (second: readonly string[], ...gap: readonly string[]) =>
      readTables(
        table(
          cellsOf(['', ...heads]),
          cellsOf([NEW, ...SEVEN]),
          cellsOf(['', ...second]),
          cellsOf([OLD, ...SEVEN]),
          ...gap,
          cellsOf(granted),
        ),
      ).values;
    const open = rowOf('granted', Array<'ambiguous'>(7).fill('ambiguous'));
    expect(rowsBehind(swapped, cellsOf(Array<string>(8).fill('')))).toMatchObject({
      ...placed,
      'applications.carried_in.natural_person': 1,
      ...open,
    });
    expect(rowsBehind(swapped)).toMatchObject({ 'applications.granted.natural_person': 2 });
    expect(rowsBehind(heads, cellsOf(Array<string>(8).fill('')))).toMatchObject(
      rowOf('granted', [1, 2, 0, 0, 0, 0, 3]),
    );
  });

  describe('a header that names six columns', () => {
    const without = APPLICATIONS_HEADER.replace('<td colspan=7>', '<td colspan=6>')
      .replace('<td colspan=5>', '<td colspan=4>')
      .replace('<td>法律服务机构', '');
    const six = [27, 1, 0, 0, 2, 30];
    const rows = [`<td colspan=3>${NEW}${cellsOf(six)}`, `<td colspan=3>${OLD}${cellsOf(six)}`];
    const readUnder = (header: string, ...lines: string[]) =>
      readTables(`<table>${header}${lines.map((line) => `<tr>${line}`).join('')}</table>`);

    test('over rows of six numbers is read by it, and the seventh is not printed', () => {
      const { values, rules } = readUnder(without, ...rows);
      expect(rules).toEqual([]);
      expect(values).toMatchObject({
        'applications.received_new.public_welfare_org': 0,
        'applications.received_new.other_org': 2,
        'applications.received_new.total': 30,
      });
      expect(values).not.toHaveProperty(['applications.received_new.legal_service_org']);
    });

    test('is a table of something else beside the form’s own', () => {
      const { values, rules } = readTables(
        `${withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`)}<table>${without}<tr>${rows[0]}</table>`,
      );
      expect(values).toEqual(placed);
      expect(rules).toEqual(['table.unmapped']);
    });

    const seven = [rows[0] ?? '', `<td colspan=3>${OLD}${cellsOf(SEVEN)}`];
    test.each<[string, string, string[]]>([
      ['over a row of seven', without, seven],
      ['beside a place without a name', without.replace('<td>其他', '<td>其他<td>'), rows],
      ['under a group that is wider', without.replace('<td colspan=4>', '<td colspan=5>'), rows],
      ['one of them damaged', without.replace('科研机构', '科研单位'), rows],
    ])('%s leaves its rows in doubt', (_, header, lines) => {
      expect(readUnder(header, ...lines).values).toMatchObject(doubtful);
    });
  });

  describe('a blank cell behind the header’s last column', () => {
    const rows = [NEW, OLD, '（一）予以公开', '（二）部分公开', '（七）总计'].map(
      (label) => `<td colspan=3>${label}${cellsOf(SEVEN)}`,
    );
    const sparse = `<td colspan=3>四、结转下年度继续办理${cellsOf([1, '', '', '', '', 2])}`;

    test('in all rows is a column without a label', () => {
      const long = [...rows, sparse.replace('<td>2', '<td><td>2')].map((row) => `${row}<td>`);
      const { values, rules } = readTables(withHeader(...long));
      expect(rules).toEqual([]);
      expect(values).toMatchObject({
        ...placed,
        ...rowOf('carried_out', [1, 'blank', 'blank', 'blank', 'blank', 'blank', 2]),
      });
    });

    test.each<[string, string]>([
      ['has lost a cell', `${sparse}<td>`],
      ['has a cell too many', `${sparse.replace('<td>2', '<td><td><td>2')}<td>`],
    ])('in all rows, of which one %s: that one is in doubt', (_, row) => {
      const { values } = readTables(withHeader(...rows.map((other) => `${other}<td>`), row));
      expect(values).toMatchObject({ ...placed, 'applications.carried_out.total': 'ambiguous' });
    });

    test('may stand before the numbers where nothing is printed under the first label', () => {
      const shifted = rows.map((row) => row.replace('<td>27', '<td>').replace('<td>30', '<td>5<td><td>'));
      const { values } = readTables(withHeader(...shifted));
      expect(values['applications.received_new.commercial_enterprise']).toBe('ambiguous');
    });

    test('in one row is a cell too many', () => {
      const { values } = readTables(withHeader(`${rows[0]}<td>`, ...rows.slice(1)));
      expect(values).toMatchObject({ ...doubtful, ...rowOf('carried_in', SEVEN) });
    });
  });

  test('without any header the form’s order is taken, and is said', () => {
    const reading = readTables(
      table(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`, `<td colspan=3>${OLD}${cellsOf(SEVEN)}`),
    );
    expect(reading.values).toEqual({ ...placed, ...rowOf('carried_in', SEVEN) });
    expect(reading.rules).toEqual(['table.header_missing']);
  });

  test.each<[string, readonly number[]]>([
    ['too few', SEVEN.slice(1)],
    ['too many', [...SEVEN, 4]],
  ])('a row of %s cells where spans are lost is in doubt', (_, numbers) => {
    const { values, rules } = readTables(
      table(
        cellsOf(['（本列数据的勾稽关系为', '申请人情况']),
        cellsOf(['自然人', '法人或其他组织', '总计']),
        cellsOf(['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']),
        `<td>${NEW}${cellsOf(numbers)}`,
        `<td>${OLD}${cellsOf(SEVEN)}`,
      ),
    );
    expect(rules).toEqual(['cell.ambiguous']);
    expect(values).toEqual({ ...doubtful, ...rowOf('carried_in', SEVEN) });
  });

  test('a row that lost a number does not count the blank label that the others drop', () => {
    const { values, rules } = readTables(
      table(
        cellsOf(['（本列数据的勾稽关系为', '', '申请人情况', '', '', '', '', '', '']),
        cellsOf(['', '自然人', '法人或其他组织', '', '', '', '', '总计']),
        cellsOf(['', '', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '']),
        cellsOf([NEW, '', ...SEVEN.slice(0, 4), ...SEVEN.slice(5)]),
        cellsOf([OLD, '', ...SEVEN]),
      ),
    );
    expect(rules).toEqual(['cell.ambiguous']);
    expect(values).toEqual({ ...doubtful, ...rowOf('carried_in', SEVEN) });
  });

  test('numbers pushed over by filler under a sound header are in doubt', () => {
    // One cell of filler and six numbers: seven cells, none of them under its column.
    const { values, rules } = readTables(
      withHeader(`<td colspan=2>${NEW}<td></td>${cellsOf([1, 0, 0, 2, 0, 30])}`),
    );
    expect(values).toEqual(doubtful);
    expect(rules).toEqual(['cell.ambiguous']);
  });

  test('a header label over two cells of each row, and none under the last: the row may have been moved aside', () => {
    const header = APPLICATIONS_HEADER.replace('<td rowspan=2>自然人', '<td rowspan=2 colspan=2>自然人');
    const { values, rules } = readTables(
      `<table>${header}<tr><td colspan=3>${NEW}${cellsOf([47, '', 2, '', 1, '', 50, ''])}</table>`,
    );
    expect(values).toEqual(doubtful);
    expect(rules).toEqual(['cell.ambiguous']);
  });

  test.each<[string, string, boolean]>([
    ['a blank cell before the columns and a blank total', `<td colspan=2>${NEW}<td>`, false],
    ['a blank cell behind the label of a group’s row', '<td>（三）不予公开<td>8.属于行政查询事项<td>', false],
    ['a blank cell where other rows have labels', `<td>${NEW}<td><td>`, true],
    ['a blank cell before the columns and a printed total', `<td colspan=2>${NEW}<td>`, true],
  ])('with %s a row may have been moved aside; certain: %s', (what, labels, certain) => {
    const others = labels.includes('<td><td>')
      ? `<td>三<td>（三）不予公开<td>1.属于国家秘密`
      : `<td colspan=3>${OLD}`;
    const { values, rules } = readTables(
      withHeader(
        `${others}${cellsOf(SEVEN)}`,
        `${labels}${cellsOf([3, 1, '', '', '', '', what.includes('printed') ? 4 : ''])}`,
      ),
    );
    expect(rules).toEqual(certain ? [] : expect.arrayContaining(['cell.ambiguous']));
    const row = labels.includes('8.') ? 'refused_administrative_inquiry' : 'received_new';
    expect(values[`applications.${row}.natural_person`]).toBe(certain ? 3 : 'ambiguous');
  });

  test('blank, dash and text are three things', () => {
    const { values, rules } = readTables(
      withHeader(`<td colspan=3>${NEW}${cellsOf(['', '/', '无', '详见附件', '0', '&nbsp;', '—'])}`),
    );
    expect(values).toEqual(
      rowOf('received_new', ['blank', 'dash', 'dash', 'unreadable', 0, 'blank', 'dash']),
    );
    expect(rules).toEqual(['cell.unreadable']);
  });

  test('a row printed twice is kept once, and is in doubt where it differs', () => {
    const row = `<td colspan=3>${NEW}${cellsOf(SEVEN)}`;
    expect(readTables(withHeader(row, row))).toEqual({ values: placed, rules: ['table.duplicate'] });
    const other = `<td colspan=3>${NEW}${cellsOf([28, 1, 0, 0, 2, 0, 31])}`;
    expect(readTables(withHeader(row, other)).values).toEqual(
      rowOf('received_new', ['ambiguous', 1, 0, 0, 2, 0, 'ambiguous']),
    );
  });

  test('two halves of a cut row are not one row printed twice alike, and their numbers are in no order', () => {
    const half = (numbers: readonly number[]): string => `<td>${NEW}${cellsOf(numbers)}`;
    const { grids } = readHtml(withHeader(half([27, 1, 0]), half([0, 2, 0, 30])));
    const { cells, findings, unordered } = readCells(readParts(cutIntoParts(grids).parts));
    expect(findings.find(({ rule }) => rule === 'table.duplicate')?.severity).toBe('warning');
    expect(cells.get('applications.received_new.total')?.raw).toBe('27 | 1 | 0 | 0 | 2 | 0 | 30');
    expect(unordered).toEqual([...cells.keys()]);
  });

  test('a row that no variable takes is said with its numbers', () => {
    const { rules } = readTables(
      withHeader(
        `<td colspan=3>五、其他来源的申请${cellsOf(SEVEN)}`,
        `<td colspan=3>${NEW}${cellsOf(SEVEN)}`,
      ),
    );
    expect(rules).toEqual(['table.unmapped']);
  });

  test('a page number and a note under the table are no rows', () => {
    const note = '<td colspan=10>注：1.本表由12个镇填报；2.联系电话12345。';
    expect(
      readTables(withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`, note, '<td colspan=10>- 3 -')),
    ).toEqual({
      values: placed,
      rules: [],
    });
  });
});

describe('rows of the applications table', () => {
  test.each<[string, string]>([
    ['2.其他法律行政止公开', 'refused_other_law'],
    ['5.要求行政机关确认或重新出具己获取信息', 'rejected_reconfirmation'],
    ['3.危及国家安全、公共安全、经济安全和社会稳定', 'refused_security_stability'],
    ['4.无正当理由大量 反复 申请', 'rejected_abusive'],
    ['(二)部分公开（区分处理的，只计这一情形，不计其它情形）', 'granted_in_part'],
    ['四、结转下一年度继续办理', 'carried_out'],
    ['（六）其他处理', 'other'],
    ['（七）总计', 'total_processed'],
    ['⼀、本年新收政府信息公开申请数量', 'received_new'],
  ])('%s is %s', (label, row) => {
    expect(
      readTables(
        withHeader(`<td colspan=3>${label}${cellsOf(SEVEN)}`, `<td colspan=3>${OLD}${cellsOf(SEVEN)}`),
      ).values,
    ).toEqual({
      ...rowOf(row, SEVEN),
      ...rowOf('carried_in', SEVEN),
    });
  });

  test('the ordinal tells （六）其他 from 3.其他; without it the rows before do', () => {
    const group = (label: string): string =>
      `<td rowspan=3>${label}<td colspan=2>1.逾期不补正${cellsOf(SEVEN)}`;
    const { values } = readTables(
      withHeader(
        group('（六）其他处理'),
        `<td colspan=2>2.逾期不缴费${cellsOf(SEVEN)}`,
        `<td colspan=2>其他${cellsOf([0, 0, 0, 0, 0, 0, 0])}`,
      ),
    );
    expect(values).toMatchObject(rowOf('other_other', [0, 0, 0, 0, 0, 0, 0]));
    expect(values['applications.other.total']).toBeUndefined();
  });

  test('the damaged label of a row is found behind the label of its group', () => {
    const { values, rules } = readTables(
      withHeader(
        `<td rowspan=2>（三）不予公开<td colspan=2>1.属于国家秘${cellsOf(SEVEN)}`,
        `<td colspan=2>2.其他法律行政法规禁止公开${cellsOf(SEVEN)}`,
      ),
    );
    expect(rules).toEqual([]);
    expect(values).toEqual({ ...rowOf('refused_state_secret', SEVEN), ...rowOf('refused_other_law', SEVEN) });
  });

  test('a label that resembles two rows is taken for neither', () => {
    const { values, rules } = readTables(
      withHeader(`<td colspan=3>属于类信息${cellsOf(SEVEN)}`, `<td colspan=3>${OLD}${cellsOf(SEVEN)}`),
    );
    expect(values).toEqual(rowOf('carried_in', SEVEN));
    expect(rules).toEqual(['table.unmapped']);
  });

  describe('between two rows that were read', () => {
    const around = (...labels: string[]) =>
      readTables(
        withHeader(
          `<td colspan=3>${OLD}${cellsOf(SEVEN)}`,
          ...labels.map((label) => `<td colspan=3>${label}${cellsOf([1, 0, 0, 0, 0, 0, 1])}`),
          `<td colspan=3>（二）部分公开${cellsOf(SEVEN)}`,
        ),
      );
    const granted = rowOf('granted', [1, 0, 0, 0, 0, 0, 1]);

    test('a label half alike is the one row that the form has there, in doubt', () => {
      const { values, rules } = around('囗囗囗予以公开');
      expect(rules).toEqual(['cell.ambiguous']);
      expect(values['applications.granted.total']).toBe('ambiguous');
    });

    test.each(['ÿ一Ā予以公开', '(L）予以公开'])(
      'signs in place of an ordinal are no part of a label: %s',
      (label) => {
        const { values, rules } = around(label);
        expect(rules).toEqual([]);
        expect(values).toMatchObject(granted);
      },
    );

    test('another label is not, nor is one of two', () => {
      for (const labels of [['咨询答复'], ['囗囗囗予以公开', '咨询答复']]) {
        const { values, rules } = around(...labels);
        expect(rules).toContain('table.unmapped');
        expect(values['applications.granted.total']).toBeUndefined();
      }
    });
  });

  test('a damaged first label is the one row between the header and the second', () => {
    const rows = [
      `<td colspan=3>一本年新峻府恒意公开市同数量${cellsOf(SEVEN)}`,
      `<td colspan=3>${OLD}${cellsOf(SEVEN)}`,
    ];
    const ocr = (markup: string) =>
      readGrids(
        readHtml(markup).grids.map((grid) => ({
          ...grid,
          rows: grid.rows.map((row) => row.map((cell) => ({ ...cell, source: PICTURED }))),
        })),
      );
    expect(ocr(withHeader(...rows)).values).toMatchObject(rowOf('received_new', SEVEN));
    expect(ocr(table(...rows)).values['applications.received_new.total']).toBeUndefined();
    expect(readTables(withHeader(...rows)).values).toMatchObject(doubtful);
  });

  test.each<[string, string, string]>([
    ['（三）不予公开', '1.属于商业秘密', 'refused_state_secret'],
    ['（四）无法提供', '1.其他机关不掌握相关政府信息', 'unavailable_not_held'],
  ])(
    'a row of other words where the form has one that resembles them is in doubt: %s %s',
    (group, label, row) => {
      const one = rowOf(row, SEVEN);
      const { values, rules } = readTables(
        withHeader(`<td>三、本年度办理结果<td>${group}<td>${label}${cellsOf(SEVEN)}`),
      );
      expect(values).toEqual(Object.fromEntries(Object.keys(one).map((variable) => [variable, 'ambiguous'])));
      expect(rules).toEqual(['cell.ambiguous']);
    },
  );

  test('a number in a cell that is merged over two rows is of neither for certain', () => {
    const { values } = readTables(
      withHeader(
        `<td colspan=3>${NEW}${cellsOf(SEVEN.slice(0, 6))}<td rowspan=2>31`,
        `<td colspan=3>${OLD}${cellsOf(SEVEN.slice(0, 6))}`,
      ),
    );
    expect(values).toMatchObject({
      ...rowOf('received_new', [...SEVEN.slice(0, 6), 'ambiguous']),
      'applications.carried_in.total': 'ambiguous',
    });
  });

  test('a row that a publisher numbers on below a group is not the one of that name in another group', () => {
    const { values, rules } = readTables(
      withHeader(
        `<td rowspan=2>三、本年度办理结果<td rowspan=2>（三）不予公开<td>8.属于行政查询事项${cellsOf(SEVEN)}`,
        `<td>9.其他${cellsOf(SEVEN)}`,
      ),
    );
    expect(values).toEqual(rowOf('refused_administrative_inquiry', SEVEN));
    expect(rules).toEqual(['table.unmapped']);
  });

  test.each([
    ['三、本年度办理结果（三）不予公开1.属于国家秘密', 'refused_state_secret'],
    ['三、本年度办理结果（一）予以公开', 'granted'],
    ['（六）其他处理3.其他', 'other_other'],
    ['三、本年度办理结果-（三）不予公开-1.属于国家秘密', 'refused_state_secret'],
    ['三、本年度办理结果：（一）予以公开', 'granted'],
    ['（五）不予处理2.重复申请', 'rejected_duplicate'],
  ])('a label behind those of its groups in one cell: %s', (label, row) => {
    const { values, rules } = readTables(
      withHeader(`<td colspan=3>${label}${cellsOf(SEVEN)}`, `<td colspan=3>${OLD}${cellsOf(SEVEN)}`),
    );
    expect(rules).toEqual([]);
    expect(values).toMatchObject(rowOf(row, SEVEN));
  });

  test('a page number in a row of its own is no row of the table', () => {
    const { values, rules } = readTables(
      withHeader(
        `<td colspan=3>${NEW}${cellsOf(SEVEN)}`,
        '<td colspan=10>4',
        `<td colspan=3>${OLD}${cellsOf(SEVEN)}`,
      ),
    );
    expect(values).toMatchObject(rowOf('carried_in', SEVEN));
    expect(rules).toEqual([]);
  });

  test('a label behind other words is not', () => {
    const { rules } = readTables(
      withHeader(
        `<td colspan=3>其中网上申请1.属于国家秘密${cellsOf(SEVEN)}`,
        `<td colspan=3>${OLD}${cellsOf(SEVEN)}`,
      ),
    );
    expect(rules).toEqual(['table.unmapped']);
  });

  describe('labels and numbers of several rows as paragraphs of one cell each', () => {
    const labels = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”'];
    const numbers = [SEVEN, [1, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 12, 12]];
    const lined = (lines: readonly (string | number)[]): string =>
      lines.map((line) => `<p>${line}</p>`).join('');
    const cells = SEVEN.map((_, at) => `<td>${lined(numbers.map((row) => row[at] ?? ''))}`);
    const row = `<td>三、本年度办理结果<td>（三）不予公开<td>${lined(labels)}${cells.join('')}`;

    test('are a row each', () => {
      const { values, rules } = readTables(withHeader(`<td colspan=3>${OLD}${cellsOf(SEVEN)}`, row));
      expect(rules).toEqual([]);
      expect(values).toMatchObject({
        ...rowOf('refused_state_secret', SEVEN),
        ...rowOf('refused_other_law', numbers[1] ?? []),
        ...rowOf('refused_security_stability', numbers[2] ?? []),
      });
    });

    test('are blank where no cell has a number', () => {
      const { values } = readTables(
        withHeader(row.replace(/<td><p>27.*/, cellsOf(Array<string>(7).fill('')))),
      );
      expect(values).toMatchObject(rowOf('refused_other_law', Array<'blank'>(7).fill('blank')));
    });

    test('are in doubt, each of them, where a number is missing', () => {
      const { values } = readTables(withHeader(row.replace('<p>27</p>', '')));
      for (const id of ['refused_state_secret', 'refused_other_law', 'refused_security_stability'])
        expect(values).toMatchObject(rowOf(id, Array<'ambiguous'>(7).fill('ambiguous')));
    });
  });

  describe('sums of a group', () => {
    const REFUSED = ['1.属于国家秘密', '2.其他法律行政法规禁止公开'];
    const numbers = [
      [1, 2, 0, 0, 0, 0, 3],
      [4, 0, 0, 0, 0, 1, 5],
    ];
    const sums = [5, 2, 0, 0, 0, 1, 8];
    const group = (sum: readonly number[], label: string): string[] => [
      `<td rowspan=3>（三）不予公开<td colspan=2>${REFUSED[0]}${cellsOf(numbers[0] ?? [])}`,
      `<td colspan=2>${REFUSED[1]}${cellsOf(numbers[1] ?? [])}`,
      `<td colspan=2>${label}${cellsOf(sum)}`,
    ];
    const total = `<td colspan=3>（七）总计${cellsOf(SEVEN)}`;
    const severities = (markup: string) => {
      const { cells, findings } = readCells(readParts(cutIntoParts(readHtml(markup).grids).parts));
      return {
        total: cells.get('applications.total_processed.total'),
        told: findings.map(({ rule, severity }) => `${rule} ${severity}`),
      };
    };

    test.each(['小计', '合计', '总计'])('%s below its rows is no row of the form, and is said', (label) => {
      const { total: read, told } = severities(withHeader(...group(sums, label), total));
      expect(read?.value).toBe(30);
      expect(told).toEqual(['table.unmapped info']);
    });

    test('noughts below rows of noughts are no sum where the row is an item that is printed again', () => {
      const noughts = Array<number>(7).fill(0);
      const item = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
      const rows = ['1.信访举报投诉类申请', '2.重复申请'].map(
        (label) => `<td colspan=3>${label}${cellsOf(noughts)}`,
      );
      const printed = (values: readonly number[]): string => `<td colspan=3>${item}${cellsOf(values)}`;
      const markup = withHeader(...rows, printed(noughts), printed([1, 0, 0, 0, 0, 0, 1]), total);
      const { cells } = readCells(readParts(cutIntoParts(readHtml(markup).grids).parts));
      expect(cells.get('applications.other_not_corrected.total')?.status).toBe('ambiguous');
    });

    test('合计 that is no sum may be the total of all', () => {
      const { total: read, told } = severities(withHeader(...group([...sums.slice(0, 6), 9], '合计'), total));
      expect(read?.status).toBe('ambiguous');
      expect(told).toEqual(['table.duplicate warning']);
    });

    test.each<[string, readonly number[], string]>([
      ['its sums', sums, 'info'],
      ['other numbers', [...sums.slice(0, 6), 9], 'warning'],
    ])('the group’s own row with %s', (_, own, severity) => {
      const rows = REFUSED.map((label, at) => `<td colspan=3>${label}${cellsOf(numbers[at] ?? [])}`);
      const { told } = severities(withHeader(`<td colspan=3>（三）不予公开${cellsOf(own)}`, ...rows, total));
      expect(told).toEqual([`table.unmapped ${severity}`]);
    });
  });

  test.each(['栏次', '甲'])('%s before the numbers of columns is no row', (label) => {
    const numbered = `<td colspan=3>${label}${cellsOf([1, 2, 3, 4, 5, 6, 7])}`;
    const row = `<td colspan=3>${NEW}${cellsOf(SEVEN)}`;
    expect(readTables(withHeader(numbered, row))).toEqual({ values: placed, rules: [] });
    expect(readTables(withHeader(numbered.replace('<td>2', '<td>3'), row)).rules).toEqual(['table.unmapped']);
    expect(readTables(withHeader(row, numbered)).rules).toEqual(['table.unmapped']);
  });

  describe('a small table of something else', () => {
    const offices = table(
      cellsOf(['序号', '单位', '收到申请数', '予以公开', '不予公开', '总计']),
      cellsOf([1, '教育局', 8, 12, 23, 18]),
    );
    const told = (markup: string) =>
      readCells(readParts(cutIntoParts(readHtml(markup).grids).parts)).findings.map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );

    test('is said beside the form’s own, and lacks no header', () => {
      expect(told(offices + withHeader(`<td colspan=3>${NEW}${cellsOf(SEVEN)}`))).toEqual([
        'table.unmapped info',
      ]);
    });

    test('whose labels have units is none of the report’s', () => {
      const compared = table(
        cellsOf(['项目', '2020年', '2021年', '同比']),
        cellsOf(['收到政府信息公开申请（件）', 18, 117, '—']),
        cellsOf(['予以公开（件）', 12, 1, '-']),
        cellsOf(['行政复议（件）', 5, 4, '']),
      );
      expect(told(compared + withHeader(`<td colspan=3>（一）予以公开${cellsOf(SEVEN)}`))).toEqual([]);
    });

    test('is a warning where the form’s own is not printed', () => {
      expect(told(offices)).toEqual(['table.unmapped warning']);
    });
  });

  describe('a row of blank cells', () => {
    const blank = cellsOf(Array<string>(7).fill(''));
    const around = (...rows: string[]) =>
      readTables(
        withHeader(
          `<td colspan=3>${OLD}${cellsOf(SEVEN)}`,
          ...rows.map((row) => `<td colspan=3>${row}`),
          `<td colspan=3>（七）总计${cellsOf(SEVEN)}`,
        ),
      ).values;

    test.each([
      ['2.其他法律行政', 'refused_other_law'],
      ['4.保护第三人合法权益', 'refused_third_party'],
      ['4.无正当理由反复大量申请', 'rejected_abusive'],
    ])('is blank under a varied label as it would be read with numbers: %s', (label, row) => {
      expect(around(`${label}${blank}`)).toMatchObject(rowOf(row, Array<'blank'>(7).fill('blank')));
    });

    test.each<[string, string[], string]>([
      ['a heading', ['其中：涉密情况'], ''],
      ['a label out of its place', ['转下年度继续办理'], 'carried_out'],
      ['one of two', ['4.保护第三人合法权益', '4.保护第三人合法权'], 'refused_third_party'],
    ])('is no row of the form where that is not certain: %s', (_, labels, row) => {
      const values = around(...labels.map((label) => `${label}${blank}`));
      expect(values[`applications.${row}.total`]).toBeUndefined();
    });

    test('beside a row of numbers that nobody knows is not blank', () => {
      const values = around(`4.保护第三人合法权益${blank}`, `权益情况${cellsOf(SEVEN)}`);
      expect(values['applications.refused_third_party.total']).toBeUndefined();
    });
  });

  test('a label that a false line cut in two is one', () => {
    const { values } = readTables(
      withHeader(
        `<td colspan=3>${NEW}${cellsOf(SEVEN)}`,
        `<td colspan=2>二、上年结转政府信息公开E<td>请数量${cellsOf(SEVEN)}`,
      ),
    );
    expect(values).toMatchObject(rowOf('carried_in', SEVEN));
  });
});
