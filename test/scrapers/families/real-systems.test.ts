import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../scrapers/families/index.ts';
import type { FamilyId } from '../../../src/model/source-entry.ts';
import { REAL_ADDRESSES, reportsOf } from '../real-addresses.ts';

/** [system, address of a report, its likeliest list] */
const LISTS: readonly (readonly [FamilyId, string, string])[] = [
  [
    'gkmlpt',
    'http://www.yuexiu.gov.cn/gzyxbyj/gkmlpt/content/8/8766/post_8766914.html',
    'http://www.yuexiu.gov.cn/gzyxbyj/gkmlpt/index',
  ],
  [
    'kaipu',
    'http://www.zs.gov.cn/dyz/qt/xxgkndbg/content/post_1542985.html',
    'http://www.zs.gov.cn/dyz/qt/xxgkndbg/',
  ],
  [
    'kaipu',
    'http://www.panyu.gov.cn/zwgk/zfxxgk/zfxxgknb/bm/2022/content/post_8800345.html',
    'http://www.panyu.gov.cn/zwgk/zfxxgk/zfxxgknb/bm/2022/',
  ],
  [
    'boda',
    'http://www.zqx.gov.cn/zfxxgkzl/xzjdbmdw/bmdw/zqxyjglj/zfxxgknb/n2025n.htm',
    'http://www.zqx.gov.cn/zfxxgkzl/xzjdbmdw/bmdw/zqxyjglj/zfxxgknb.htm',
  ],
  [
    'openness',
    'https://www.dongzhi.gov.cn/OpennessAnnualReport/year/show/290/2021.html',
    'https://www.dongzhi.gov.cn/OpennessAnnualReport/year/show/290/2021.html',
  ],
  [
    'lonsun',
    'https://www.tianchang.gov.cn/public/161054624/1110009656.html',
    'https://www.tianchang.gov.cn/public/column/161054624?type=3',
  ],
  [
    'lonsun',
    'https://www.taoyuan.gov.cn/zwgk/public/6616339/1133314811.html',
    'https://www.taoyuan.gov.cn/zwgk/public/column/6616339?type=3',
  ],
  [
    'lonsun',
    'http://tjj.ah.gov.cn/public/6981/146422691.html',
    'http://tjj.ah.gov.cn/public/column/6981?type=3',
  ],
  [
    'lonsun',
    'http://www.pingwu.gov.cn/public/column/12651?type=3&nav=5&sub=4&timeFrame=2021&hasContent=true',
    'http://www.pingwu.gov.cn/public/column/12651?type=3',
  ],
  [
    'generic',
    'http://www.huantai.gov.cn/gongkai/site_htxwhhlyj/channel_c_5f9f6c9be592f315dca00fad_n_1605683045.6278/doc_65b75155ea7adcc2d6f10c16.html',
    'http://www.huantai.gov.cn/gongkai/site_htxwhhlyj/channel_c_5f9f6c9be592f315dca00fad_n_1605683045.6278/',
  ],
  [
    'generic',
    'http://wqx.gov.cn/zfxxgk/zfxxgknb/zj/2021n/1533676551588134914.html',
    'http://wqx.gov.cn/zfxxgk/zfxxgknb/zj/2021n/',
  ],
  [
    'generic',
    'http://www.lintong.gov.cn/zwgk/xxgkml/xxgknb/bmxxgknb/63c11d72f8fd1c4c2137f129.html',
    'http://www.lintong.gov.cn/zwgk/xxgkml/xxgknb/bmxxgknb/',
  ],
  [
    'generic',
    'https://www.hejiang.gov.cn/gk/zfxxgknb/xxgkndbg1/content_184762',
    'https://www.hejiang.gov.cn/gk/zfxxgknb/xxgkndbg1/',
  ],
  [
    'generic',
    'http://www.yaozhou.gov.cn/resources/site/153/html/yzgk/zfxxgknb/nbqzfgzbm/202101/459854.html',
    'http://www.yaozhou.gov.cn/resources/site/153/html/yzgk/zfxxgknb/nbqzfgzbm/',
  ],
  [
    'generic',
    'http://www.hengshan.gov.cn/xzfgzbm/xlyj/zfxxgknb/20230109/i2909326.html',
    'http://www.hengshan.gov.cn/xzfgzbm/xlyj/zfxxgknb/',
  ],
  ['generic', 'http://scjg.baotou.gov.cn/zfxxgknb/5069568.jhtml', 'http://scjg.baotou.gov.cn/zfxxgknb/'],
  [
    'generic',
    'http://yjglj.wuhai.gov.cn/ajj/zwxxgk/zfxxgknb23/2398642/index.html',
    'http://yjglj.wuhai.gov.cn/ajj/zwxxgk/zfxxgknb23/',
  ],
];

describe('the likeliest list of a report', () => {
  test.each(LISTS)('%s %s', (id, url, list) => expect(FAMILIES[id].listsFor(url)[0]).toBe(list));

  test.each(['boda', 'openness'] as const)(
    'of %s stays unknown where the address of an article does not name its column',
    (id) => {
      const articles = reportsOf(id).filter(({ url }) => !/n2025n/.test(url));
      expect(articles.length).toBeGreaterThan(5);
      expect(articles.flatMap(({ url }) => FAMILIES[id].listsFor(url))).toEqual([]);
    },
  );

  test('of every article of Kaipu and Lonsun is known', () => {
    const known = [...reportsOf('kaipu'), ...reportsOf('lonsun')].map(
      ({ family, url }) => FAMILIES[family].listsFor(url).length,
    );
    expect(Math.min(...known)).toBeGreaterThan(0);
  });

  test('of an unknown system is named for a third of the reports: where the address is that of a column', () => {
    const lists = reportsOf('generic').flatMap(({ url }) => FAMILIES.generic.listsFor(url));
    expect(lists.length).toBeGreaterThanOrEqual(20);
    expect(lists.every((list) => URL.canParse(list))).toBe(true);
  });
});

/** [system, address of a year, its pattern] */
const PATTERNS: readonly (readonly [FamilyId, string, string])[] = [
  [
    'boda',
    'http://www.zqx.gov.cn/zfxxgkzl/xzjdbmdw/bmdw/zqxyjglj/zfxxgknb/n2025n.htm',
    'http://www.zqx.gov.cn/zfxxgkzl/xzjdbmdw/bmdw/zqxyjglj/zfxxgknb/n{year}n.htm',
  ],
  [
    'openness',
    'https://www.dongzhi.gov.cn/OpennessAnnualReport/year/show/290/2021.html',
    'https://www.dongzhi.gov.cn/OpennessAnnualReport/year/show/290/{year}.html',
  ],
  [
    'openness',
    'https://www.ahtlyaq.gov.cn/openness/OpennessAnnualReport/year/6/2022.html',
    'https://www.ahtlyaq.gov.cn/openness/OpennessAnnualReport/year/6/{year}.html',
  ],
  [
    'lonsun',
    'http://www.pingwu.gov.cn/public/column/12651?type=3&nav=5&sub=4&timeFrame=2021&hasContent=true',
    'http://www.pingwu.gov.cn/public/column/12651?type=3&nav=5&sub=4&timeFrame={year}&hasContent=true',
  ],
  [
    'lonsun',
    'https://www.ahhy.gov.cn/zfxxgk/public/column/24601?action=detail&title=2020&type=3',
    'https://www.ahhy.gov.cn/zfxxgk/public/column/24601?action=detail&title={year}&type=3',
  ],
  [
    'generic',
    'https://gaj.gzlps.gov.cn/bmxxgk/zfxxgk_5712592/zfxxgknb/2020n/',
    'https://gaj.gzlps.gov.cn/bmxxgk/zfxxgk_5712592/zfxxgknb/{year}n/',
  ],
  [
    'generic',
    'https://yongde.gov.cn/zfxxgk_ydx_mzj/zfxxgknb.html?nbYear=2019',
    'https://yongde.gov.cn/zfxxgk_ydx_mzj/zfxxgknb.html?nbYear={year}',
  ],
  [
    'generic',
    'http://www.zichang.gov.cn/zfxxgk/zfxxgknb/szfnb/2022n/1.html',
    'http://www.zichang.gov.cn/zfxxgk/zfxxgknb/szfnb/{year}n/1.html',
  ],
];

describe('the pattern of a system with one address a year', () => {
  test.each(PATTERNS)('%s %s', (id, url, pattern) => expect(FAMILIES[id].patternFor(url)).toBe(pattern));

  test('gives each address back for its year, and every other address has none', () => {
    const known = new Set(PATTERNS.map(([, url]) => url));
    const own = REAL_ADDRESSES.filter(({ family }) =>
      ['gkmlpt', 'kaipu', 'boda', 'openness', 'lonsun', 'generic'].includes(family),
    );
    for (const { family, url, year } of own) {
      const pattern = FAMILIES[family].patternFor(url);
      expect({ url, hasPattern: pattern !== null }).toEqual({ url, hasPattern: known.has(url) });
      if (pattern !== null) expect(pattern.replace('{year}', String(year))).toBe(url);
    }
  });
});
