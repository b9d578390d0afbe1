import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument, readAgain } from '../../parsers/index.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { validateReading } from '../../src/validators/index.ts';
import { cleanDocument, DOCUMENTS } from '../mutation/documents.ts';

const gazetteer = loadGazetteer();
const FOLDERS = ['test/fixtures/generated', 'test/fixtures/pdf'];
const FIXTURES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:html|pdf)$/.test(name))
    .map((name) => join(folder, name)),
);
const SEED = 20261126;

/** Cells that both readings find, and those of them on which they differ. */
async function compare(bytes: Uint8Array) {
  const { cells } = await parseDocument(bytes, { gazetteer });
  const second = await readAgain(bytes);
  const common = cells.filter(({ variable, status }) => status === 'reported' && second?.has(variable));
  const differing = common.filter(({ variable, value }) => second?.get(variable) !== value);
  return { reported: cells.filter(({ status }) => status === 'reported'), common, differing };
}

/** Columns of levels that run on as text cannot be told from one another: nothing of such a table is confirmed. */
const UNCONFIRMED: ReadonlySet<string> = new Set(['test/fixtures/generated/statistics-html-41.html']);

describe('the second reading', () => {
  test.each(FIXTURES)('%s is read alike both ways', async (file) => {
    const { reported, common, differing } = await compare(readFileSync(file));
    expect(differing).toEqual([]);
    expect(common).toHaveLength(UNCONFIRMED.has(file) ? 0 : reported.length);
  });

  const drawn = DOCUMENTS.filter((name) => !name.startsWith('text:'));
  test.each(drawn)('a drawn %s is never read otherwise', async (name) => {
    const { blocks, render } = cleanDocument(name, SEED);
    expect((await compare(render(blocks))).differing).toEqual([]);
  });

  test('of text, of what is no document and of nothing there is no second way', async () => {
    for (const text of ['政府信息公开工作年度报告，收到申请27件。', '', '\u0000']) {
      expect(await readAgain(new TextEncoder().encode(text))).toBeNull();
    }
  });
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
