import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import type { Reading } from '../../src/model/extraction.ts';
import type { Gazetteer } from '../../src/places/gazetteer.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { generateCase, RECIPES } from '../generate/corpus.ts';
import { statisticsCase } from '../generate/statistics.ts';
import { countProcessorTime } from '../processor-time.ts';

/** The target is 2 s on an idle machine; the tests share theirs. */
const MOST_MS = 20_000;

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = loadGazetteer();
  await parseDocument(Buffer.from('<p>warm</p>'), { gazetteer });
});

async function parse(bytes: Uint8Array | string): Promise<Reading> {
  const spentMs = countProcessorTime();
  const reading = await parseDocument(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { gazetteer });
  expect(spentMs()).toBeLessThan(MOST_MS);
  return reading;
}

const rulesOf = ({ findings }: Reading): readonly string[] => findings.map(({ rule }) => rule);
const recipe = (name: string) => {
  const found = RECIPES.find((one) => one.name === name);
  if (!found) throw new Error(`no recipe ${name}`);
  return found;
};

describe('what is no report gives one clear finding', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'document.empty'],
    ['blanks', ' \n\u3000\n', 'document.not_a_report'],
    ['a byte-order mark', '\ufeff', 'document.not_a_report'],
    ['zero bytes', new Uint8Array(100_000), 'document.unsupported'],
    [
      'binary junk',
      Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919 + (i >> 5)) & 0xff),
      'document.unsupported',
    ],
    ['70 MB', new Uint8Array(70 * 1024 * 1024).fill(0x20), 'document.too_large'],
    ['13 million characters of markup', `<p>${'公'.repeat(13_000_000)}</p>`, 'document.too_large'],
    ['13 million characters of text', '公'.repeat(13_000_000), 'document.too_large'],
    [
      'another page',
      '<html><body><h1>某某县2021年财政预算</h1><p>收入27亿元。</p></body></html>',
      'document.not_a_report',
    ],
    ['a line of text', 'Not Found', 'document.not_a_report'],
  ])('%s', async (_, bytes, rule) => {
    const reading = await parse(bytes);
    expect(rulesOf(reading)).toEqual([rule]);
    expect(reading.findings[0]?.message.zh).toBeTruthy();
    expect(reading.cells).toEqual([]);
  });
});

describe('what goes beyond the limits is said, and the rest is read', () => {
  const whole = generateCase(recipe('html-plain-2021'), 1);
  const markup = new TextDecoder().decode(whole.bytes);
  const withReport = (junk: string): string => markup.replace(/<body[^>]*>/, (body) => `${body}${junk}`);

  test.each<[string, string, readonly string[]]>([
    [
      'a colspan of a billion',
      '<table><tr><td colspan="1000000000" rowspan="1000000000">x</td></tr></table>',
      [],
    ],
    [
      '5,000 nested tables',
      `${'<table><tr><td>'.repeat(5000)}x${'</td></tr></table>'.repeat(5000)}`,
      ['document.too_complex'],
    ],
    ['5,000 nested divisions', `${'<div>'.repeat(5000)}x${'</div>'.repeat(5000)}`, ['document.too_complex']],
    ['5,000 nested spans in a cell', `<table><tr><td>${'<span>'.repeat(5000)}x</table>`, []],
    ['600 tables behind each other', '<table><tr><td>x</table>'.repeat(600), ['document.too_complex']],
    ['a table of 100,000 cells', `<table>${`<tr>${'<td>0'.repeat(100)}`.repeat(1000)}</table>`, []],
    [
      '100,000 cells that span a thousand columns',
      `<table>${`<tr>${'<td colspan=1000>0'.repeat(100)}`.repeat(1000)}</table>`,
      ['document.too_complex'],
    ],
    [
      '100,000 attributes',
      `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x</p>`,
      ['document.too_complex'],
    ],
    ['a megabyte without a blank', `<p>${'公开'.repeat(500_000)}</p>`, []],
  ])('%s', async (_, junk, rules) => {
    const reading = await parse(withReport(junk));
    expect(rulesOf(reading).filter((rule) => rule.startsWith('document.too_'))).toEqual(rules);
    if (rules.length === 0)
      for (const cell of reading.cells)
        expect(cell.value, cell.variable).toBe(whole.truth.values[cell.variable] ?? null);
  });

  test('a flattened text without bars, cut in a number, does not give the digits that came', async () => {
    const text = generateCase(recipe('text-l1-2021'), 3);
    const lines = new TextDecoder().decode(text.bytes);
    const cuts = [...lines.matchAll(/\d\d+(?=\n)/g)].map(({ index }) => index + 1);
    const inTables = cuts.filter(
      (at) => at > lines.indexOf('第二十条') && at < lines.lastIndexOf('结果维持'),
    );
    expect(inTables.length).toBeGreaterThan(5);
    for (const end of inTables) {
      const { cells, findings } = await parse(lines.slice(0, end));
      const named = new Set(findings.flatMap(({ variables }) => variables));
      for (const { variable, value } of cells)
        if (value !== null && !named.has(variable))
          expect(value, `${variable} ${end}`).toBe(text.truth.values[variable]);
    }
  });

  test('a text that ends with the last number of its form is whole', async () => {
    const statistics = statisticsCase('text', 1);
    const lines = new TextDecoder().decode(statistics.bytes).replace(/\s*\|\s*/g, '\n');
    const whole = lines.slice(0, lines.search(/\d\D*$/) + 1);
    const { cells } = await parse(whole);
    expect(cells.filter(({ value }) => value !== null).length).toBeGreaterThan(40);
    for (const { variable, value } of cells)
      if (value !== null) expect(value, variable).toBe(statistics.truth.values[variable]);
    expect(cells.filter(({ status }) => status === 'unreadable')).toEqual([]);
  });

  test.each([
    ['in the applications table', '要求提供公开出版物'],
    ['in the challenges table', '尚未审结'],
    ['in the disclosure table', '行政处罚'],
  ])('a page cut %s says so, and gives no digit that may be half a number', async (_, label) => {
    for (const behind of [40, 41, 47, 60, 75, 90]) {
      const reading = await parse(markup.slice(0, markup.indexOf(label) + behind));
      expect(rulesOf(reading), `${behind}`).toContain('document.truncated');
      expect(rulesOf(reading).some((rule) => /^table\.(?:missing|incomplete)$/.test(rule))).toBe(true);
      for (const cell of reading.cells)
        if (cell.value !== null) expect(cell.value, cell.variable).toBe(whole.truth.values[cell.variable]);
        else if (cell.status === 'absent' || cell.status === 'ambiguous')
          expect(
            reading.findings.some(({ variables }) => variables.includes(cell.variable)) ||
              isOneOfOther(cell.variable),
            cell.variable,
          ).toBe(true);
    }
  });

  test('a page that ends as pages end is not cut off', async () => {
    expect(rulesOf(await parse(markup))).not.toContain('document.truncated');
    expect(rulesOf(await parse(markup.replace(/<\/(?:table|body|html)>\s*/g, '')))).not.toContain(
      'document.truncated',
    );
  });

  test('a flattened text cut in a number does not give the digits that came', async () => {
    const text = generateCase(recipe('text-l3-2021'), 3);
    const lines = new TextDecoder().decode(text.bytes);
    for (let end = lines.indexOf('（一）予以公开'); end < lines.indexOf('（二）部分公开'); end++) {
      const { cells } = await parse(lines.slice(0, end));
      for (const cell of cells)
        if (cell.value !== null) expect(cell.value, cell.variable).toBe(text.truth.values[cell.variable]);
    }
  });

  test('a flattened text of half a million bars is read in time', async () => {
    expect(rulesOf(await parse(`${'|'.repeat(500_000)}\n${'0 | '.repeat(100_000)}`))).toEqual([
      'document.not_a_report',
    ]);
  });
});

/** （六）其他处理 stands as one row or as three: the other way of printing it is not missing. */
const isOneOfOther = (variable: string): boolean => /^applications\.other(?:_|\.)/.test(variable);
