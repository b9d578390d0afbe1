import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractDocument } from '../../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { paragraph, run } from '../../generate/docx-cells.ts';
import { scoreDocument, type Truth } from '../../golden/score-document.ts';
import { cell, gridsOf, read, row, table, textOfCell } from './docx-parts.ts';

const FIELD = (result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) 99 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test.each([
  ['digits over several runs', `${run('2')}<w:proofErr w:type="x"/>${run('7', '<w:b/>')}`, '27'],
  ['full-width digits', '２７', '２７'],
  ['character spacing', run('27', '<w:spacing w:val="15"/>'), '27'],
  ['deleted text', `<w:del><w:r><w:delText>9</w:delText></w:r></w:del>${run('27')}`, '27'],
  ['inserted text', `<w:ins>${run('27')}</w:ins>`, '27'],
  ['moved text', `<w:moveFrom>${run('9')}</w:moveFrom><w:moveTo>${run('27')}</w:moveTo>`, '27'],
  ['hidden text', run('27') + run('5', '<w:vanish/>'), '27'],
  ['text that is not hidden after all', run('27', '<w:vanish w:val="0"/>'), '27'],
  ['a simple field', `<w:fldSimple w:instr=" =SUM(LEFT) ">${run('27')}</w:fldSimple>`, '27'],
  ['a field', FIELD(run('27')), '27'],
  [
    'a field within a field’s instruction',
    FIELD(run('27')).replace('99', `</w:instrText></w:r>${FIELD(run('5'))}<w:r><w:instrText>`),
    '27',
  ],
  [
    'a formula that is drawn',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o(27) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '〔eq \\o(27)〕',
  ],
  ['a field that never ends', `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('27')}`, '27'],
  ['a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${run('27')}</w:sdtContent></w:sdt>`, '27'],
  ['right-to-left markup', `<w:bdo w:val="ltr">${run('27')}</w:bdo>`, '27'],
  ['a link', `<w:hyperlink w:anchor="x">${run('27')}</w:hyperlink>`, '27'],
  ['an equation', '<m:oMath><m:r><m:t>27</m:t></m:r></m:oMath>', '27'],
  ['a soft line break', `<w:r><w:t>商业</w:t><w:br/><w:t>企业</w:t></w:r>`, '商业\n企业'],
  ['paragraphs', paragraph(run('2')) + paragraph(run('7')), '2\n7'],
  ['a deleted paragraph mark', paragraph(run('2'), '<w:rPr><w:del/></w:rPr>') + paragraph(run('7')), '27'],
  ['struck text', run('27', '<w:strike/>') + run('28'), '〔27〕28'],
  ['the mark of a note', run('27') + run('1', '<w:vertAlign w:val="superscript"/>'), '27〔1〕'],
  ['a mark that is raised', run('27') + run('1', '<w:position w:val="8"/>'), '27〔1〕'],
  ['a number that is raised', run('27', '<w:position w:val="8"/>'), '27'],
  ['text too small to be seen', run('1', '<w:sz w:val="2"/>') + run('27', '<w:sz w:val="21"/>'), '27'],
  ['a number too small to be seen', run('27', '<w:sz w:val="2"/>'), '〔27〕'],
  ['white text', run('1', '<w:color w:val="FFFFFF"/>') + run('27'), '〔1〕27'],
  ['nearly white text', run('1', '<w:color w:val="FEFEFE"/>') + run('27'), '〔1〕27'],
  [
    'text in the colour of the page',
    run('1', '<w:color w:val="auto" w:themeColor="background1"/>') + run('27'),
    '〔1〕27',
  ],
  [
    'grey text, made of the colour of the page',
    run('2', '<w:color w:val="BFBFBF" w:themeColor="background1" w:themeShade="BF"/>') + run('7'),
    '27',
  ],
  [
    'text that is not filled in',
    run('1', '<w14:textFill><w14:noFill/></w14:textFill>') + run('27'),
    '〔1〕27',
  ],
  ['text that is always hidden', run('1', '<w:specVanish/>') + run('27'), '27'],
  ['a white number', run('27', '<w:color w:val="FFFFFF"/>'), '27'],
  ['white text on black', run('2', '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>') + run('7'), '27'],
  [
    'a number in a text box',
    `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run('27'))}</w:txbxContent></v:textbox></w:pict></w:r>`,
    '〔27〕',
  ],
  ['a symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '□'],
  ['a picture in place of a number', '<w:r><w:drawing><pic:pic/></w:drawing></w:r>', '〔图〕'],
  [
    'readings above characters',
    `<w:r><w:ruby><w:rt>${run('9')}</w:rt><w:rubyBase>${run('27')}</w:rubyBase></w:ruby></w:r>`,
    '27',
  ],
  [
    'alternatives, the first of them with text',
    `<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>27</w:t></mc:Choice><mc:Fallback><w:t>9</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    '27',
  ],
  [
    'alternatives, only the last of them with text',
    `<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:sym2/></mc:Choice><mc:Fallback><w:t>27</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    '27',
  ],
  ['much white space before the number', run(' '.repeat(900)) + run('27'), '27'],
  ['markup that nobody knows', `<w:newThing>${run('27')}</w:newThing>`, '27'],
])('the text of a cell: %s', async (_, content, text) => {
  expect(await textOfCell(content)).toBe(text);
});

test('text of a hidden style is not printed', async () => {
  const styles =
    '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>';
  expect(await textOfCell(run('27') + run('5', '<w:rStyle w:val="b"/>'), { styles })).toBe('27');
  const hidden = paragraph(run('5'), '<w:pStyle w:val="b"/>');
  expect(await textOfCell(hidden + paragraph(run('27')), { styles })).toBe('27');
});

test.each([
  ['<w:vertAlign w:val="superscript"/>', '27〔1〕'],
  ['<w:strike/>', '27〔1〕'],
  ['<w:position w:val="12"/>', '27〔1〕'],
  ['<w:b/>', '271'],
])('a character style with %s tells of its text', async (properties, text) => {
  const styles = `<w:style w:styleId="a"><w:rPr>${properties}</w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>`;
  expect(await textOfCell(run('27') + run('1', '<w:rStyle w:val="b"/>'), { styles })).toBe(text);
});

const first = '<w:vMerge w:val="restart"/>';
const rest = '<w:vMerge/>';
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;

test.each([
  [
    'grid spans and vertical merges',
    [
      row(cell('一', first), cell('二', span(2)), cell('1')),
      row(cell('', rest), cell('三'), cell('四'), cell('2')),
      row(cell('五', span(3)), cell('3')),
    ],
    '0v2:一|1+2:二|3:1\n1:三|2:四|3:2\n0+3:五|3:3',
  ],
  [
    'a merge that carries on nothing',
    [row(cell('一'), cell('1')), row(cell('', rest), cell('2'))],
    '0:一|1:1\n0:|1:2',
  ],
  [
    'a merge of another width',
    [row(cell('一', first + span(2)), cell('1')), row(cell('二', rest), cell('三'), cell('2'))],
    '0+2:一|2:1\n0:二|1:三|2:2',
  ],
  [
    'skipped columns',
    [
      row(cell('一'), cell('1'), cell('2')),
      row('<w:trPr/>'.replace('/>', '><w:gridBefore w:val="1"/></w:trPr>'), cell('3'), cell('4')),
    ],
    '0:一|1:1|2:2\n1:3|2:4',
  ],
  [
    'the old horizontal merge',
    [row(cell('一', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('1'))],
    '0+2:一|2:1',
  ],
  [
    'cells and rows in content controls',
    [
      `<w:sdt><w:sdtContent>${row(cell('一'), `<w:sdt><w:sdtContent>${cell('1')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
    ],
    '0:一|1:1',
  ],
  [
    'bookmarks between rows',
    [row(cell('一', first), cell('1')), '<w:bookmarkStart w:id="0"/>', row(cell('', rest), cell('2'))],
    '0v2:一|1:1\n1:2',
  ],
  [
    'deleted and hidden rows',
    [
      row('<w:trPr><w:del/></w:trPr>', cell('九'), cell('9')),
      row('<w:trPr><w:hidden/></w:trPr>', cell('八'), cell('8')),
      row('<w:trPr><w:ins/></w:trPr>', cell('一'), cell('1')),
    ],
    '0:一|1:1',
  ],
  ['a deleted cell', [row(cell('一'), cell('9', '<w:cellDel/>'), cell('1'))], '0:一|1:1'],
])('%s', async (_, rows, lines) => {
  expect(await gridsOf(table(...rows))).toEqual([lines]);
});

test('places are table, row and column of the grid', async () => {
  const document = await read(
    table(row(cell('一'), cell('1'))) + paragraph('') + table(row(cell('二', span(2)), cell('2'))),
  );
  expect(document.grids[1]?.rows[0]?.[1]?.source).toEqual({ kind: 'docx', table: 1, row: 0, column: 2 });
});

test('a number in a covered cell is not read and not passed over', async () => {
  const document = await read(table(row(cell('一', first), cell('1')), row(cell('77', rest), cell('2'))));
  expect(document.grids.map((grid) => grid.rows.flat().length)).toEqual([3]);
  expect(document.findings.map(({ rule, message }) => [rule, /77/.test(message.en)])).toEqual([
    ['document.hidden_text', true],
  ]);
});

const box = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

test('tables in text boxes, in content controls and in cells are read once', async () => {
  const inner = table(row(cell('内'), cell('7')));
  expect(await gridsOf(paragraph(box(inner + paragraph(''))))).toEqual(['0:内|1:7']);
  expect(await gridsOf(`<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`)).toEqual(['0:内|1:7']);
  const outer = table(row(cell('外'), cell(inner + paragraph(''))));
  expect(await gridsOf(outer)).toEqual(['0:外|1:内/7', '0:内|1:7']);
});

test('a number that floats over a table is in doubt', async () => {
  const document = await read(table(row(cell('一'), cell(box(paragraph(run('27')))))));
  expect(document.grids[0]?.rows[0]?.[1]?.text).toBe('〔27〕');
  expect(document.text).toBe('27');
  expect(document.findings.map(({ rule }) => rule)).toEqual(['document.floating_text']);
});

test('paragraphs are running text, tables are not, layout tables are both', async () => {
  const long = '公开'.repeat(200);
  const document = await read(
    paragraph(run('一、总体情况')) +
      table(row(cell('规章'), cell('3'))) +
      table(row(cell(paragraph(run('二')) + paragraph(run(long))))),
  );
  expect(document.paragraphs.map(({ text }) => text)).toEqual(['一、总体情况', '二', long]);
  expect(document.grids.map(({ after }) => after)).toEqual([1, 1]);
  for (const { text, start, end } of document.paragraphs) expect(document.text.slice(start, end)).toBe(text);
});

test('the title among the properties counts when the text has none', async () => {
  const title = '双辽市2021年政府信息公开工作年度报告';
  const stale = '双辽市2020年政府信息公开工作年度报告';
  expect((await read(paragraph(run('一、总体情况')), { title })).meta.title).toBe(title);
  expect((await read(paragraph(run(title)), { title: stale })).meta.title).toBeUndefined();
});

test('the strict schema, other prefixes and another name of the main part make no difference', async () => {
  const body = table(row(cell('一', first), cell('1')), row(cell('', rest), cell('2')));
  const lines = ['0v2:一|1:1\n1:2'];
  expect(await gridsOf(body, { schema: 'strict' })).toEqual(lines);
  expect(await gridsOf(body, { documentName: 'word/document2.xml' })).toEqual(lines);
  const renamed = body.replaceAll('w:', 'n:');
  expect(
    await gridsOf(`<x xmlns:n="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${renamed}</x>`),
  ).toEqual(lines);
});

test('a document of pictures says so', async () => {
  const document = await read(paragraph('<w:r><w:drawing><pic:pic/></w:drawing></w:r>'));
  expect(document.findings.map(({ rule }) => rule)).toEqual(['document.image_only']);
});

test('what an embedded page holds is said to be unread', async () => {
  const document = await read('<w:altChunk r:id="x"/>');
  expect(document.findings.map(({ rule }) => rule)).toEqual(['document.too_complex']);
});

const golden = '../shared/fixtures/generated';
test.skipIf(!existsSync(golden))('an office document is read exactly', async () => {
  const bytes = readFileSync(`${golden}/docx-2021.docx`);
  const truths = JSON.parse(readFileSync(`${golden}/truth.json`, 'utf8')) as readonly Truth[];
  const truth = truths.find(({ file }) => file === 'docx-2021.docx');
  const extraction = await extractDocument(bytes, {}, { gazetteer: loadGazetteer() });
  expect(truth && scoreDocument(truth, extraction)).toEqual({
    silent: [],
    inexact: [],
    missed: [],
    falseAlarms: [],
    metadata: [],
  });
});
