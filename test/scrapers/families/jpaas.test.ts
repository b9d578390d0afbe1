import { expect, test } from 'vitest';
import { jpaas } from '../../../scrapers/families/jpaas.ts';
import { jpaasSite } from '../../sites/jpaas.ts';
import type { SiteOrder, SitePlan } from '../../sites/site-plan.ts';
import { walkSite } from '../../sites/walk-site.ts';
import { countyOrder, describeFamily } from './family-suite.ts';

describeFamily(jpaas, jpaasSite, [0, 1]);

const LIST = 'http://www.example.gov.cn/zwgk/zfxxgknb/index.html';
const GATEWAY = '/api-gateway/jpaas-publish-server/front/page/build/unit';
const listPage = (rows: string): string =>
  `<html><head><title>政府信息公开年报</title></head><body><div class="list">${rows}<script url="${GATEWAY}" queryData="{'parseType':'bulidstatic','webId':'149','tplSetId':'kXw2','pageType':'column','tagId':'当前栏目列表','editType':'null','pageId':'1229'}"></script></div></body></html>`;
const PAGES = '<div class="pagination" rows="5" count="12"></div>';

test('the gateway is asked with what the page says, letter for letter, and from where', () => {
  const [request, ...others] = jpaas.readList({ url: LIST, text: listPage('') }).more;
  const asked = new URL(request?.url ?? '');
  expect(others).toEqual([]);
  expect(asked.pathname).toBe(GATEWAY);
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    ...{ parseType: 'bulidstatic', webId: '149', tplSetId: 'kXw2', pageType: 'column', editType: 'null' },
    ...{ tagId: '当前栏目列表', pageId: '1229', paramJson: '{"pageNo":1,"pageSize":15}' },
  });
  expect(request?.headers).toEqual({ referer: LIST, 'x-requested-with': 'XMLHttpRequest' });
});

test('a page that prints its first rows asks for the pages behind them', () => {
  const { more } = jpaas.readList({ url: LIST, text: listPage(PAGES) });
  expect(more.map(({ url }) => new URL(url).searchParams.get('paramJson'))).toEqual([
    '{"pageNo":2,"pageSize":5}',
    '{"pageNo":3,"pageSize":5}',
  ]);
});

test('an answer gives its rows, the number of all, and the pages behind it from the same list', () => {
  const url = `http://www.example.gov.cn${GATEWAY}?pageId=1229&paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A5%7D`;
  const html = `<li><a href="art/2022/art_${'a'.repeat(32)}.html">某县2021年政府信息公开工作年度报告</a></li>${PAGES}`;
  const { reports, total, more } = jpaas.readList({
    ...{ url, request: { url, headers: { referer: LIST } } },
    text: JSON.stringify({ success: true, message: '', data: { html } }),
  });
  expect(reports.map((report) => report.url)).toEqual([
    `http://www.example.gov.cn/zwgk/zfxxgknb/art/2022/art_${'a'.repeat(32)}.html`,
  ]);
  expect(total).toBe(12);
  expect(more.map((request) => new URL(request.url).searchParams.get('paramJson'))).toEqual([
    '{"pageNo":3,"pageSize":5}',
  ]);
  expect(more[0]?.headers).toMatchObject({ referer: LIST });
});

test('an answer that is an error gives nothing', () => {
  const url = `http://www.example.gov.cn${GATEWAY}?pageId=1`;
  for (const text of ['{"success":false}', '{"data":null}', '{"data":{"html":7}}', '{', '[]']) {
    expect(jpaas.readList({ url, text })).toMatchObject({ reports: [], more: [] });
  }
});

/** An installation that answers the first page whatever is asked. */
function stuckSite(order: SiteOrder): SitePlan {
  const plan = jpaasSite(order);
  const { host, answer } = plan.site;
  const stuck = (path: string): string => path.replace(/pageNo%22%3A\d+/, 'pageNo%22%3A1');
  return { ...plan, site: { host, answer: (request) => answer({ ...request, path: stuck(request.path) }) } };
}

test('an installation that always answers the first page ends, and its total tells that entries are missing', () => {
  const plan = stuckSite(countyOrder(1));
  const { reports, leftOut, totals } = walkSite(plan, jpaas);
  const inRoot = [...reports, ...leftOut].filter(({ url }) => /\/zfxxgknb\/art\//.test(url));
  expect(reports.length).toBeLessThan(plan.reports.length);
  expect(Math.max(...totals)).toBeGreaterThan(inRoot.length);
});
