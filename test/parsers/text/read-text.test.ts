import { describe, expect, test } from 'vitest';
import { readText } from '../../../parsers/text/read-text.ts';
import { readLines, rowOf } from '../tables/read-table.ts';

const SEVEN = [27, 1, 0, 0, 2, 0, 30];
const HEADER = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const NEW = '一、本年新收政府信息公开申请数量';
const OLD = '二、上年结转政府信息公开申请数量';
const OUT = '四、结转下年度继续办理';

type Row = readonly (string | number)[];
const GRANTED: Row = ['（一）予以公开', ...SEVEN];

/** The ways in which extractors flatten a table whose widest row has ten cells (wild.md, L1–L9). */
const LAYOUTS: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  'one cell a paragraph (L1)': (rows) => rows.flat().join('\n\n'),
  'one cell a line (L2)': (rows) =>
    rows
      .map((row, at) => row.map((cell) => `${cell} |`.trim()).join('\n') + pad(row, at, rows, '\n'))
      .join('\n'),
  'one row a line (L3)': (rows) =>
    rows
      .map((row) =>
        row
          .map((cell) => `${cell} | `)
          .join('')
          .trim(),
      )
      .join('\n'),
  'one row a line, padded (L3p)': (rows) =>
    rows
      .map((row, at) => `${row.map((cell) => `${cell} | `).join('')}${pad(row, at, rows, '')}`.trim())
      .join('\n'),
  'bars on both sides (L4)': (rows) =>
    rows.map((row) => `| ${row.map((cell) => `${cell} | `).join('')}`.trim()).join('\n'),
  'drawn with characters': (rows) =>
    rows.map((row) => `+${'-'.repeat(40)}\n│${row.map((cell) => `${cell}│`).join('')}`).join('\n'),
  'a table in Markdown': (rows) =>
    rows
      .map((row) => `| ${row.join(' | ')} |`)
      .toSpliced(1, 0, `|${'---|'.repeat(10)}`)
      .join('\n'),
  'a lone bar before each row (L5)': (rows) =>
    rows
      .map((row, at) => `|\n${row.map((cell) => `${cell} |`.trim()).join('\n')}${pad(row, at, rows, ' ')}`)
      .join('\n'),
  'cell and bar in turn (L6)': (rows) =>
    rows.map((row) => row.map((cell) => `${cell}\n|`).join('\n')).join('\n'),
  'tabs, as a browser copies a table': (rows) => rows.map((row) => row.join('\t')).join('\n'),
  'a cell and its tab a line': (rows) =>
    rows.map((row) => row.map((cell) => `${cell}\t\n`).join('')).join('\n'),
  'a tab between cells of paragraphs': (rows) =>
    rows.map((row) => row.map((cell) => `${cell}\n`).join('\n\t\n\n')).join('\n'),
  'blanks between numbers (L7)': (rows) => rows.map((row) => row.join(' ')).join('\n'),
  'padded to a layout table (L8)': (rows) =>
    rows
      .map((row) => `${row.map((cell) => `${cell} | `).join('')}${'|'.repeat(300 - row.length)}`)
      .join('\n'),
  'all on one line (L9)': (rows) => `${rows.flat().join(' | ')} | `,
};

const pad = (row: Row, at: number, rows: readonly Row[], before: string): string =>
  at < rows.length - 1 && row.length < 10 ? before + '|'.repeat(10 - row.length) : '';

/** What the layouts are given: a table with labels on one and on two cells. */
const tableOf = (...rows: readonly Row[]): readonly Row[] => [['（本列数据的勾稽关系为', ...HEADER], ...rows];

describe('readText', () => {
  const rows = tableOf([NEW, ...SEVEN], ['三、本年度办理结果', ...GRANTED], [OUT, 0, 0, 0, 0, 0, 0, 0]);
  const values = {
    ...rowOf('received_new', SEVEN),
    ...rowOf('granted', SEVEN),
    ...rowOf('carried_out', [0, 0, 0, 0, 0, 0, 0]),
  };

  test.each(Object.entries(LAYOUTS))('%s', (_, flatten) => {
    expect(
      readLines(`三、收到和处理政府信息公开申请情况\n${flatten(rows)}\n五、存在的主要问题及改进情况\n无。`),
    ).toEqual({
      values,
      rules: [],
    });
  });

  const SHOWN = [
    'one cell a line (L2)',
    'one row a line (L3)',
    'one row a line, padded (L3p)',
    'bars on both sides (L4)',
    'a lone bar before each row (L5)',
    'padded to a layout table (L8)',
    'all on one line (L9)',
    'tabs, as a browser copies a table',
    'a cell and its tab a line',
  ];
  const blankRows = tableOf(
    [NEW, 27, '', 1, '', 2, '', 30],
    [OLD, '', 1, '', '', '', '', 1],
    ['三、本年度办理结果', '（一）予以公开', 26, '', 1, '', 2, '', ''],
    ['（二）部分公开', '', '', '', '', '', '', 3],
    [OUT, 1, 0, 0, 0, 0, 0, 1],
  );

  test.each(SHOWN)('blank cells keep their columns: %s', (name) => {
    const { values: read, rules } = readLines(`${LAYOUTS[name]?.(blankRows)}\n五、存在的主要问题及改进情况`);
    expect(rules).toEqual([]);
    expect(read).toEqual({
      ...rowOf('received_new', [27, 'blank', 1, 'blank', 2, 'blank', 30]),
      ...rowOf('carried_in', ['blank', 1, 'blank', 'blank', 'blank', 'blank', 1]),
      ...rowOf('granted', [26, 'blank', 1, 'blank', 2, 'blank', 'blank']),
      ...rowOf('granted_in_part', ['blank', 'blank', 'blank', 'blank', 'blank', 'blank', 3]),
      ...rowOf('carried_out', [1, 0, 0, 0, 0, 0, 1]),
    });
  });

  const whole = [
    ['（本列数据的勾稽关系为', '', '申请人情况', '', '', '', '', '', ''],
    ['', '', '自然人', '法人或其他组织', '', '', '', '', '总计'],
    ['', '', '', ...HEADER.slice(1, -1), ''],
    [NEW, '', ...SEVEN],
    ['三、本年度办理结果', '（一）予以公开', '', '', '', '', '', 1, 1],
    ['', '（二）部分公开', 3, '', 1, '', '', '', 4],
  ];
  const read = {
    ...rowOf('received_new', SEVEN),
    ...rowOf('granted', ['blank', 'blank', 'blank', 'blank', 'blank', 1, 1]),
    ...rowOf('granted_in_part', [3, 'blank', 1, 'blank', 'blank', 'blank', 4]),
  };
  const rule = `|${whole[0]?.map(() => '---').join('|')}|`;

  /** Merged cells in each place they cover: those of the header reach down, the others to the right. */
  const corner = whole[0]?.[0] ?? '';
  const filled = [
    [corner, corner, ...Array<string>(7).fill('申请人情况')],
    [corner, corner, '自然人', ...Array<string>(5).fill('法人或其他组织'), '总计'],
    [corner, corner, ...HEADER],
    [NEW, NEW, ...SEVEN],
    ...whole.slice(4).map((row) => ['三、本年度办理结果', ...row.slice(1)]),
  ];

  test.each([
    ['with what the cells print in each place', filled.map((row) => `| ${row.join(' | ')} |`)],
    ['CSV', whole.map((row) => row.map((cell) => (cell === NEW ? `"${cell}"` : cell)).join(','))],
    ['Markdown', whole.map((row) => `| ${row.join(' | ')} |`).toSpliced(1, 0, rule)],
    ['a box drawing', whole.flatMap((row) => ['├────┼────┤', `│ ${row.join(' │ ')} │`])],
    ['a spreadsheet', whole.map((row) => row.join('\t'))],
  ])('where a blank stands for each place that a cell covers, blanks keep their columns: %s', (_, lines) => {
    expect(readLines(`${lines.join('\n')}\n五、存在的主要问题及改进情况`).values).toEqual(read);
  });

  test('a row that lost a field among rows that print all of theirs is in no column for certain', () => {
    const [top, ...rest] = whole.map((row) => `| ${row.join(' | ')} |`);
    const cut = [top, ...rest.slice(0, 3), rest[3]?.replace(' |  |', ' |'), ...rest.slice(4)];
    const { values } = readLines(cut.join('\n'));
    expect(values).toMatchObject({
      ...rowOf('granted', Array<'ambiguous'>(7).fill('ambiguous')),
      ...rowOf('granted_in_part', [3, 'blank', 1, 'blank', 'blank', 'blank', 4]),
    });
  });

  test('where tabs stand only between cells, a blank is in its column, or its row in doubt for its last cell', () => {
    const { values } = readLines(LAYOUTS['a tab between cells of paragraphs']?.(blankRows) ?? '');
    expect(values).toMatchObject({
      ...rowOf('carried_in', ['blank', 1, 'blank', 'blank', 'blank', 'blank', 1]),
      ...rowOf('granted_in_part', ['blank', 'blank', 'blank', 'blank', 'blank', 'blank', 3]),
      ...rowOf('granted', Array<'ambiguous'>(7).fill('ambiguous')),
    });
  });

  test('bars that stand in pairs throughout part cells as single ones do', () => {
    const doubled = blankRows.map((row) => row.join(' || ')).join('\n');
    expect(readLines(doubled).values).toMatchObject(
      rowOf('carried_in', ['blank', 1, 'blank', 'blank', 'blank', 'blank', 1]),
    );
  });

  test('a bar a line for each blank cell, and touching bars behind a total that stands alone', () => {
    const alone = (label: string): string => `${label} |\n${'|\n'.repeat(6)}3 |\n||`;
    const lines = [...HEADER.map((column) => `${column} |`), alone(NEW), alone(OLD)];
    const { values: read, rules } = readLines(lines.join('\n'));
    expect(rules).not.toContain('cell.ambiguous');
    for (const row of ['received_new', 'carried_in'])
      expect(read).toMatchObject(rowOf(row, [...Array<'blank'>(6).fill('blank'), 3]));
  });

  test.each(['本年新\n制作数量\n\n本年新\n公开数量', '本年新制作数量\n\n本年新\n\n公开数量'])(
    'a header of which labels are broken over two lines: %j',
    (broken) => {
      const header = `第二十条第（一）项\n\n信息内容\n\n${broken}\n\n对外公开总数量`;
      const { values: read, rules } = readLines(
        `${header}\n\n规章\n\n6\n\n2\n\n10\n\n规范性文件\n\n8\n\n7\n\n21`,
      );
      expect(rules).not.toContain('table.unmapped');
      expect(read).toMatchObject({
        'disclosure.regulations.made': 6,
        'disclosure.regulations.total_disclosed': 10,
        'disclosure.normative_documents.newly_disclosed': 7,
      });
    },
  );

  test('the numbers of a row that no one knows, with a note as long as a sentence, are told of', () => {
    const note =
      '（含以本单位或者办公室名义正式签发的、除前项以外的公文，可以按照平台的栏目数据，逐条核对后如实填写，不得漏报）';
    const { values: read, rules } = readLines(
      `第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 1 | 2 | 3 |\n` +
        `行政规范性文件（决定、公告、通告以及标题用“办法”字样的公文，一般都是） | 4 | 5 | 6 |\n其他文件${note} |\n7 |\n8 |\n9 |\n` +
        '第二十条第（五）项\n信息内容 | 本年处理决定数量 |\n行政许可 | 10 |',
    );
    expect(read).toMatchObject({
      'disclosure.normative_documents.issued': 4,
      'disclosure.normative_documents.in_force': 6,
      'disclosure.licences.decisions': 10,
    });
    expect(rules).toContain('table.unmapped');
  });

  test('numbers on the middle line of a label that no row is known by are those of no blank row', () => {
    const wrapped = [
      ...['（六）其他处理', '1.申请人无正当', '理由逾期不补正、', '行政机关不再处理 3 0 0 0 0 0 3'],
      ...['其政府信息公开申', '请'],
    ];
    const lines = [
      `（本列数据的勾稽关系为 ${HEADER.join(' ')}`,
      `5.要求提供公开出版物 ${SEVEN.join(' ')}`,
      ...wrapped,
      '（七）总计 4 0 0 0 0 0 4',
    ];
    const { values: read, rules } = readLines(`${lines.join('\n')}\n五、存在的主要问题及改进情况`);
    expect(read).toMatchObject(rowOf('other_not_corrected', Array<'ambiguous'>(7).fill('ambiguous')));
    expect(rules).toContain('cell.ambiguous');
  });

  test.each([...SHOWN, 'a tab between cells of paragraphs'])(
    'a row of challenges that is blank throughout: %s',
    (name) => {
      const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
      const challenges = [
        ['行政复议', '行政诉讼'],
        [...results, '未经复议直接起诉', '复议后起诉'],
        [...results, ...results],
        Array<string>(15).fill(''),
      ];
      const { values: read, rules } = readLines(
        `四、政府信息公开行政复议、行政诉讼情况\n${LAYOUTS[name]?.(challenges)}\n五、存在的主要问题及改进情况`,
      );
      expect(rules).toEqual([]);
      expect(Object.values(read)).toEqual(Array<'blank'>(15).fill('blank'));
    },
  );

  // Its rows have all as many bars: a label that stands twice must not make its cells those of merged ones.
  test('a label printed twice in a padded header leaves a row with a blank too many in doubt', () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const rows = [
      ['行政复议', '行政诉讼'],
      [...results, '未经复议直接起诉', '复议后起诉'],
      [...results, '结果维持', ...results.slice(1, 2), ...results.slice(1)],
      [0, 1, 0, 1, 2, '', '', '', 0, '', 0, '', '', 0, '', 0],
    ];
    const lines = rows.map((row) => [...row, ...Array<string>(16 - row.length).fill('')].join(' | '));
    const { values: read } = readLines(
      `四、政府信息公开行政复议、行政诉讼情况\n${lines.join(' |\n')} |\n五、存在的主要问题及改进情况`,
    );
    expect(new Set(Object.values(read))).toEqual(new Set(['ambiguous']));
  });

  test.each(SHOWN)('a table that is blank throughout, 其他处理 a row or a group in it: %s', (name) => {
    const blank = Array<string>(7).fill('');
    const labels = [
      ...['1.属于国家秘密', '4.保护第三方合法权益', '5.属于三类内部事务信息', '6.属于四类过程性信息'],
      ...['7.属于行政执法案卷', '8.属于行政查询事项', '（六）其他处理', '（七）总计', OUT],
    ];
    const rows = [[NEW, ...blank], [OLD, ...blank], ...labels.map((label) => [label, ...blank])];
    const { values: read, rules } = readLines(
      `${LAYOUTS[name]?.(tableOf(...rows))}\n五、存在的主要问题及改进情况`,
    );
    expect(rules).toEqual([]);
    expect(Object.keys(read)).toContain('applications.other.total');
    expect(Object.values(read)).toEqual(Array<'blank'>(77).fill('blank'));
  });

  const lostRows = blankRows.map((row) => row.filter((cell) => cell !== ''));
  test.each(Object.entries(LAYOUTS))(
    'blank cells that vanished leave their row in doubt: %s',
    (_, flatten) => {
      const { values: read } = readLines(`${flatten(lostRows)}\n五、存在的主要问题及改进情况`);
      for (const row of ['received_new', 'carried_in', 'granted', 'granted_in_part'])
        expect(read).toMatchObject(rowOf(row, Array<'ambiguous'>(7).fill('ambiguous')));
      expect(read).toMatchObject(rowOf('carried_out', [1, 0, 0, 0, 0, 0, 1]));
    },
  );

  test('a bar behind a row as wide as its table may be the padding of a row that lost a cell', () => {
    const lines = [
      '第二十条第（一）项 | |||',
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
      '规章 | 0 | 5 | |',
      '行政规范性文件 | 1 | 2 | 3 |',
    ];
    const { values: read, rules } = readLines(lines.join('\n'));
    expect(read['disclosure.regulations.repealed']).toBe('ambiguous');
    expect(rules).toContain('cell.ambiguous');
  });

  test.each(SHOWN)('a number that lost a character leaves the blanks of its row in doubt: %s', (name) => {
    const damaged = blankRows.map((row) => row.map((cell) => (cell === 30 ? '\u001a30' : cell)));
    const { values: read } = readLines(`${LAYOUTS[name]?.(damaged)}\n五、存在的主要问题及改进情况`);
    expect(read).toMatchObject(rowOf('received_new', Array<'ambiguous'>(7).fill('ambiguous')));
    expect(read['applications.carried_in.commercial_enterprise']).toBe(1);
  });

  test.each([
    ['behind them its last cells', '3 | 5 |', '0 |  |  |', 'blank'],
    ['behind them a cell too many', '3 | 5 |', '0 | 0 |  |  |', 'ambiguous'],
    ['before them its first cells', ' | 5 |', '0 | 7 | 7 |', 7],
    ['before them a cell too many', ' | 3 | 5 |', '0 | 7 | 7 |', 'ambiguous'],
    ['a cell too many and a blank last one', '3 | 5 |', '0 | 7 | 7 |  |', 'ambiguous'],
  ])('a row without a label prints bars about its numbers: %s', (_, begin, end, pending) => {
    const outcomes = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |';
    const lines = [
      '行政复议 | 行政诉讼 | |||',
      `${outcomes} 未经复议直接起诉 | 复议后起诉 |`,
      `${outcomes} ${outcomes}`,
      `${begin} 1 | 5 | 14 | 4 |  | 5 | 3 | 12 | 0 |  | ${end}`,
    ];
    const { values: read } = readLines(['（七）总计 | 27 |  | 0 | 0 | 2 | 0 | 30 |', ...lines].join('\n'));
    expect(read['challenges.litigation_after_reconsideration.pending']).toBe(pending);
  });

  test('numbers on a line of their own are a row, never one long number', () => {
    const lines = [
      `${NEW} ${SEVEN.join(' ')}`,
      '（一）予以公开 1 0 0 0 0 0 1',
      '（二）部分公开（区分处理的，只计这一情形，',
      '5 0 0 0 0 0 5',
      '不计其他情形）',
      `${OUT} 0 0 0 0 0 0 0`,
    ];
    expect(readLines(lines.join('\n')).values).toMatchObject(rowOf('granted_in_part', [5, 0, 0, 0, 0, 0, 5]));
  });

  const CHALLENGES = [
    '行政复议 | 行政诉讼 | |||||||||||||',
    `${'结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | '}未经复议直接起诉 | 复议后起诉 | ||||||||`,
    '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||',
    '1 | 2 | 3 | 4 | 10 | 0 | | | | 0 | 5 | 6 | 7 | 8 | 26 |',
  ];
  test.each([
    ['shown', '2 | 2 | 3 | 4 | 11 | 0 | | | | 0 | 5 | | 7 | 8 | 20 |'],
    ['lost', '2 | 2 | 3 | 4 | 11 | 0 | 0 | 5 | 7 | 8 | 20 |'],
  ])('other numbers under prose leave the row without a label in doubt, its blank cells %s', (_, again) => {
    const lines = [...CHALLENGES, '五、存在的主要问题及改进情况', '市自然资源局的情况见下表。', again];
    const { values: read, rules } = readLines(lines.join('\n'));
    expect(rules.some((rule) => rule === 'table.duplicate' || rule === 'cell.ambiguous')).toBe(true);
    expect(read['challenges.reconsideration.upheld']).toBe('ambiguous');
  });

  test.each([
    ['one row', [`${NEW} | 3 | 0 | 0 | 0 | 0 | 0 | 3 |`], 'received_new'],
    ['rows that lost their blanks', [`${OUT} | 3 | 3 |`], 'carried_out'],
  ])('%s of a table again under prose, with other numbers, is in doubt', (_, again, row) => {
    const whole = LAYOUTS['one row a line (L3)']?.(rows) ?? '';
    const { values: read } = readLines(
      [whole, '五、存在的主要问题及改进情况', '第四季度的情况见下表。', ...again].join('\n'),
    );
    expect(read[`applications.${row}.total`]).toBe('ambiguous');
    expect(read['applications.granted.total']).toBe(30);
  });

  test('a number behind a word of the tables is no row', () => {
    expect(readText('市政府已公开政府信息。\n其他\n12\n全年的情况如下。').grids).toEqual([]);
  });

  test('a slash beside the label is a value', () => {
    const { values: read } = readLines(
      ['（一）予以公开 1 0 0 0 0 0 1', `${OLD} / / 2 / / / 2`, '四、结转下年度继续办理 0 0 0 0 0 0 0'].join(
        '\n',
      ),
    );
    expect(read).toMatchObject(rowOf('carried_in', ['dash', 'dash', 2, 'dash', 'dash', 'dash', 2]));
  });

  test('labels printed one character a line', () => {
    const { values: read, rules } = readLines(
      `${[...'行政复议行政诉讼'].join('\n')}\n${NEW} ${SEVEN.join(' ')}\n三、\n${[...'本年度办理结果'].join('\n')}\n（一）予以公开 ${SEVEN.join(' ')}`,
    );
    expect(read).toMatchObject({ ...rowOf('received_new', SEVEN), ...rowOf('granted', SEVEN) });
    expect(rules).toEqual(['table.header_missing']);
  });

  test.each(['- 3 -', '－ 3 －', '第 3 页', '第3页 共8页'])(
    'a page number inside the table is no value: %s',
    (number) => {
      for (const layout of ['one row a line (L3)', 'one cell a line (L2)']) {
        const table = LAYOUTS[layout]?.(rows).split('\n') ?? [];
        const at = table.length - 3;
        expect(readLines([...table.slice(0, at), number, ...table.slice(at)].join('\n')).values).toEqual(
          values,
        );
      }
    },
  );

  test('a page number that sticks to a label is no value', () => {
    const line = `${LAYOUTS['all on one line (L9)']?.(rows)}`.replace(
      '三、本年度办理结果',
      '- 3 - 三、本年度办理结果',
    );
    expect(readLines(line).values).toEqual(values);
  });

  test('strokes between bars are placeholders, but below the first row of a table in Markdown', () => {
    const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const header = `| ${[...outcomes, ...outcomes, ...outcomes].join(' | ')} |`;
    const strokes = `|${' --- |'.repeat(15)}`;
    const numbers = `|${' 3 |'.repeat(15)}`;
    const upheld = (...lines: readonly string[]) =>
      readLines(`四、行政复议、行政诉讼情况\n${lines.join('\n')}\n`).values[
        'challenges.reconsideration.upheld'
      ];
    const groups = '| 行政复议 | 行政诉讼 |';
    expect(upheld(header, strokes, numbers)).toBe(3);
    expect(upheld(groups, strokes, header, numbers)).toBe(3);
    expect(upheld(groups, header, strokes)).toBe('dash');
    expect(upheld(header, strokes)).toBe('dash');
  });

  test('a text that stops in mid-number does not give the digits that came', () => {
    const whole =
      LAYOUTS['one row a line (L3)']?.(tableOf([NEW, ...SEVEN], [OLD, 1, 0, 0, 0, 0, 0, 123])) ?? '';
    const { values: read } = readLines(whole.slice(0, -4));
    expect(read['applications.carried_in.total']).toBe('unreadable');
  });

  test('places are characters of the text as given', () => {
    const text = `\ufeff某某县\r\n${LAYOUTS['one row a line (L3)']?.(rows).replaceAll('\n', '\r\n')}\r\n`;
    const { grids, paragraphs } = readText(text);
    for (const paragraph of paragraphs)
      expect(text.slice(paragraph.start, paragraph.end)).toBe(paragraph.text);
    const cells = grids.flatMap((grid) => grid.rows.flat());
    expect(cells.length).toBeGreaterThan(20);
    for (const { text: printed, source } of cells) {
      if (source.kind !== 'text') throw new Error('a text has places in the text');
      expect(text.slice(source.start, source.end)).toBe(printed);
    }
  });

  test('prose with labels in it is no table', () => {
    const prose = '行政许可27件，行政处罚3件，行政强制0件，规章1件，其他2件。\n总计 30 件。';
    expect(readText(prose).grids).toEqual([]);
  });
});
