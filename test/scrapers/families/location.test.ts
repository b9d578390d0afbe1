import { expect, test } from 'vitest';
import { openPage } from '../../../scrapers/families/links.ts';
import { locationOf } from '../../../scrapers/families/location.ts';

const PAGES: readonly (readonly [markup: string, location: string])[] = [
  [
    '<div class="dqwz">您的位置：<a href="/">首页</a> &gt; <a>政府信息公开年报</a> &gt; 2021年</div><ul><li>甲</li></ul>',
    '您的位置：首页 > 政府信息公开年报 > 2021年',
  ],
  [
    '<div><p><span>当前位置:</span><a>首页</a>/<a>政府信息公开年报</a></p></div>',
    '当前位置:首页/政府信息公开年报',
  ],
  [`<div>所在位置：首页</div><p>${'长'.repeat(300)}</p>`, '所在位置：首页'],
  ['<ul><li><a>某县2021年政府信息公开工作年度报告</a></li></ul>', ''],
  [`<p>该地块位置优越${'，'.repeat(200)}</p>`, ''],
];

test.each(PAGES)('%s', (markup, location) => {
  expect(locationOf(openPage(`<html><body>${markup}</body></html>`))).toBe(location);
});
