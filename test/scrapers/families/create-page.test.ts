import { expect, test } from 'vitest';
import { pagesBehind, readCreatePage } from '../../../scrapers/families/create-page.ts';

const LIST = 'http://www.example.gov.cn/zwgk/zfxxgknb/';
const behind = (url: string, call: string): readonly string[] =>
  pagesBehind({ url, text: `<div class="page"><script>${call}</script></div>` }).map((page) => page.url);

const CALLS: readonly (readonly [from: string, call: string, pages: readonly string[]])[] = [
  ['', 'createPageHTML(3, 0, "index", "html");', ['index_1.html', 'index_2.html']],
  ['index.html', "createPageHTML(3,0,'index','html')", ['index_1.html', 'index_2.html']],
  ['index_1.html', 'createPageHTML(3, 1, "index", "html");', ['index_2.html']],
  ['index_2.html', 'createPageHTML(3, 2, "index", "html");', []],
  ['index.html', 'createPage(2, 0, "index", "html");', ['index_1.html']],
  ['index.shtml', 'createPageHTML(3, 1, "index", "shtml");', ['index_2.shtml', 'index_3.shtml']],
  ['list.shtml', "createPageHTML('page_div',3, 1,'list','shtml',44);", ['list_2.shtml', 'list_3.shtml']],
  ['list_2.shtml', "createPageHTML('page_div',3, 2,'list','shtml',44);", ['list_3.shtml']],
  ['list_3.shtml', "createPageHTML('page_div',3, 3,'list','shtml',44);", []],
  ['index.html', 'createPageHTML(1, 0, "index", "html");', []],
  ['index.html', 'createPageHTML(0, 0, "index", "html");', []],
  ['index.html', 'function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt) {}', []],
  ['index.html', 'createPageHTML(2, 0, "../../up", "html");', []],
];

test.each(CALLS)('%s with %s', (from, call, pages) => {
  expect(behind(LIST + from, call)).toEqual(pages.map((page) => LIST + page));
});

test('the definition of the function before its call is passed over', () => {
  const text = 'function createPageHTML(count, current, name, ext) { } createPageHTML(2, 0, "index", "htm");';
  expect(readCreatePage(text)).toEqual({
    ...{ pages: 2, current: 0, name: 'index', ending: 'htm', rows: null, first: 0 },
  });
});

test('the number of entries is read where it stands', () => {
  expect(readCreatePage("createPageHTML('page_div',26, 1,'common_list','shtml',509)")).toMatchObject({
    ...{ rows: 509, name: 'common_list', first: 1 },
  });
});

test('a wrong number of pages does not ask for thousands', () => {
  expect(behind(LIST, 'createPageHTML(99999999, 0, "index", "html")')).toHaveLength(200);
});
