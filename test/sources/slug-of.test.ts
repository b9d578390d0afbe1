import { expect, test } from 'vitest';
import { slugOf } from '../../src/sources/slug-of.ts';

test.each([
  ['http://js.changchun.gov.cn/zcbm/styjrswj/ndbg/202401/t20240115_3271106.html', 'styjrswj'],
  ['https://www.hukou.gov.cn/dlx/zfxxgknb_171215/202101/t20210116_4743388.html', 'dlx'],
  ['https://www.huangpi.gov.cn/bmzl/qspj_bmzl/zfxxgkndbg_qspj/202401/t20240112_2340891.html', 'qspj'],
  ['https://lyj.chizhou.gov.cn/OpennessAnnualReport/show/5328.html', 'lyj'],
  ['http://www.gdqy.gov.cn/zfxxgkq/ssthjj/zfxxgknb/content/post_526013.html', 'ssthjj'],
  ['https://www.dongzhi.gov.cn/Xxgknb/show/5166.html', null],
  ['http://www.lintao.gov.cn/art/2020/12/25/art_6924_1372393.html', null],
  ['http://122.137.242.24:8080/1.html', null],
])('%s → %s', (url, slug) => expect(slugOf(url)).toBe(slug));
