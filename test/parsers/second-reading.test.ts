import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { parseDocument, readAgain } from '../../parsers/index.ts';
import { loadEngine } from '../../src/ocr/load-engine.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { validateReading } from '../../src/validators/index.ts';
import { cleanDocument, DOCUMENTS } from '../mutation/documents.ts';
import { installEngine } from './ocr/install-engine.ts';
import { makePdf, showText } from './pdf/make-pdf.ts';

const gazetteer = loadGazetteer();
const FOLDERS = ['test/fixtures/generated', 'test/fixtures/pdf'];
const FIXTURES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:html|pdf)$/.test(name))
    .map((name) => join(folder, name)),
);
const TEXTS = DOCUMENTS.filter((name) => name.startsWith('text:'));
const SEED = 20261126;

/** Cells that both readings find, and those of them on which they differ. */
async function compare(bytes: Uint8Array) {
  const { cells } = await parseDocument(bytes, { gazetteer });
  const second = await readAgain(bytes);
  const common = cells.filter(({ variable, status }) => status === 'reported' && second?.has(variable));
  const differing = common.filter(({ variable, value }) => second?.get(variable) !== value);
  return { reported: cells.filter(({ status }) => status === 'reported'), common, differing };
}

/**
 * Of these only some numbers are found a second way: in a row of the text layer that has empty cells nothing says
 * which column a number stands in.
 */
const CONFIRMED: Readonly<Record<string, number>> = {
  'test/fixtures/pdf/same-report-browser.pdf': 43,
  'test/fixtures/pdf/same-report-office.pdf': 31,
};

describe('the second reading', () => {
  test.each(FIXTURES)('%s is read alike both ways', async (file) => {
    const { reported, common, differing } = await compare(readFileSync(file));
    expect(differing).toEqual([]);
    expect(common).toHaveLength(CONFIRMED[file] ?? reported.length);
  });

  test.each(DOCUMENTS)('a drawn %s is never read otherwise', async (name) => {
    const { blocks, render } = cleanDocument(name, SEED);
    expect((await compare(render(blocks))).differing).toEqual([]);
  });

  const whole = TEXTS.filter((name) => !/blanks|l7/.test(name));
  test.each(whole)('every number of a drawn %s is found again', async (name) => {
    const { blocks, render } = cleanDocument(name, SEED);
    const { reported, common } = await compare(render(blocks));
    expect(common).toHaveLength(reported.length);
  });

  test('of what is no document there is no second way', async () => {
    expect(await readAgain(new TextEncoder().encode('{\\rtf1 27 + 1}'))).toBeNull();
  });

  test('a picture of a page is read again by the text behind it', async () => {
    const lines = ['信息内容 本年处理决定数量', '行政处罚 615', '行政强制 213'];
    const hidden = lines.map((line, at) =>
      line
        .split(' ')
        .map((word, column) => showText(word, 60 + 200 * column, 700 - 20 * at))
        .join('\n'),
    );
    const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x\nEI Q';
    const second = await readAgain(makePdf([{ content: `3 Tr ${hidden.join('\n')}\n${picture}` }]));
    expect(Object.fromEntries(second ?? [])).toEqual({
      'disclosure.penalties.decisions': 615,
      'disclosure.compulsory_measures.decisions': 213,
    });
  });

  test.skipIf(!installEngine())(
    'a picture is looked at once more at another size',
    async () => {
      const image = await loadImage(readFileSync('test/fixtures/scans/applications-2021.png'));
      const top = createCanvas(image.width, 182);
      top.getContext('2d').drawImage(image, 0, 0);
      const second = await readAgain(top.toBuffer('image/png'), loadEngine);
      expect(second?.get('applications.received_new.total')).toBe(53);
      expect(second?.size).toBeGreaterThanOrEqual(12);
    },
    240_000,
  );
});

/** The table of challenges in which the total is 3 and its parts are 0, and what else the cell may hold. */
const page = (total: string): Uint8Array =>
  new TextEncoder().encode(`<title>某县2021年政府信息公开工作年度报告</title>
<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${'<td rowspan="2">结果维持</td><td rowspan="2">结果纠正</td><td rowspan="2">其他结果</td><td rowspan="2">尚未审结</td><td rowspan="2">总计</td>'}
<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${'<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>'.repeat(2)}</tr>
<tr>${'<td>0</td>'.repeat(4)}${total}${'<td>0</td>'.repeat(10)}</tr></table>`);

test('a report that contradicts itself is blamed only with a second reading behind it', async () => {
  const bytes = page('<td>3</td>');
  const reading = await parseDocument(bytes, { gazetteer });
  const { findings } = await validateReading(reading, { readAgain: () => readAgain(bytes) });
  const failures = findings.filter(({ rule, outcome }) => rule === 'challenges.total' && outcome === 'fail');
  expect(failures).toMatchObject([{ severity: 'error', confirmed: true, expected: 0, actual: 3 }]);
});

test('the contradictions of a report as flattened text are its own when the second reading finds them too', async () => {
  const bytes = readFileSync('data/sample/shuangliao-2021.txt');
  const reading = await parseDocument(bytes, { gazetteer });
  const { findings } = await validateReading(reading, { readAgain: () => readAgain(bytes) });
  const failures = findings.filter(
    ({ rule, outcome }) => rule === 'applications.balance' && outcome === 'fail',
  );
  expect(failures.map(({ scope, confirmed, message }) => [scope, confirmed, message.en])).toEqual([
    ['natural_person', true, '27 + 1 = 28, reported 27 + 0 = 27'],
    ['total', true, '27 + 1 = 28, reported 27 + 0 = 27'],
  ]);
});
