import { beforeAll, describe, expect, test } from 'vitest';
import { readHtml } from '../../../parsers/html/read-html.ts';
import { parseDocument } from '../../../parsers/index.ts';
import type { Gazetteer } from '../../../src/places/gazetteer.ts';
import { loadGazetteer } from '../../../src/places/load-gazetteer.ts';
import { generateCase, RECIPES } from '../../generate/corpus.ts';
import { countProcessorTime } from '../../processor-time.ts';

/** The text of the cell of a page with this style sheet. */
const cellWith = (sheet: string, inner: string, cell = 'td'): string | undefined =>
  readHtml(`<head><style>${sheet}</style></head><table><tr><${cell}>${inner}</td></tr></table>`).grids[0]
    ?.rows[0]?.[0]?.text;

describe('a style sheet of the page', () => {
  test.each([
    ['.n{display:none}', '<i class="n">1</i>27', '27'],
    ['.n { VISIBILITY: hidden }', '<i class="n">1</i>27', '27'],
    ['.n{font-size:0}', '<i class="n">1</i>27', '27'],
    ['.n{opacity:0}', '<i class="n">1</i>27', '27'],
    ['.n{position:absolute;left:-9999px}', '<i class="n">1</i>27', '27'],
    ['.n{vertical-align:super}', '27<i class="n">1</i>', '27〔1〕'],
    ['.n{text-decoration:line-through}', '<i class="n">1</i>27', '〔1〕27'],
    ['td i.n, #x{display:none}', '<i class="n">1</i>27', '27'],
    ['[data-n]{display:none}', '<i data-n>1</i>27', '27'],
    ['.m{display:none}', '<i class="n">1</i>27', '127'],
    ['.n{display:none} td .n{display:inline}', '<i class="n">1</i>27', '127'],
    ['td .n{display:inline} .n{display:none}', '<i class="n">1</i>27', '127'],
    ['.n{display:none!important} td .n{display:inline}', '<i class="n">1</i>27', '27'],
    ['.n{display:none}', '<i class="n" style="display:inline">1</i>27', '127'],
    ['.n:hover{display:none} .n::before{display:none}', '<i class="n">1</i>27', '127'],
    ['@media print{.n{display:none}}', '<i class="n">1</i>27', '127'],
    ['@media screen{.n{display:none}}', '<i class="n">1</i>27', '27'],
    ['@media (max-width: 600px){.n{display:none}}', '<i class="n">1</i>27', '127'],
    ['@media screen and (min-width: 600px){.n{display:none}}', '<i class="n">1</i>27', '27'],
    ['<!-- p{margin:0} .n{display:none} -->', '<i class="n">1</i>27', '27'],
    ['.n{display:none} } .o{color:red}', '<i class="n">1</i>27', '27'],
    ['} .n{display:none} .o{color:red}', '<i class="n">1</i>27', '127'],
    ['.n{what? ever; display:none}', '<i class="n">1</i>27', '27'],
    ['.n{display:none', '<i class="n">1</i>27', '27'],
    ['.n{display:none} /* ', '<i class="n">1</i>27', '27'],
  ])('%s', (sheet, inner, text) => expect(cellWith(sheet, inner)).toBe(text));

  test('a cell that it strikes through holds no number', () => {
    expect(cellWith('.old{text-decoration:line-through}', '27', 'td class="old"')).toBe('〔27〕');
  });

  test('for paper alone it says nothing of the page', () => {
    const page = '<style media="print">b{display:none}</style><table><tr><td><b>2</b>7</table>';
    expect(readHtml(page).grids[0]?.rows[0]?.[0]?.text).toBe('27');
  });

  test('of a frame is for the frame', () => {
    const frame =
      "<iframe srcdoc='<style>b{display:none}</style><table><tr><td><b>1</b>27</table>'></iframe>";
    const { grids } = readHtml(`<table><tr><td><b>1</b>27</table>${frame}`);
    expect(grids.map(({ rows }) => rows[0]?.[0]?.text)).toEqual(['127', '27']);
  });

  test('that hides most of the page is undone by a script', () => {
    const part = `<p>${'本机关主动公开政府信息。'.repeat(40)}</p>`;
    const tabs = (hidden: number): string =>
      `<style>.tab{display:none}</style>${part}${`<div class="tab">${part}</div>`.repeat(hidden)}`;
    expect(readHtml(tabs(1)).paragraphs).toHaveLength(1);
    expect(readHtml(tabs(3)).paragraphs).toHaveLength(4);
  });

  test.each([
    ['braces', '.a{display:none'.repeat(20_000)],
    ['brackets', `.a{display:none}${'('.repeat(400_000)}`],
    ['rules', '.a{display:none}'.repeat(30_000)],
    ['selectors', `${'.a,'.repeat(150_000)}.b{display:none}`],
    ['broken declarations', `.a{display:none;${'?;'.repeat(200_000)}`],
    ['siblings', Array.from({ length: 10_000 }, () => 'i ~ i{display:none}').join('')],
  ])('of nothing but %s is read in time', (_, sheet) => {
    const spentMs = countProcessorTime();
    readHtml(`<style>${sheet}</style>${'<i class="a">1</i>'.repeat(2000)}`);
    expect(spentMs()).toBeLessThan(20_000);
  });
});

describe('a report with something in each cell that is not seen', () => {
  let gazetteer: Gazetteer;
  beforeAll(() => {
    gazetteer = loadGazetteer();
  });
  const recipe = RECIPES.find(({ name }) => name === 'html-plain-2021');

  test.each([
    'display:none',
    'visibility:hidden',
    'font-size:0',
    'opacity:0',
    'position:absolute;left:-9999px',
  ])('%s: is read as without it', async (declarations) => {
    if (!recipe) throw new Error('no recipe');
    const { bytes, truth } = generateCase(recipe, 1);
    const page = new TextDecoder()
      .decode(bytes)
      .replaceAll('</td>', '<span class="q">7</span></td>')
      .replace(/<body[^>]*>/, (body) => `<style>.q{${declarations}}</style>${body}`);
    const { cells } = await parseDocument(Buffer.from(page), { gazetteer });
    expect(cells.length).toBeGreaterThan(100);
    for (const { variable, value } of cells) expect(value, variable).toBe(truth.values[variable] ?? null);
  });
});
