import { expect, test } from 'vitest';
import { setTwinsApart } from '../../scrapers/set-twins-apart.ts';

const report = (url: string, title = '双辽市2021年政府信息公开工作年度报告') => ({ url, title });

test('of a report and its version of pictures the report stays', () => {
  const text = report('http://a.gov.cn/t20220120_1.html', '双辽市2021年政府信息公开工作年度报告（文字版）');
  const pictures = report(
    'http://a.gov.cn/t20220120_2.html',
    '双辽市2021年政府信息公开工作年度报告（图片版）',
  );
  expect(setTwinsApart([pictures, text])).toEqual({
    reports: [text],
    twins: [{ ...pictures, reason: 'graphic_twin' }],
  });
});

test('of a page and its version for telephones the page stays, whatever the scheme', () => {
  const page = report('https://a.gov.cn/202201/t20220120_1.html');
  const mobile = report('http://a.gov.cn/202201/t20220120_1_wap.html');
  expect(setTwinsApart([mobile, page]).reports).toEqual([page]);
});

test('a version that stands alone is the report', () => {
  const pictures = report(
    'http://a.gov.cn/t20220120_2.html',
    '双辽市2020年政府信息公开工作年度报告（图片版）',
  );
  const mobile = report('http://a.gov.cn/202201/t20220120_1_wap.html');
  expect(setTwinsApart([pictures, mobile])).toEqual({ reports: [pictures, mobile], twins: [] });
});
