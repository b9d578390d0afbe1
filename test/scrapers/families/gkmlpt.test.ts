import { expect, test } from 'vitest';
import { gkmlpt } from '../../../scrapers/families/gkmlpt.ts';
import { gkmlptSite } from '../../sites/gkmlpt.ts';
import { askSite } from '../../sites/walk-site.ts';
import { countyOrder, describeFamily } from './family-suite.ts';

describeFamily(gkmlpt, gkmlptSite, [1, 2, 3]);

const INDEX = 'http://www.example.gov.cn/gzyxbyj/gkmlpt/index';
const API = 'http://www.example.gov.cn/gzyxbyj/gkmlpt/api/all/';
const shell = (config: string) => `<script>window._CONFIG = { SID: '200025', ${config} };</script>`;

test('the index leads to the categories of yearly reports and to those below them', () => {
  const tree = [
    { id: 505, name: '规范性文件', children: [] },
    {
      id: 2811,
      name: '政府信息公开年报',
      jump_url: '',
      children: [{ id: 2812, name: '2021年', children: [] }],
    },
    { id: 2813, name: '年度报告', jump_url: '/zwgk/nb/', children: [] },
  ];
  const { more } = gkmlpt.readList({ url: INDEX, text: shell(`TREE: ${JSON.stringify(tree)}`) });
  expect(more.map(({ url }) => url)).toEqual([
    `${API}2811?page=1&sid=200025`,
    `${API}2812?page=1&sid=200025`,
    'http://www.example.gov.cn/zwgk/nb/',
  ]);
});

test('an index without such a category leads to the category of everything', () => {
  const { more } = gkmlpt.readList({ url: INDEX, text: shell(`TREE: [{"id":505,"name":"规范性文件"}]`) });
  expect(more.map(({ url }) => url)).toEqual([`${API}0?page=1&sid=200025`]);
});

test('in the category of everything titles speak for themselves', () => {
  const articles = [
    '白云街道2022年政府信息公开工作年度报告',
    '2022年度报告',
    '2022年法治政府建设年度报告',
  ].map((title, id) => ({
    ...{
      title,
      url: `http://www.example.gov.cn/gkmlpt/content/8/8766/post_876691${id}.html`,
      display_publish_time: 1674000000,
    },
  }));
  const text = JSON.stringify({ total: 3, articles });
  const all = gkmlpt.readList({ url: `${API}0?page=1&sid=1`, text });
  expect(all.reports).toEqual([{ url: articles[0]!.url, title: articles[0]!.title, date: '2023-01-18' }]);
  const own = gkmlpt.readList({ url: `${API}2811?page=1&sid=1`, text });
  expect(own.reports.map(({ title }) => title)).toEqual([articles[0]!.title, articles[1]!.title]);
  expect(own.leftOut.map(({ reason }) => reason)).toEqual(['other_report']);
});

test('lists go on until their total is reached, and end at an empty page', () => {
  const answer = (count: number, page: number, total: number) =>
    gkmlpt
      .readList({
        url: `${API}2811?page=${page}&sid=1`,
        text: JSON.stringify({
          total,
          articles: Array.from({ length: count }, () => ({ title: '甲', url: '/a.html' })),
        }),
      })
      .more.map(({ url }) => url);
  expect(answer(100, 1, 250)).toEqual([`${API}2811?page=2&sid=1`]);
  expect(answer(100, 1, 100)).toEqual([]);
  expect(answer(15, 2, 40)).toEqual([`${API}2811?page=3&sid=1`]);
  expect(answer(0, 4, 250)).toEqual([]);
});

test('an article that only a script holds is handed on as markup, the shell alone is no report', () => {
  const plan = gkmlptSite(countyOrder(3));
  const url = plan.reports.find(({ attachments }) => attachments.length === 0)!.url;
  const page = askSite(plan, { url });
  const { content = '', isReport } = gkmlpt.readArticle(page);
  expect(isReport).toBe(true);
  expect(content).toContain('<table');
  expect(page.text).not.toContain('<table');
  expect(gkmlpt.readArticle({ url, text: shell('DETAIL: null') }).isReport).toBe(false);
});
