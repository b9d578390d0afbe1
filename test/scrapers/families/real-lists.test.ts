import { describe, expect, test } from 'vitest';
import { FAMILIES, recogniseFamily } from '../../../scrapers/families/index.ts';
import { REAL_ADDRESSES, type RealAddress } from '../real-addresses.ts';

const OWN = ['trs', 'jcms', 'jcms-annual-report', 'jpaas', 'ucap'] as const;
const isOwn = ({ family }: RealAddress): boolean => OWN.some((id) => id === family);
const listsFor = ({ family, url }: RealAddress): readonly string[] => FAMILIES[family].listsFor(url);

describe('addresses that were published', () => {
  test.each(REAL_ADDRESSES.filter(isOwn))('$url is of $family', ({ family, url }) => {
    expect(recogniseFamily({ url, text: '' })).toMatchObject({ family: { id: family } });
  });

  test.each(REAL_ADDRESSES.filter((one) => !isOwn(one)))('$url is of none of these', ({ url }) => {
    expect(OWN.map((id) => [id, FAMILIES[id].recognise({ url, text: '' })])).toEqual(
      OWN.map((id) => [id, 0]),
    );
  });

  test.each(REAL_ADDRESSES.filter(({ family }) => ['trs', 'jpaas', 'ucap'].includes(family)))(
    'the lists for $url are columns above it, the nearest first',
    (address) => {
      const folders = listsFor(address).map((url) => url.replace(/[^/]*$/, ''));
      expect(folders.length).toBeGreaterThan(0);
      expect(folders.filter((folder) => !address.url.startsWith(folder))).toEqual([]);
      expect(folders.map((folder) => folder.length)).toEqual(
        folders.map((folder) => folder.length).toSorted((one, other) => other - one),
      );
      expect(folders[0]).not.toMatch(/\/(?:\d{6}|art\/\d{4})\/$/);
    },
  );

  test.each(REAL_ADDRESSES.filter(({ family }) => family === 'jcms-annual-report'))(
    'the pattern of $url gives it back for its year',
    ({ url }) => {
      const year = /fbtime=(\d{4})/.exec(url)?.[1] ?? '';
      const pattern = FAMILIES['jcms-annual-report'].patternFor(url);
      expect(pattern).toContain('{year}');
      expect(pattern?.replace('{year}', year)).toBe(url);
    },
  );

  test('no other of these families has an address a year', () => {
    const others = REAL_ADDRESSES.filter((one) => isOwn(one) && one.family !== 'jcms-annual-report');
    expect(others.filter(({ family, url }) => FAMILIES[family].patternFor(url) !== null)).toEqual([]);
  });
});

const LISTS: readonly (readonly [report: string, lists: readonly string[]])[] = [
  [
    'http://www.gztongzi.gov.cn/zwgk/zfxxgk/zfxxgknb/2022n/202302/t20230218_78246924.html',
    [
      'http://www.gztongzi.gov.cn/zwgk/zfxxgk/zfxxgknb/2022n/',
      'http://www.gztongzi.gov.cn/zwgk/zfxxgk/zfxxgknb/',
    ],
  ],
  [
    'http://cqqj.gov.cn/zwgk_159/zfxxgknb/qzfxxgknb/202403/t20240327_13086081_wap.html',
    ['http://cqqj.gov.cn/zwgk_159/zfxxgknb/qzfxxgknb/', 'http://cqqj.gov.cn/zwgk_159/zfxxgknb/'],
  ],
  ['http://bbwb.gxzf.gov.cn/zwgk/H1_/N1_/t15699357.shtml', ['http://bbwb.gxzf.gov.cn/zwgk/H1_/N1_/']],
  [
    'http://rongan.gov.cn/xxgk/fdzdgknr/bmxxgknb/t19700101_3584822.shtml',
    ['http://rongan.gov.cn/xxgk/fdzdgknr/bmxxgknb/'],
  ],
  [
    'http://www.jxay.gov.cn/art/2022/1/30/art_5381_1098471.html',
    ['http://www.jxay.gov.cn/col/col5381/index.html'],
  ],
  [
    'https://www.linxiaxian.gov.cn/lxx/ZWGK/xxgkndbg/2024/bmndbg/art/2025/art_550792914f1b4653a7f2086f26fdd6e2.html',
    [
      'https://www.linxiaxian.gov.cn/lxx/ZWGK/xxgkndbg/2024/bmndbg/index.html',
      'https://www.linxiaxian.gov.cn/lxx/ZWGK/xxgkndbg/2024/index.html',
      'https://www.linxiaxian.gov.cn/lxx/ZWGK/xxgkndbg/index.html',
    ],
  ],
  [
    'http://mulan.gov.cn/hebmlx/c111204/202301/c01_591175.shtml',
    ['http://mulan.gov.cn/hebmlx/c111204/list.shtml'],
  ],
];

test.each(LISTS)('the lists for %s', (report, lists) => {
  expect(recogniseFamily({ url: report, text: '' }).family.listsFor(report)).toEqual(lists);
});
