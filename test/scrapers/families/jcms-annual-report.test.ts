import { expect, test } from 'vitest';
import { jcmsAnnualReport } from '../../../scrapers/families/jcms-annual-report.ts';
import { jcmsAnnualReportSite } from '../../sites/jcms-annual-report.ts';
import { askSite } from '../../sites/walk-site.ts';
import { countyOrder, describeFamily } from './family-suite.ts';

describeFamily(jcmsAnnualReport, jcmsAnnualReportSite, [0, 1]);

const MODULE = 'http://www.example.gov.cn/module/xxgk/xxgkAnnualReport.jsp';
const link = (query: string, text: string): string =>
  `<a href="/module/xxgk/xxgkAnnualReport.jsp?${query}">${text}</a>`;
const urls = (links: readonly { readonly url: string }[]): readonly string[] => links.map(({ url }) => url);

test('other years of the same body are reports, whatever the order of the parameters', () => {
  const text =
    link('fbtime=2020&amp;area=001008003', '2020年') + link('area=001008003&fbtime=2019', '2019年');
  const { reports, more } = jcmsAnnualReport.readList({ url: `${MODULE}?area=001008003&fbtime=2021`, text });
  expect(urls(reports)).toEqual([
    `${MODULE}?fbtime=2020&area=001008003`,
    `${MODULE}?area=001008003&fbtime=2019`,
  ]);
  expect(more).toEqual([]);
});

test('bodies below it in the tree are lists, its neighbours are left alone', () => {
  const text =
    link('area=001008003012&fbtime=2021', '教育局') +
    link('area=001008004&fbtime=2021', '邻县') +
    link('area=11370883004325769B&fbtime=2021', '唐村镇');
  const { reports, more } = jcmsAnnualReport.readList({ url: `${MODULE}?area=001008003&fbtime=2021`, text });
  expect(reports).toEqual([]);
  expect(urls(more)).toEqual([`${MODULE}?area=001008003012&fbtime=2021`]);
});

test('a page of another kind that links the module leads to its bodies', () => {
  const text = link('area=11370883004325769B&fbtime=2021', '唐村镇');
  const { more } = jcmsAnnualReport.readList({ url: 'http://www.example.gov.cn/col/col1/index.html', text });
  expect(urls(more)).toEqual([`${MODULE}?area=11370883004325769B&fbtime=2021`]);
});

test('a year without a report is an empty page and no report', () => {
  const plan = jcmsAnnualReportSite(countyOrder(0));
  for (const pattern of plan.source.patterns) {
    const url = pattern.replace('{year}', '2024');
    const page = askSite(plan, { url });
    expect(jcmsAnnualReport.readArticle(page).isReport).toBe(false);
    expect(urls(jcmsAnnualReport.readList(page).reports)).not.toContain(url);
  }
});
