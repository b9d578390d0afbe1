import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPdf, readPdfPages } from '../../../parsers/pdf/read-pdf.ts';
import { generateCorpus } from '../../generate/corpus.ts';
import { createRandom } from '../../generate/random.ts';
import type { Table } from '../../generate/table.ts';
import { drawReport, PLAIN_STYLE, randomStyle } from './draw-report.ts';
import { makePdf, showText, strokeLine } from './make-pdf.ts';
import { readVariables, wrongCells } from './read-hand-made.ts';

const FIXTURES = new URL('../../fixtures/pdf/', import.meta.url);
const HEADINGS = {
  disclosure: '二、主动公开政府信息情况',
  applications: '三、收到和处理政府信息公开申请情况',
  challenges: '四、政府信息公开行政复议、行政诉讼情况',
  statistics: '政府信息公开情况统计表',
} as const;
const SEED = Number(process.env['SEED'] ?? 1);
const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 24);

const withHeadings = (tables: readonly Table[]): readonly (string | Table)[] =>
  tables.flatMap((table, index) =>
    tables[index - 1]?.id === table.id ? [table] : [HEADINGS[table.id], table],
  );

describe('reports drawn by hand', () => {
  // Tables alone are drawn here: recipes that differ in their prose only would be drawn twice.
  const corpus = generateCorpus({ seed: SEED, count: 1, kinds: ['html'], filter: '' }).filter(
    ({ truth }) => !/cover|lost-dates/.test(truth.case),
  );
  const random = createRandom(SEED).fork('pdf');
  const drawn = random.sample(corpus, DOCUMENTS).map((document, index) => ({
    ...document,
    style: randomStyle(random.fork(`style ${index}`)),
  }));

  test.each(
    drawn.map(
      ({ truth, style, tables }) =>
        [truth.case, style.lines, style.quarter, { truth, style, tables }] as const,
    ),
  )('%s, lines %s, turned %i', async (_, _lines, _quarter, { truth, style, tables }) => {
    const bytes = drawReport('某市2021年政府信息公开工作年度报告', withHeadings(tables), style);
    expect(wrongCells(await readVariables(bytes), truth), `SEED=${SEED} ${JSON.stringify(style)}`).toEqual(
      [],
    );
  });
});

const PLAIN = PLAIN_STYLE;

describe('a table over two pages', () => {
  const [document] = generateCorpus({ seed: 5, count: 1, kinds: ['html'], filter: 'plain-2021' });
  const tables = document?.tables.filter((table) => table.id === 'applications') ?? [];
  const starts = Array.from({ length: 13 }, (_, k) => 200 + k * 37);

  test.each(starts)('is one grid wherever the page breaks (%i)', async (start) => {
    const style = { ...PLAIN, start, closed: start % 2 === 0, repeatHeader: start % 3 === 0 };
    const { grids } = await readPdf(drawReport('标题', withHeadings(tables), style));
    expect(grids).toHaveLength(1);
    const cells = grids[0]?.rows.flat() ?? [];
    expect(new Set(cells.map((cell) => (cell.source.kind === 'pdf' ? cell.source.page : 0))).size).toBe(2);
    expect(cells.filter((cell) => cell.text === '自然人')).toHaveLength(1);
  });
});

describe('places', () => {
  test.each([0, 1, 2, 3] as const)(
    'the box of a cell holds its number on a page turned by %i',
    async (quarter) => {
      const [document] = generateCorpus({ seed: 5, count: 1, kinds: ['html'], filter: 'plain-2021' });
      const bytes = drawReport('标题', withHeadings(document?.tables ?? []), {
        ...PLAIN,
        quarter,
        offset: 70,
      });
      const { grids } = await readPdf(bytes);
      const limits = quarter % 2 === 0 ? [595, 842] : [842, 595];
      for (const cell of grids.flatMap((grid) => grid.rows.flat())) {
        if (cell.source.kind !== 'pdf') throw new Error('a cell of a PDF has a place in it');
        const [x0, y0, x1, y1] = cell.source.bbox;
        expect(x0).toBeLessThan(x1);
        expect(y0).toBeLessThan(y1);
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
        expect(x1).toBeLessThanOrEqual(limits[0] ?? 0);
        expect(y1).toBeLessThanOrEqual(limits[1] ?? 0);
      }
    },
  );
});

describe('PDFs of browsers and office programs', () => {
  const truths: readonly { file: string; values: Record<string, number>; blank: string[] }[] = JSON.parse(
    readFileSync(new URL('truth.json', FIXTURES), 'utf8'),
  );

  test.each(truths.map((truth) => [truth.file, truth] as const))('%s', async (file, truth) => {
    const bytes = new Uint8Array(readFileSync(new URL(file, FIXTURES)));
    expect(wrongCells(await readVariables(bytes), truth)).toEqual([]);
  });
});

test('without lines, the label of the first row may begin above its numbers and end below them', async () => {
  const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const line = (y: number, label: string, texts: readonly string[]): string[] => [
    ...(label === '' ? [] : [showText(label, 60, y)]),
    ...texts.map((text, at) => showText(text, 180 + at * 54, y, text.length > 4 ? 8 : 10)),
  ];
  const content = [
    showText('三、收到和处理政府信息公开申请情况', 60, 740),
    ...line(720, '', columns),
    ...line(705, '一、本年新收政', []),
    ...line(692, '府信息公开申请', ['74', '8', '4', '0', '2', '0', '88']),
    ...line(679, '数量', []),
    ...line(664, '二、上年结转政', []),
    ...line(651, '府信息公开申请', ['1', '0', '0', '0', '0', '0', '1']),
    ...line(638, '数量', []),
  ];
  const cells = await readVariables(makePdf([{ content: content.join('\n') }]));
  expect(cells.get('applications.received_new.total')?.value).toBe(88);
  expect(cells.get('applications.carried_in.natural_person')?.value).toBe(1);
});

test('without lines, a number whose last digit went to the next line is read whole', async () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const row = (y: number, texts: readonly string[]): string[] =>
    texts.map((text, at) => showText(text, 30 + at * 36, y, 7));
  const content = [
    showText('四、政府信息公开行政复议、行政诉讼情况', 60, 740),
    showText('行政复议', 90, 720, 8),
    showText('行政诉讼', 360, 720, 8),
    showText('未经复议直接起诉', 240, 705, 8),
    showText('复议后起诉', 420, 705, 8),
    ...row(690, [...outcomes, ...outcomes, ...outcomes]),
    ...row(670, ['26', '88', '77', '0', '19', ...Array<string>(10).fill('0')]),
    showText('1', 30 + 4 * 36, 660, 7),
  ];
  const cells = await readVariables(makePdf([{ content: content.join('\n') }]));
  expect(cells.get('challenges.reconsideration.corrected')?.value).toBe(88);
  expect(cells.get('challenges.reconsideration.total')?.value).toBe(191);
});

describe('documents that are no text', () => {
  const rulesOf = async (bytes: Uint8Array) => (await readPdf(bytes)).findings.map((finding) => finding.rule);

  test('an encrypted file says so', async () => {
    const secret = 'ab'.repeat(32);
    const trailer = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${secret}>/U<${secret}>/P -4>>`;
    expect(await rulesOf(makePdf([{ content: '' }], trailer))).toEqual(['document.encrypted']);
  });

  test.each([
    ['nothing behind the header', '%PDF-1.7\n'],
    ['words', '%PDF-1.7\nhello world'],
  ])('a broken file says so: %s', async (_, content) => {
    const { findings } = await readPdf(new Uint8Array(Buffer.from(content)));
    expect(findings.map(({ rule }) => rule)).toEqual(['document.unreadable']);
    for (const text of Object.values(findings[0]?.message ?? {})) expect(text).toMatch(/\w[.。]$/);
  });

  test('pages that are pictures are named', async () => {
    const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x\nEI Q';
    const text = Array.from({ length: 3 }, (_, k) =>
      showText('政府信息公开工作年度报告的说明文字', 60, 700 - 20 * k),
    ).join('\n');
    const { document, imagePages } = await readPdfPages(makePdf([{ content: text }, { content: picture }]));
    expect(imagePages).toEqual([2]);
    expect(document.findings.map((finding) => finding.rule)).toEqual(['document.image_only']);
  });

  test('the text that somebody put behind a picture is not print', async () => {
    const hidden = `3 Tr ${showText('政府信息公开工作年度报告的说明文字政府信息公开', 60, 700)}`;
    const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x\nEI Q';
    const { imagePages } = await readPdfPages(makePdf([{ content: `${hidden}\n${picture}` }]));
    expect(imagePages).toEqual([1]);
  });

  test('more pages than a report has are not read', async () => {
    const pages = Array.from({ length: 301 }, () => ({ content: '' }));
    expect(await rulesOf(makePdf(pages))).toEqual(['document.too_complex']);
  });
});

describe('running text', () => {
  test('lines become paragraphs, headers and page numbers go', async () => {
    const page = (number: number, lines: readonly string[]) => ({
      content: [
        showText('某市人民政府办公室文件', 230, 800, 9),
        ...lines.map((line, k) => showText(line, k === 0 ? 74 : 50, 700 - 20 * k, 12)),
        showText(`- ${number} -`, 285, 40, 9),
      ].join('\n'),
    });
    const long = '本年度全市各级行政机关认真落实信息公开条例要求持续推进公开工作取得新的成'.slice(0, 38);
    const { paragraphs } = await readPdf(
      makePdf([page(1, [long, `${long}二`, '效。']), page(2, [long, '果。'])]),
    );
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual([`${long}${long}二效。`, `${long}果。`]);
  });
});

describe('titles on top', () => {
  const TITLE = '某县2023年政府信息公开工作年度报告';
  const textsOf = async (...pages: readonly (readonly string[])[]) => {
    const { paragraphs } = await readPdf(makePdf(pages.map((content) => ({ content: content.join('\n') }))));
    return paragraphs.map(({ text }) => text);
  };

  test('a title that is printed again on every page is a title on the first', async () => {
    const page = (text: string) => [showText(TITLE, 180, 800, 14), showText(text, 74, 700, 10)];
    expect(await textsOf(page('一、总体情况'), page('二、主动公开'))).toEqual([
      TITLE,
      '一、总体情况',
      '二、主动公开',
    ]);
  });

  test('a running header above a title is none', async () => {
    const header = showText('某县2022年政府信息公开工作年度报告', 180, 800, 9);
    const pages = [
      [header, showText(TITLE, 180, 760, 14)],
      [header, showText('一、总体情况', 74, 700, 10)],
    ];
    expect(await textsOf(...pages)).toEqual([TITLE, '一、总体情况']);
  });

  // A sheet of a workbook and a leaf of a sheet stand at the left of their page.
  test('lines of a title have an axis of their own where they are not in the middle of the page', async () => {
    const centred = (line: string, y: number) =>
      showText(line, 200 - line.replace(/\d\d/g, '二').length * 8, y, 16);
    const text = '本年度认真落实信息公开条例要求持续推进公开工作';
    const content = [
      centred('某县人民政府', 760),
      centred('2023年政府信息公开工作年度报告', 736),
      ...[700, 684, 668].map((y) => showText(text, 60, y, 10)),
    ];
    expect((await textsOf(content))[0]).toBe('某县人民政府2023年政府信息公开工作年度报告');
  });

  test('a title and the heading of the table below it are two', async () => {
    const heading = '政府信息公开情况统计表（2023年度）';
    const text = '本年度认真落实信息公开条例要求持续推进公开工作';
    const centred = (line: string, y: number) =>
      showText(line, 297.5 - line.replace(/\d\d/g, '二').length * 9, y, 18);
    const below = [700, 680, 660].map((y) => showText(text, 74, y, 10));
    const content = [centred(TITLE, 760), centred(heading, 735), ...below];
    expect((await textsOf(content)).slice(0, 2)).toEqual([TITLE, heading]);
    // Where nothing but titles is long, they are of the size of the text.
    for (const next of [heading, '二、主动公开政府信息情况', '填报单位（盖章）：某县人民政府办公室'])
      expect(await textsOf([centred(TITLE, 760), centred(next, 735)])).toEqual([TITLE, next]);
    const broken = [centred('某县人民政府2023年', 760), centred('政府信息公开工作年度报告', 735)];
    expect((await textsOf([...broken, ...below]))[0]).toBe('某县人民政府2023年政府信息公开工作年度报告');
  });
});

test('a line whose letters are set apart holds no blanks for that', async () => {
  const title = '某县2023年政府信息公开工作年度报告';
  let x = 60;
  const content = [...title].map((sign) => {
    const shown = showText(sign, x, 700, 12);
    x += (/\d/.test(sign) ? 6 : 12) + 7;
    return shown;
  });
  const { text } = await readPdf(makePdf([{ content: content.join('\n') }]));
  expect(text.trim()).toBe(title);
});

test('the place of a cell on the right half of a sheet is its place on the sheet', async () => {
  const content = [
    ...[500, 470, 440].map((y) => showText('政府信息公开工作年度报告总体情况', 60, y)),
    ...[500, 480, 460].map((y) => strokeLine(500, y, 760, y)),
    ...[500, 630, 760].map((x) => strokeLine(x, 500, x, 460)),
    showText('自然人', 510, 486),
    showText('总计', 640, 486),
    showText('27', 640, 466),
  ];
  const mediaBox = [0, 0, 842, 595] as const;
  const { text, grids } = await readPdf(makePdf([{ mediaBox, content: content.join('\n') }]));
  const [cell] = grids[0]?.rows[1]?.slice(1) ?? [];
  expect(text).not.toContain('27');
  expect(cell).toMatchObject({ text: '27', source: { page: 1, bbox: [630, 460, 760, 480] } });
});
