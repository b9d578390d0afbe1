import { expect, test } from 'vitest';
import type { Source } from '../../src/model/source-entry.ts';
import { checkSource, MAX_LIST_PAGES } from '../../src/sources/check-source.ts';
import { entry } from './entry.ts';
import { type PaperPage, paperFamily, paperReach } from './paper-web.ts';

const LIST = 'http://a.example/nb/';

async function check(fields: Partial<Source>, pages: Readonly<Record<string, PaperPage>>) {
  const reach = paperReach(pages);
  const result = await checkSource(entry({ lists: [LIST], ...fields }), reach);
  return { ...result, asked: reach.asked.map(({ url }) => url) };
}

test('reports of all pages of a list are counted once', async () => {
  const { verdict, found, addresses, asked } = await check(
    {},
    {
      [LIST]: { reports: { 'http://a.example/1': '2021年' }, more: [`${LIST}2`, LIST] },
      [`${LIST}2`]: {
        reports: { 'http://a.example/1': '2021年', 'http://a.example/2': '2020年' },
        more: [LIST],
      },
    },
  );
  expect(verdict).toBe('good');
  expect(found.map(({ url }) => url)).toEqual(['http://a.example/1', 'http://a.example/2']);
  expect(addresses).toMatchObject([{ url: LIST, kind: 'list', failure: null, cut: false }]);
  expect(asked).toEqual([LIST, `${LIST}2`]);
});

test('a pattern is asked for each year from the first to the last that is due', async () => {
  const pattern = 'http://a.example/{year}';
  const years = {
    'http://a.example/2020': { report: '2020年' },
    'http://a.example/2021': { report: '2021年' },
  };
  const open = await check({ lists: [], patterns: [pattern], years: { from: 2020 } }, years);
  expect(open.asked).toEqual(['http://a.example/2020', 'http://a.example/2021', 'http://a.example/2022']);
  expect(open).toMatchObject({ verdict: 'some_failed', found: [{ title: '2020年' }, { title: '2021年' }] });
  const closed = await check({ lists: [], patterns: [pattern], years: { from: 2020, to: 2021 } }, years);
  expect(closed.verdict).toBe('good');
});

test('a column page that holds a report and lists others counts as both', async () => {
  const { found } = await check(
    {},
    { [LIST]: { report: '2022年', reports: { 'http://a.example/1': '2021年' } } },
  );
  expect(found).toEqual([
    { url: LIST, title: '2022年' },
    { url: 'http://a.example/1', title: '2021年' },
  ]);
});

test('a column page that prints a report which it also lists, or leaves to its own page, counts it once', async () => {
  const reach = paperReach({ [LIST]: { report: '2022年', reports: { 'http://a.example/1': '2022年' } } });
  // What a family makes of such a page: the report is left to its own address.
  const family = paperFamily({
    readList: () => ({
      reports: [{ url: 'http://a.example/1', title: '2022年' }],
      ...{ more: [], total: null, leftOut: [] },
    }),
  });
  const { found } = await checkSource(entry({ lists: [LIST] }), { ...reach, familyOf: () => family });
  expect(found).toEqual([{ url: 'http://a.example/1', title: '2022年' }]);
});

test('at the address of a report nothing but that report is counted, as in a night', async () => {
  const { found, asked } = await check(
    { lists: [], pages: ['http://a.example/1'] },
    { 'http://a.example/1': { report: '2022年', reports: { 'http://a.example/2': '2021年' }, more: [LIST] } },
  );
  expect(found).toEqual([{ url: 'http://a.example/1', title: '2022年' }]);
  expect(asked).toEqual(['http://a.example/1']);
});

const two = { 'http://a.example/1': '2021年', 'http://a.example/2': '2020年' };
test.each<[string, Partial<Source>, Readonly<Record<string, PaperPage>>]>([
  ['too_few', { assertions: { min: 3, max: 9 } }, { [LIST]: { reports: two } }],
  ['too_many', { assertions: { min: 1, max: 1 } }, { [LIST]: { reports: two } }],
  ['unreachable', {}, {}],
  ['some_failed', { pages: ['http://a.example/3'] }, { [LIST]: { reports: two } }],
  ['too_few', {}, { [LIST]: {} }],
])('the verdict is %s', async (verdict, fields, pages) => {
  expect((await check(fields, pages)).verdict).toBe(verdict);
});

test('what may be among the pages that failed is not said to be missing', async () => {
  const { verdict, addresses } = await check(
    { assertions: { min: 3, max: 9 } },
    { [LIST]: { reports: two, more: [`${LIST}2`] } },
  );
  expect(verdict).toBe('some_failed');
  expect(addresses[0]?.failure).toEqual({
    url: `${LIST}2`,
    cause: 'dns',
    detail: `no address for ${LIST}2`,
  });
});

test('a list without end is cut and said to be', async () => {
  const endless = Object.fromEntries(
    Array.from({ length: MAX_LIST_PAGES + 5 }, (_, at) => [
      at === 0 ? LIST : `${LIST}${at}`,
      { more: [`${LIST}${at + 1}`], reports: { [`http://a.example/r${at}`]: '' } },
    ]),
  );
  const { addresses, asked, verdict } = await check({ assertions: { min: 1, max: 400 } }, endless);
  expect(asked).toHaveLength(MAX_LIST_PAGES);
  expect(addresses[0]?.cut).toBe(true);
  expect(verdict).toBe('some_failed');
});

test('the browser is asked for where the entry says so', async () => {
  const reach = paperReach({});
  const options: unknown[] = [];
  await checkSource(entry({ scripts: true }), {
    ...reach,
    fetchPage: (request, each) => {
      options.push(each);
      return reach.fetchPage(request, each);
    },
  });
  expect(options).toEqual([{ scripts: true }]);
});
