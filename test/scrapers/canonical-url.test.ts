import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl, urlKey } from '../../scrapers/canonical-url.ts';
import { refuseLongUrl } from '../../scrapers/url-limits.ts';

const SEED = 20210131;
const RUNS = process.env['GONGKAI_LONG'] ? 200_000 : 3_000;
const SOURCES = '../shared/domain/sources.tsv';

test.each([
  ['HTTP://WWW.Example.GOV.CN', 'http://www.example.gov.cn/'],
  ['http://a.cn:80/x', 'http://a.cn/x'],
  ['https://a.cn:443/x', 'https://a.cn/x'],
  ['https://a.cn:80/x', 'https://a.cn:80/x'],
  ['http://a.cn:8080/x', 'http://a.cn:8080/x'],
  ['http://a.cn/x#part', 'http://a.cn/x'],
  ['http://a.cn/x?id=1#part', 'http://a.cn/x?id=1'],
  ['http://a.cn/x?', 'http://a.cn/x'],
  ['http://a.cn./x', 'http://a.cn/x'],
  ['  http://a.cn/x\n', 'http://a.cn/x'],
  ['http://a.cn/GovOpenShow.aspx?id=61695', 'http://a.cn/GovOpenShow.aspx?id=61695'],
  ['http://a.cn/x?b=2&a=1&b=1', 'http://a.cn/x?b=2&a=1&b=1'],
  ['http://a.cn/x?a=&b&=c', 'http://a.cn/x?a=&b&=c'],
  ['http://a.cn/x;jsessionid=0A1B.node1?id=3', 'http://a.cn/x?id=3'],
  ['http://a.cn/x;JSESSIONID=0A1B/y;v=2', 'http://a.cn/x/y;v=2'],
  ['http://a.cn/x?PHPSESSID=9f&id=3', 'http://a.cn/x?id=3'],
  ['http://a.cn/x?id=3&jsessionid=9f', 'http://a.cn/x?id=3'],
  ['http://a.cn/;jsessionid=%/%2f', 'http://a.cn//%2F'],
  ['http://a.cn/x;%6Asessionid=1?PHPSESSID=%&a=%2f', 'http://a.cn/x?a=%2F'],
  ['http://a.cn/s?q=%d6%d0', 'http://a.cn/s?q=%D6%D0'],
  ['http://a.cn/%D6%D0%b9%fa.htm', 'http://a.cn/%D6%D0%B9%FA.htm'],
  ['http://a.cn/年报.html', 'http://a.cn/%E5%B9%B4%E6%8A%A5.html'],
  ['http://a.cn/%7Euser/%41%2D%2f', 'http://a.cn/~user/A-%2F'],
  ['http://a.cn/a%20b+c?d=e%20f+g', 'http://a.cn/a%20b+c?d=e%20f+g'],
  ['http://a.cn/100%/x', 'http://a.cn/100%/x'],
  ['http://政务.中国/x', 'http://xn--zfr164b.xn--fiqs8s/x'],
  ['http://a.cn/a/./b/../c', 'http://a.cn/a/c'],
  ['http://a.cn//a//b', 'http://a.cn//a//b'],
  ['http:\\\\a.cn\\x', 'http://a.cn/x'],
  ['http://0x7f.1/', 'http://127.0.0.1/'],
  ['http://①②⑦.0.0.1/', 'http://127.0.0.1/'],
])('%s is %s', (href, canonical) => expect(canonicalUrl(href)).toBe(canonical));

test.each([
  ['./t20220101_1.html', 'http://a.cn/zwgk/nb/', 'http://a.cn/zwgk/nb/t20220101_1.html'],
  ['../x.htm', 'http://a.cn/zwgk/nb/index.html', 'http://a.cn/zwgk/x.htm'],
  ['?fbtime=2021', 'http://a.cn/m/a.jsp?area=1', 'http://a.cn/m/a.jsp?fbtime=2021'],
  ['//b.cn/x', 'https://a.cn/', 'https://b.cn/x'],
  ['#top', 'http://a.cn/x', 'http://a.cn/x'],
])('%s on %s is %s', (href, base, canonical) => expect(canonicalUrl(href, base)).toBe(canonical));

test.each([
  '',
  'x.html',
  'javascript:void(0)',
  'mailto:a@b.cn',
  'ftp://a.cn/',
  'data:,x',
  'http://',
  'http://u:p@a.cn/',
  'http://a b/',
  'http://a..b/',
  'http://a.cn../',
  'http://./',
  'http://[::1/',
  'http://a.cn:99999/',
])('%s is no address to fetch', (href) => expect(canonicalUrl(href)).toBeNull());

describe('of any address', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'a',
      'b.html',
      '/',
      '//',
      '..',
      '.',
      ';jsessionid=',
      ';',
      '=',
      '&',
      '?',
      '#',
      '%',
      '%41',
      '%2f',
      '%D6%d0',
      '年报',
      ' ',
      '\t',
      '+',
      ':80',
      '@',
      '.',
      'id=3',
      'phpsessid=1',
      '\\',
      '\u3002',
      '[',
      '%00',
    ),
    { maxLength: 14 },
  );
  const hosts = fc.constantFrom(
    'a.cn',
    'A.CN.',
    'a.cn:80',
    'a.cn:8080',
    '政务.中国',
    '1.2.3',
    '[2001:db8::1]',
    'a..b',
    '.',
    'a.cn..',
  );
  const hrefs = fc
    .tuple(fc.constantFrom('http://', 'https://', 'HTTP:/'), hosts, pieces)
    .map(([scheme, host, rest]) => `${scheme}${host}/${rest.join('')}`);

  test('the canonical form of a canonical form is itself', () => {
    fc.assert(
      fc.property(fc.oneof(hrefs, fc.webUrl({ withQueryParameters: true, withFragments: true })), (href) => {
        const once = canonicalUrl(href);
        if (once !== null) expect(canonicalUrl(once)).toBe(once);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test('parameters are neither lost nor moved, and their order does not change the key', () => {
    const names = fc.stringMatching(/^[a-z]{1,5}$/);
    const parameters = fc.array(fc.tuple(names, fc.stringMatching(/^[A-Za-z0-9%]{0,6}$/)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(names, { maxLength: 6 }), parameters, fc.nat(), (unique, pairs, turn) => {
        const wanted = pairs.map(([name, value]) => [name, value]);
        const query = wanted.map(([name, value]) => `${name}=${value}`).join('&');
        const found = new URL(canonicalUrl(`http://a.cn/x?${query}`) ?? '').searchParams;
        expect([...found]).toEqual([...new URLSearchParams(query)]);
        const at = unique.length === 0 ? 0 : turn % unique.length;
        const moved = [...unique.slice(at), ...unique.slice(0, at)];
        expect(urlKey(`http://a.cn/x?${moved.join('&')}`)).toBe(urlKey(`http://a.cn/x?${unique.join('&')}`));
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

test.skipIf(!existsSync(SOURCES))('real addresses stay what they are', () => {
  const real = readFileSync(SOURCES, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t', 1)[0] ?? '');
  expect(real.length).toBeGreaterThan(150);
  const changed = real.filter((href) => canonicalUrl(href) !== new URL(href).href.replace(/#.*$/, ''));
  expect(changed).toEqual([]);
  expect(real.filter((href) => refuseLongUrl(canonicalUrl(href) ?? '') !== null)).toEqual([]);
});

test.each([
  [`http://a.cn/${'x'.repeat(2083)}`, /longer/],
  [`http://a.cn/${Array.from({ length: 21 }, (_, at) => at).join('/')}`, /deeper/],
  ['http://a.cn/nb/x/nb/y/nb/z/nb/', /nb stands more than 3 times/],
  [`http://a.cn/${'x'.repeat(2000)}`, null],
  [`http://a.cn/${Array.from({ length: 20 }, (_, at) => at).join('/')}`, null],
  ['http://a.cn/nb/x/nb/y/nb/', null],
])('an address of a trap is told by its length, depth and repeats: %.40s', (url, reason) => {
  if (reason === null) expect(refuseLongUrl(url)).toBeNull();
  else expect(refuseLongUrl(url)).toMatch(reason);
});
