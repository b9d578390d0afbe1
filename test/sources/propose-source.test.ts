import { expect, test } from 'vitest';
import type { Family } from '../../scrapers/families/family.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { proposeSource } from '../../src/sources/propose-source.ts';
import type { PageReading } from '../../src/sources/source-reach.ts';
import { type PaperPage, paperFamily, READING } from './paper-web.ts';

const URL_OF_REPORT = 'http://xxgk.shuangliao.example/zcbm/jyj/ndbg/202201/t20220110_1.html';

function propose(
  reading: Partial<PageReading> = {},
  family: Partial<Family> = {},
  content: PaperPage = { report: '' },
  wanted = {},
) {
  const page = { url: URL_OF_REPORT, text: JSON.stringify(content) };
  return proposeSource(
    { page, family: paperFamily(family), reading: { ...READING, ...reading } },
    loadGazetteer(),
    wanted,
  );
}

test('a report is proposed with its agency, its place and the lists of its family', () => {
  const list = 'http://xxgk.shuangliao.example/zcbm/jyj/ndbg/';
  const { source, reasons } = propose({}, { listsFor: () => [list] });
  expect(source).toEqual({
    id: '220382-jyj',
    name: '双辽市教育局',
    division: '220382',
    level: 'county',
    family: 'trs',
    lists: [list],
    patterns: [],
    pages: [URL_OF_REPORT],
    hosts: [],
    years: { from: 2019 },
    assertions: { min: 1, max: 20 },
    scripts: false,
    checked: null,
  });
  expect(reasons.map(({ en }) => en)).toEqual([
    'family trs: recognised from the page',
    'division 220382 双辽市: the title names 双辽市',
    `lists ${list}: deduced from the report's address`,
    `pages ${URL_OF_REPORT}: the address given, a report about 2021`,
  ]);
  expect(reasons[0]?.zh).toBe('family trs：由网页认出');
});

test.each<[string | null, string, string]>([
  ['双辽市人民政府', '双辽市', '220382'],
  ['双辽市', '双辽市', '220382'],
  [null, '双辽市', '220382'],
  ['教育局', '双辽市教育局', '220382-jyj'],
  ['双辽市茂林镇人民政府', '双辽市茂林镇', '220382-jyj'],
  ['茂林镇人民政府', '双辽市茂林镇', '220382-jyj'],
  ['双辽市人民政府办公室', '双辽市人民政府办公室', '220382-jyj'],
])('the agency %s is registered as %s, %s', (agency, name, id) => {
  expect(propose({ agency }).source).toMatchObject({ name, id });
});

test('an address that holds one report a year becomes a pattern and no page', () => {
  const { source } = propose({}, { patternFor: () => 'http://a.example/?y={year}' });
  expect(source).toMatchObject({ patterns: ['http://a.example/?y={year}'], lists: [], pages: [] });
});

test('a list is taken as it is', () => {
  const { source } = propose(
    {},
    { listsFor: () => ['http://a.example/'] },
    { reports: { 'http://a.example/1': '' } },
  );
  expect(source).toMatchObject({ lists: [URL_OF_REPORT], pages: [] });
});

test('a place is registered under its code of today', () => {
  const reading = { agency: '綦江县审计局', division: '500222', year: 2010 };
  expect(propose(reading).source).toMatchObject({ division: '500110', years: { from: 2010 } });
});

test('without a place there is no entry, and the reason is told', () => {
  const { source, reasons } = propose({
    division: null,
    divisionReason: { zh: '没有写地名', en: 'no place is named' },
  });
  expect(source).toBeNull();
  expect(reasons.at(-1)).toEqual({
    zh: '看不出是哪个地方的报告：没有写地名',
    en: 'it is not certain whose report this is: no place is named',
  });
  const unnamed = propose({ division: null, divisionReason: { zh: '', en: '' } });
  expect(unnamed.reasons.at(-1)?.en).toMatch(/: the page names no place/);
});

test('an agency in an address without a word needs an identifier, and takes the one given', () => {
  const page = { url: 'http://a.example/1.html', text: '{}' };
  const facts = { page, family: paperFamily(), reading: READING };
  const { source, reasons } = proposeSource(facts, loadGazetteer());
  expect(source).toBeNull();
  expect(reasons.at(-1)?.en).toContain('--id');
  expect(proposeSource(facts, loadGazetteer(), { id: '220382-jiaoyuju' }).source?.id).toBe('220382-jiaoyuju');
});

test('a system whose pages need scripts is fetched with the browser', () => {
  expect(propose({}, { needsScripts: true }).source?.scripts).toBe(true);
});
