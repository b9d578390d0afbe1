import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { validateAlone } from '../../src/validators/index.ts';

const HEAD =
  '<tr><td colspan=4>第二十条第（一）项<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数';

/** What is read of one cell of a report, as its markup prints it. */
async function readCell(markup: string, rows = `${HEAD}<tr><td>规章${markup}<td>2<td>3`) {
  const page = `<h1>双辽市2021年政府信息公开工作年度报告</h1><table>${rows}</table>`;
  const reading = await parseDocument(Buffer.from(page), { gazetteer: loadGazetteer() });
  const { cells, findings } = validateAlone(reading);
  const name = rows.startsWith(HEAD) ? 'disclosure.regulations.issued' : 'disclosure.fees.amount_10k_yuan';
  const { status, value, raw } = cells.find(({ variable }) => variable === name) ?? {};
  const said = findings.filter(({ variables }) => variables.length === 1 && variables[0] === name);
  return { status, value, raw, rules: said.map(({ rule, severity }) => `${rule} ${severity}`) };
}

test.each([
  ['9007199254740993', 'unreadable', null, ['cell.unreadable warning']],
  ['1000000001', 'reported', 1_000_000_001, ['cell.implausible warning']],
  ['1000000000', 'reported', 1_000_000_000, []],
])('the size of %s', async (printed, status, value, rules) => {
  expect(await readCell(`<td>${printed}`)).toEqual({ status, value, raw: printed, rules });
});

test.each([
  ['<td><span style="font-size:0">5</span>1', 'reported', 1, '1', []],
  ['<td><span style="FONT-SIZE: 0px; color: red">5</span>1', 'reported', 1, '1', []],
  ['<td style="font-size:0"><span style="font-size:14px">5</span> 1', 'reported', 5, '5', []],
  ['<td style="font-size:0"><span style="font-size:1em">5</span>', 'blank', null, '', []],
  ['<td><span style="font-size:0.5em">5</span>1', 'reported', 51, '51', []],
  ['<td><span style="font-size:09pt">5</span>1', 'reported', 51, '51', []],
  ['<td><font color="#FFFFFF">5</font>1', 'reported', 1, '〔5〕1', ['cell.malformed warning']],
  ['<td>1<span style="color:#fff">5</span>', 'reported', 1, '1〔5〕', ['cell.malformed warning']],
  ['<td style="background:#00f"><span style="color:#fff">5</span>1', 'reported', 51, '51', []],
  // A sheet at another address may make it dark, and the number 51: nobody knows.
  [
    '<td class="dark"><span style="color:white">5</span>1',
    'unreadable',
    null,
    '〖5〗1',
    ['cell.unreadable warning'],
  ],
  ['<td class="dark"><span style="color:white">51</span>', 'reported', 51, '51', []],
  // 51 in two sizes, or 5 with a note's mark.
  ['<td>5<small>1</small>', 'unreadable', null, '5〖1〗', ['cell.unreadable warning']],
  ['<td><small>51</small>', 'reported', 51, '51', []],
  ['<td>5<small>件</small>', 'reported', 5, '5件', ['cell.malformed warning']],
  ['<td>&#8238;21', 'ambiguous', null, '21', ['cell.ambiguous warning']],
  ['<td><bdo dir="rtl">21</bdo>', 'ambiguous', null, '21', ['cell.ambiguous warning']],
  ['<td><bdo dir="ltr">21</bdo>', 'reported', 21, '21', []],
  [
    '<td><span style="unicode-bidi:bidi-override;direction:rtl">21</span>',
    'ambiguous',
    null,
    '21',
    ['cell.ambiguous warning'],
  ],
])('text that the page shows otherwise: %s', async (markup, status, value, raw, rules) => {
  expect(await readCell(markup)).toEqual({ status, value, raw, rules });
});

test('text without size in the prose is not read', async () => {
  const page = `<h1>双辽市2021年政府信息公开工作年度报告</h1><p>收到政府信息公开申请<span style="font-size:0">1</span>27件。<table>${HEAD}<tr><td>规章<td>1<td>2<td>3</table>`;
  const { claims } = await parseDocument(Buffer.from(page), { gazetteer: loadGazetteer() });
  expect(claims.map(({ value }) => value)).toEqual([27]);
});

test('a comma that parts no thousands may part two numbers', async () => {
  const rules = ['cell.ambiguous warning'];
  expect(await readCell('<td>5,6')).toEqual({ status: 'ambiguous', value: null, raw: '5,6', rules });
});

describe('digits in several lines', () => {
  test.each(['<td>1<br>2', '<td><p>1</p><p>2</p>'])(
    'are not joined where nothing proves it: %s',
    async (markup) => {
      const rules = ['cell.ambiguous warning'];
      expect(await readCell(markup)).toEqual({ status: 'ambiguous', value: null, raw: '1 2', rules });
    },
  );

  test('are one number each where a document parts all longer numbers', async () => {
    const split = ['3 8', '3 47', '4 4', '1 9'].map((digits) => `<td>${digits.replaceAll(' ', '<br>')}`);
    const rows = `${HEAD}<tr><td>规章${split.slice(0, 3).join('')}<tr><td>行政规范性文件${split[3]}`;
    expect((await readCell('', `${rows}<td>5<td>6`)).value).toBe(38);
    expect((await readCell('', `${rows}<td>5<td>67`)).status).toBe('ambiguous');
    expect((await readCell('', `${rows}<td>5<td>0<br>6`)).status).toBe('ambiguous');
  });

  const COLUMNS = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const ROWS = [
    ['一、本年新收政府信息公开申请数量', '1<br>2', 0, 0, 0, 0, 0, '1<br>2'],
    ['二、上年结转政府信息公开申请数量', 0, 0, 0, 0, 0, 0, 0],
    ['（一）予以公开', '<p>1</p><p>2</p>', 0, 0, 0, 0, 0, '12'],
    ['（七）总计', 12, 0, 0, 0, 0, 0, 12],
    ['四、结转下年度继续办理', 0, 0, 0, 0, 0, 0, 0],
  ];
  const table = `<table>${[COLUMNS, ...ROWS].map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`;

  test('are one number where row and column bear it out, and then in the whole document', async () => {
    const applications = `${HEAD}<tr><td>规章<td>1<br>3<td>2<td>3</table>${table}`;
    const { status, value, rules } = await readCell('', applications);
    expect({ status, value, rules }).toEqual({
      ...{ status: 'reported', value: 13 },
      rules: ['cell.malformed warning'],
    });
  });
});

test.each([
  ['本年收费金额', '251000', ['cell.unit question']],
  ['本年收费金额', '199999', []],
  ['本年收费金额（单位：万元）', '251000', []],
  ['本年收费金额', '251000元', ['cell.unit info']],
  ['本年收费金额', '1250000000', ['cell.implausible warning', 'cell.unit question']],
])('a fee under %s of %s', async (header, printed, rules) => {
  const rows = `<tr><td colspan=2>第二十条第（八）项<tr><td>信息内容<td>${header}<tr><td>行政事业性收费<td>${printed}`;
  expect((await readCell('', rows)).rules).toEqual(rules);
});
