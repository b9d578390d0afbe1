import { expect, test } from 'vitest';
import { staticSite } from './static-site.ts';

const HOST = 'www.example.gov.cn';
const site = staticSite(HOST, new Map([['/a.html', { body: '甲', modified: '2022-01-20' }]]));
const ask = (headers: Readonly<Record<string, string>>, path = '/a.html') =>
  site.answer({ host: HOST, method: 'GET', path, headers, body: '', attempt: 0 });

test('a page comes with its tag and its day', () => {
  expect(ask({})).toEqual({
    headers: {
      etag: expect.stringMatching(/^"[\da-f]{16}"$/),
      'last-modified': 'Thu, 20 Jan 2022 00:00:00 GMT',
      'content-type': 'text/html; charset=utf-8',
    },
    body: '甲',
  });
  expect(ask({}, '/b.html')).toBeUndefined();
});

test('who has the page gets 304, by its tag before its day', () => {
  const { etag = '', 'last-modified': day = '' } = ask({})?.headers ?? {};
  expect(ask({ 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
  expect(ask({ 'if-modified-since': day })).toMatchObject({ status: 304, body: '' });
  expect(ask({ 'if-none-match': '"other"', 'if-modified-since': day })).toMatchObject({ body: '甲' });
  expect(ask({ 'if-modified-since': 'Wed, 19 Jan 2022 00:00:00 GMT' })).toMatchObject({ body: '甲' });
});
