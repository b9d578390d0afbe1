import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDocument } from '../../../parsers/open-document.ts';
import { displayed, shown } from '../../../parsers/xlsx/displayed-number.ts';
import { readXlsx } from '../../../parsers/xlsx/read-workbook.ts';
import { extractDocument } from '../../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { sheetXml, xlsxPackage } from '../../generate/xlsx.ts';
import { scoreDocument, type Truth } from '../../golden/score-document.ts';
import { mutated, mutations } from '../docx/mutations.ts';
import { gridLines } from '../docx/office-grid.ts';

/** A case that takes a second on an idle machine may take many on a busy one; what hangs takes longer than this. */
const HANGS = 300_000;
/** Cells that one table may have, hostile or not. */
const MOST_CELLS = 200_000;

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const truths = JSON.parse(fixture('truth.json').toString()) as readonly Truth[];

const number = (at: string, value: string, style = 0): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (at: number, cells: string, attributes = ''): string =>
  `<row r="${at}"${attributes}>${cells}</row>`;
const hidden = ' hidden="1"';

/** The sheet that fixtures/shapes.xls was saved from. */
const SHAPES = xlsxPackage(
  [
    sheetXml(
      [
        row(1, text('A1', '双辽市2021年政府信息公开工作年度报告')),
        row(2, text('B2', '统计指标') + text('C2', '统计数') + text('D2', '隐藏')),
        row(3, text('B3', '千位') + number('C3', '1234', 1) + number('D3', '77')),
        row(4, text('B4', '两位小数') + number('C4', '12.345', 2)),
        row(5, text('B5', '隐藏行') + number('C5', '55'), hidden),
        row(6, `${text('B6', '公式')}<c r="C6"><f>C3+1</f><v>1235</v></c>`),
        row(7, `${text('B7', '文字公式')}<c r="C7" t="str"><f>"2"&amp;"7"</f><v>27</v></c>`),
        row(8, `${text('B8', '错误')}<c r="C8" t="e"><f>1/0</f><v>#DIV/0!</v></c>`),
        row(9, `${text('B9', '真')}<c r="C9" t="b"><v>1</v></c>`),
        row(10, text('B10', '小数') + number('C10', '1798.6600000000001')),
        row(11, text('B11', '合并') + text('C11', '22')),
      ],
      ['A1:C1', 'B11:B12'],
      `<cols><col min="4" max="4" width="9"${hidden}/></cols>`,
    ),
    sheetXml([row(1, text('A1', '藏') + number('B1', '99'))], []),
  ],
  [],
  ['visible', 'hidden'],
);

test.each([
  ['xlsx', SHAPES],
  ['xls', fixture('shapes.xls')],
])('%s: numbers as displayed, what is hidden told and left out', async (kind, bytes) => {
  const document = await openDocument(bytes);
  expect(document.kind).toBe(kind);
  expect(document.grids.map(gridLines)).toEqual([
    [
      '0+3:双辽市2021年政府信息公开工作年度报告',
      '0:|1:统计指标|2:统计数',
      '0:|1:千位|2:1,234',
      '0:|1:两位小数|2:12.35',
      '0:|1:|2:',
      '0:|1:公式|2:1235',
      '0:|1:文字公式|2:27',
      '0:|1:错误|2:#DIV/0!',
      '0:|1:真|2:TRUE',
      '0:|1:小数|2:1798.66',
      '0:|1:合并|2:22',
    ].join('\n'),
  ]);
  expect(document.grids[0]?.rows[2]?.[2]?.source).toEqual({ kind: 'xlsx', table: 0, row: 2, column: 2 });
  expect(document.text).toBe('双辽市2021年政府信息公开工作年度报告');
  const said = document.findings.map(
    ({ rule, severity, message }) => `${severity} ${rule} ${message.en.match(/\((.*?)\)/)?.[1]}`,
  );
  expect(said).toEqual(['warning document.hidden_text 77, 55', 'info document.hidden_text 99']);
});

test.each([
  [1234, '#,##0', '1,234'],
  [0, '#,##0', '0'],
  [12.345, '0.00', '12.35'],
  [12, '0"件"', '12件'],
  [44562, 'yyyy"年"m"月"d"日"', '2022年1月1日'],
  [0, '#,##0;-#,##0;', ''],
  [0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', ' - '],
  [0.1 + 0.2, 'General', '0.3'],
  [7, '[[[', '7'],
])('%s in the format %j shows %j', (value, format, shown) => {
  expect(displayed(value, 0, { styles: [200], formats: new Map([[200, format]]), date1904: false })).toBe(
    shown,
  );
});

test.each([
  [3, ';;;', { text: '', unseen: '3' }],
  [0, ';;;', { text: '', unseen: '0' }],
  ['3', ';;;', { text: '', unseen: '3' }],
  [-2, '0;;', { text: '', unseen: '-2' }],
  [0, '0;;', { text: '' }],
  [3, '0;;', { text: '3' }],
])('what %s in the format %j keeps from being seen', (value, format, cell) => {
  expect(shown(value, 0, { styles: [200], formats: new Map([[200, format]]), date1904: false })).toEqual(
    cell,
  );
});

test('a number whose format shows nothing is a blank cell and told of', async () => {
  const sheet = sheetXml([row(1, text('A1', '规章') + number('B1', '3', 4) + number('C1', '4'))], []);
  const { grids, findings } = await readXlsx(xlsxPackage([sheet]));
  expect(grids.map(gridLines)).toEqual(['0:规章|1:|2:4']);
  expect(
    findings.map(({ rule, severity, message }) => [rule, severity, /\((.*?)\)/.exec(message.en)?.[1]]),
  ).toEqual([['document.hidden_text', 'warning', '3']]);
});

test.each([
  ['was never calculated', '<c r="B1"><f>SUM(B2:B9)</f></c>', '=SUM(B2:B9)'],
  ['was never calculated, with an empty value', '<c r="B1"><f>SUM(B2:B9)</f><v></v></c>', '=SUM(B2:B9)'],
  ['was never calculated, with no value', '<c r="B1"><f>SUM(B2:B9)</f><v/></c>', '=SUM(B2:B9)'],
  ['gives an empty text', '<c r="B1" t="str"><f>IF(B2=0,"",B2)</f><v></v></c>', ''],
])('a formula that %s', async (_, formula, shown) => {
  const document = await readXlsx(
    xlsxPackage([sheetXml([row(1, text('A1', '总计') + formula), row(2, text('B2', '件'))], [])]),
  );
  expect(document.grids.map(gridLines)).toEqual([`0:总计|1:${shown}\n0:|1:件`]);
});

const inline = (content: string): string => `<c r="B1" t="inlineStr"><is>${content}</is></c>`;
const richRun = (value: string, font = ''): string => `<r><rPr>${font}</rPr><t>${value}</t></r>`;

test.each([
  ['digits in runs', richRun('2', '<b/>') + richRun('7'), '27'],
  ['the mark of a note', richRun('27') + richRun('1', '<vertAlign val="superscript"/>'), '27〔1〕'],
  ['a struck number', richRun('27', '<strike/>') + richRun('28'), '〔27〕28'],
  ['a number that is not struck after all', richRun('2', '<strike val="0"/>') + richRun('7'), '27'],
  ['white digits', richRun('1', '<color rgb="FFFFFFFF"/>') + richRun('27'), '〔1〕27'],
  ['digits in the colour of the sheet', richRun('1', '<color theme="0"/>') + richRun('27'), '〔1〕27'],
  ['digits too small to be seen', richRun('1', '<sz val="1"/>') + richRun('27'), '27'],
  ['readings above characters', '<t>27</t><rPh sb="0" eb="1"><t>9</t></rPh>', '27'],
  ['an escaped line feed', '<t>27_x000a_</t>', '27'],
  ['an escaped digit', '<t>_x0032_7</t>', '27'],
])('the text of a cell: %s', async (_, content, shown) => {
  const document = await readXlsx(
    xlsxPackage([sheetXml([row(1, text('A1', '总计') + inline(content))], [])]),
  );
  expect(document.grids[0]?.rows[0]?.[1]?.text.trim()).toBe(shown);
});

test('fonts of the runs of a text tell in an Excel 97 file too which digits are of its number', async () => {
  const { grids } = await openDocument(fixture('rich.xls'));
  expect(grids.map(gridLines)).toEqual([
    '0:上标|1:27〔1〕\n0:删除线|1:〔27〕28\n0:白字|1:〔7〕27\n0:小字|1:27\n0:粗体|1:27',
  ]);
});

test('a sheet that shows no zeros prints blank cells', async () => {
  const sheet = sheetXml([row(1, text('A1', '总计') + number('B1', '0') + number('C1', '10'))], []);
  const view = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews><sheetData>';
  const document = await readXlsx(xlsxPackage([sheet.replace('<sheetData>', view)]));
  expect(document.grids.map(gridLines)).toEqual(['0:总计|1:|2:10']);
});

test('a number covered by a merged cell is told', async () => {
  const document = await readXlsx(
    xlsxPackage([sheetXml([row(1, text('A1', '总计') + number('B1', '27'))], ['A1:B1'])]),
  );
  expect(document.grids.map(gridLines)).toEqual(['0+2:总计']);
  expect(document.findings.map(({ rule }) => rule)).toEqual(['document.hidden_text']);
});

test.each([
  ['cells far apart', [row(1, number('A1', '1')), row(9000, number('XFD9000', '1'))], [], '', 'too_complex'],
  [
    'rows beyond the last',
    [row(1, number('A1', '1')), row(1048576, number('A1048576', '1'))],
    [],
    '',
    'too_complex',
  ],
  [
    'merges over everything',
    [row(1, number('A1', '1'))],
    Array.from({ length: 30_000 }, (_, at) => `A${at + 1}:XFD1048576`),
    '',
    'too_large',
  ],
  [
    'columns over and over',
    [row(1, number('A1', '1'))],
    [],
    `<cols>${`<col min="1" max="16384"${hidden}/>`.repeat(3000)}</cols>`,
    'hidden_text',
  ],
])('%s: said, and nothing is spread out', { timeout: HANGS }, async (_, rows, merges, extra, rule) => {
  const document = await openDocument(xlsxPackage([sheetXml(rows, merges, extra)]));
  expect(document.findings.map((finding) => finding.rule)).toContain(`document.${rule}`);
  expect(document.grids.flatMap((grid) => grid.rows.flat()).length).toBeLessThan(100);
});

test.each(truths.map((truth) => [truth.file, truth] as const))('%s is read exactly', async (file, truth) => {
  const extraction = await extractDocument(fixture(file), {}, { gazetteer: loadGazetteer() });
  const score = scoreDocument({ ...truth, published: null }, extraction);
  expect(score).toEqual({ silent: [], inexact: [], missed: [], falseAlarms: [], metadata: [] });
});

test.each([
  ['xlsx', SHAPES],
  ['xls', fixture('shapes.xls')],
  ['xls', fixture('report-2021.xls')],
])('%s files that are cut or changed never throw and never hang', { timeout: HANGS }, async (_, bytes) => {
  await fc.assert(
    fc.asyncProperty(mutations(bytes.length), async (changes) => {
      const { grids } = await openDocument(mutated(bytes, changes));
      for (const { rows } of grids) expect(rows.flat().length).toBeLessThan(MOST_CELLS);
    }),
    { numRuns: 200 },
  );
});
