import { describe, expect, test } from 'vitest';
import { readLinks } from '../../../scrapers/families/links.ts';
import { findPages } from '../../../scrapers/families/paging.ts';

const LIST = 'http://www.example.gov.cn/zwgk/zfxxgknb/';

function pagesOf(url: string, text: string): readonly string[] {
  const page = { url, text };
  return findPages(page, readLinks(page)).map((found) => found.replace(LIST, ''));
}

describe('pages of a list', () => {
  const CASES: readonly (readonly [what: string, url: string, markup: string, pages: readonly string[]])[] = [
    [
      'by the next one and the last one',
      `${LIST}index.html`,
      '<a href="index_2.html">下一页</a><a href="index_4.html">尾页</a>',
      ['index_2.html', 'index_3.html', 'index_4.html'],
    ],
    [
      'by numbers',
      LIST,
      '<a href="index_2.html">2</a><a href="index_3.html">3</a>',
      ['index_2.html', 'index_3.html'],
    ],
    [
      'by the next one and a script that counts them',
      `${LIST}index.shtml`,
      '<script>var totalPage = 3;</script><a href="index_2.shtml">下页</a>',
      ['index_2.shtml', 'index_3.shtml'],
    ],
    [
      'in the query',
      `${LIST}list.aspx?id=7`,
      '<a href="?id=7&amp;PageIndex=2">&gt;</a><a href="?id=7&amp;PageIndex=3">末页</a>',
      ['list.aspx?id=7&PageIndex=2', 'list.aspx?id=7&PageIndex=3'],
    ],
    [
      'under another name',
      `${LIST}index.shtml`,
      '<a href="column-index-2.shtml">下一页</a>',
      ['column-index-2.shtml'],
    ],
    [
      'counting down',
      `${LIST.slice(0, -1)}.htm`,
      '<a href="zfxxgknb/5.htm">下页</a><a href="zfxxgknb/1.htm">尾页</a>',
      ['1.htm', '2.htm', '3.htm', '4.htm', '5.htm'],
    ],
    ['in brackets', LIST, '<a href="index_2.html">[下一页]</a>', ['index_2.html']],
  ];
  test.each(CASES)('%s', (_, url, markup, pages) => expect(pagesOf(url, markup)).toEqual(pages));
});

describe('no pages', () => {
  const CASES: readonly (readonly [what: string, markup: string])[] = [
    ['without links', '<p>共 1 页</p>'],
    ['of another list', '<a href="/xwzx/index_2.html">下一页</a>'],
    ['that only scripts turn', '<a href="javascript:go(2)">下一页</a><script>var pageCount = 3;</script>'],
    ['of articles whose numbers are words of the list', '<a href="202201/t20220120_2.html">2</a>'],
  ];
  test.each(CASES)('%s', (_, markup) => expect(pagesOf(`${LIST}index.html`, markup)).toEqual([]));
});

test('a wrong number of pages does not fill the night', () => {
  const markup = '<a href="index_2.html">下一页</a><a href="index_9999.html">尾页</a>';
  expect(pagesOf(LIST, markup).length).toBeLessThan(250);
});
