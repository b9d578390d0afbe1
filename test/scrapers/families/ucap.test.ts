import { describe, expect, test } from 'vitest';
import { ucap } from '../../../scrapers/families/ucap.ts';
import { ucapSite } from '../../sites/ucap.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(ucap, ucapSite, [0, 1]);

const LIST = 'http://www.example.gov.cn/hebmlx/c111204/list.shtml';
const SEARCH = '/common/search/1f2e3d4c5b6a?page=1&amp;_pageSize=15&amp;_isAgg=true&amp;_isJson=true';
const listPage = (script: string): string =>
  `<html><head><title>政府信息公开年报</title></head><body>${script}</body></html>`;

describe('a list filled by the search', () => {
  test('asks for its first page', () => {
    const { more } = ucap.readList({ url: LIST, text: listPage(`<script>load('${SEARCH}')</script>`) });
    expect(more.map(({ url }) => url)).toEqual([
      'http://www.example.gov.cn/common/search/1f2e3d4c5b6a?page=1&_pageSize=15&_isAgg=true&_isJson=true',
    ]);
  });

  test('gives the entries of an answer and the pages behind it', () => {
    const url = 'http://www.example.gov.cn/common/search/1f2e3d4c5b6a?page=2&_pageSize=2&_isJson=true';
    const result = (title: string, at: string) => ({
      ...{ title, url: `/hebmlx/c111204/202301/c01_${at}.shtml`, publishedTimeStr: '2023-01-12 10:00:00' },
      ...{ subTitle: null, content: '', domainMetaList: [] },
    });
    const results = [
      result('木兰县林业局2022年政府信息公开工作<em>年度报告</em>', '591175'),
      result('关于做好2022年政府信息公开工作年度报告的通知', '591176'),
    ];
    const text = JSON.stringify({ data: { total: 7, page: 2, rows: 2, results } });
    const { reports, leftOut, more, total } = ucap.readList({ url, text });
    expect(reports).toEqual([
      {
        url: 'http://www.example.gov.cn/hebmlx/c111204/202301/c01_591175.shtml',
        title: '木兰县林业局2022年政府信息公开工作年度报告',
        date: '2023-01-12',
      },
    ]);
    expect(leftOut).toMatchObject([{ reason: 'notice' }]);
    expect(total).toBe(7);
    expect(more.map((request) => request.url)).toEqual([
      url.replace('page=2', 'page=3'),
      url.replace('page=2', 'page=4'),
    ]);
  });

  test('gives nothing for an answer of another form', () => {
    const url = 'http://www.example.gov.cn/common/search/1f2e3d4c5b6a?page=2&_isJson=true';
    for (const text of ['{"data":{"total":1,"page":0,"rows":0,"results":[]}}', '{"data":[]}', '{']) {
      expect(ucap.readList({ url, text })).toMatchObject({ reports: [], more: [] });
    }
  });
});

test('the search field of a page is not asked', () => {
  const text = listPage('<form action="/common/search/1f2e3d4c5b6a?searchWord="><input name="q"></form>');
  expect(ucap.readList({ url: LIST, text }).more).toEqual([]);
});

test('the number of entries that the script call names is told', () => {
  const text = listPage("<script>createPageHTML('page_div',3, 1,'list','shtml',44);</script>");
  expect(ucap.readList({ url: LIST, text }).total).toBe(44);
});
