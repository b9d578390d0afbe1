import { describe, expect, test } from 'vitest';
import { jcms } from '../../../scrapers/families/jcms.ts';
import { jcmsSite } from '../../sites/jcms.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(jcms, jcmsSite, [0, 1, 2]);

const LIST = 'http://www.example.gov.cn/col/col1229387727/index.html';
const PROXY = 'http://www.example.gov.cn/module/web/jpage/dataproxy.jsp';
const row = (year: number, title = `某县${year}年政府信息公开工作年度报告`): string =>
  `<record><![CDATA[<li><a href='/art/${year + 1}/1/2/art_1229387727_${year}.html' title='${title}'>${title}</a><span>${year + 1}-01-02</span></li>]]></record>`;
const store = (rows: readonly string[], next = ''): string =>
  `<datastore>${next === '' ? '' : `<nextgroup><![CDATA[<a href="${next}"></a>]]></nextgroup>`}<recordset>${rows.join('')}</recordset></datastore>`;
const listPage = (stores: readonly string[], script = ''): string =>
  `<html><head><meta name="ColumnName" content="政府信息公开年报"></head><body>${stores
    .map((one, at) => `<div id="${at}"><script type="text/xml">${one}</script></div>`)
    .join('')}<script>${script}</script></body></html>`;
const NEXT = '/module/web/jpage/dataproxy.jsp?page=1&amp;webid=1&amp;columnid=3f9a&amp;unitid=77b0';

describe('the rows behind the first', () => {
  test('are asked for at the address that the page names, as its script would', () => {
    const { reports, more } = jcms.readList({ url: LIST, text: listPage([store([row(2021)], NEXT)]) });
    expect(reports).toEqual([
      {
        url: 'http://www.example.gov.cn/art/2022/1/2/art_1229387727_2021.html',
        title: '某县2021年政府信息公开工作年度报告',
        date: '2022-01-02',
      },
    ]);
    expect(more).toEqual([
      {
        url: `${PROXY}?page=1&webid=1&columnid=3f9a&unitid=77b0`,
        headers: { referer: LIST, 'x-requested-with': 'XMLHttpRequest' },
      },
    ]);
  });

  test('name the list as where they come from in each further answer', () => {
    const request = { url: `${PROXY}?page=1`, headers: { referer: LIST } };
    const { more } = jcms.readList({
      ...{ url: request.url, request },
      text: store([row(2020)], '/module/web/jpage/dataproxy.jsp?page=2'),
    });
    expect(more).toMatchObject([{ url: `${PROXY}?page=2`, headers: { referer: LIST } }]);
  });

  test('end where no next group is named', () => {
    expect(jcms.readList({ url: `${PROXY}?page=2`, text: store([row(2019)]) }).more).toEqual([]);
  });

  test('of the news beside the list are not asked for', () => {
    const news = store(
      [row(2021, '县长调研春耕生产')],
      '/module/web/jpage/dataproxy.jsp?page=1&amp;unitid=9',
    );
    const { more } = jcms.readList({ url: LIST, text: listPage([news, store([row(2021)], NEXT)]) });
    expect(more.map(({ url }) => url)).toEqual([`${PROXY}?page=1&webid=1&columnid=3f9a&unitid=77b0`]);
  });
});

describe('a page that asks by a form', () => {
  const script = `$('#0').jpage({ proxyUrl:'/module/web/jpage/dataproxy.jsp', ajaxParam: { type: 'post', data: {'col':1,'appid':1,'webid':149,'path':'/','columnid':1229387727,'sourceContentType':1,'unitid':5448,'webname':'某县人民政府','permissiontype':0}}, perPage: 2, totalRecord: 17 });`;
  const reading = jcms.readList({
    url: LIST,
    text: listPage([store([row(2024), row(2023), row(2022)])], script),
  });
  const spans = reading.more.map(({ url }) => {
    const asked = new URL(url).searchParams;
    return [Number(asked.get('startrecord')), Number(asked.get('endrecord'))];
  });

  test('asks for each row behind those shown exactly once, counting from 1', () => {
    const rows = spans.flatMap(([from = 0, to = 0]) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    );
    expect(rows).toEqual(Array.from({ length: 14 }, (_, at) => at + 4));
    expect(reading.total).toBe(17);
  });

  test('sends the fields of the page', () => {
    const [first] = reading.more;
    expect(first?.method).toBe('POST');
    expect(Object.fromEntries(new URLSearchParams(first?.body))).toEqual({
      ...{ col: '1', appid: '1', webid: '149', path: '/', columnid: '1229387727' },
      ...{ sourceContentType: '1', unitid: '5448', webname: '某县人民政府', permissiontype: '0' },
    });
    expect(first?.headers).toMatchObject({ referer: LIST, 'x-requested-with': 'XMLHttpRequest' });
  });

  test('asks for nothing when all rows are shown', () => {
    const whole = script.replace('totalRecord: 17', 'totalRecord: 3');
    const text = listPage([store([row(2024), row(2023), row(2022)])], whole);
    expect(jcms.readList({ url: LIST, text }).more).toEqual([]);
  });
});

test('a newer installation whose list is built by the gateway is asked there', () => {
  const text = `<html><head><title>政府信息公开年报</title></head><body><script url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="{'parseType':'bulidstatic','webId':'3549','pageType':'column','pageId':'1229387727'}"></script></body></html>`;
  const [request] = jcms.readList({ url: LIST, text }).more;
  expect(request?.url).toContain('pageId=1229387727');
  expect(request?.headers).toMatchObject({ referer: LIST });
});
