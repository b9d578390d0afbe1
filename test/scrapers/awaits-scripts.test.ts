import { expect, test } from 'vitest';
import { awaitsScripts } from '../../scrapers/awaits-scripts.ts';

const page = (body: string, head = ''): Buffer =>
  Buffer.from(`<html><head><title>政府信息公开年报</title>${head}</head><body>${body}</body></html>`);

/** What stands at the foot of most pages: a counter, the seal of public bodies, a clock. */
const FOOT = `<p>主办：双辽市人民政府</p>
<script>var _hmt = []; (function () { var hm = document.createElement("script"); hm.src = "//hm.example/hm.js";
document.head.insertBefore(hm, null); })();</script>
<script>document.write(unescape("%3Cspan id='seal'%3E%3C/span%3E%3Cscript src='//seal.example/s.js'%3E%3C/script%3E"));</script>
<script>document.getElementById('today').innerHTML = new Date().toLocaleDateString();</script>`;

test.each([
  ['an empty place for the page', page('<div id="app"></div><script src="/js/app.5f3a.js"></script>')],
  [
    'one with a comment',
    page('<div id="root"><!-- here --></div><p>双辽市</p><script src="/a.js"></script>'),
  ],
  ['nothing but scripts', page('<div class="wrap"></div><script src="/list.js"></script>')],
  [
    'places in the text',
    page('<ul><li v-for="one in list">{{ one.title }}</li></ul><script src="/vue.js"></script>'),
  ],
  ['a question for data', page('<ul id="list"></ul><p>年报</p><script>$.getJSON("/list.do", show)</script>')],
  ['a module', page('<p>年报</p>', '<script type="module" src="/main.js"></script>')],
  [
    'words for those without scripts',
    page('<noscript><b>请启用 JavaScript</b></noscript><p>年报</p><script src="/a.js"></script>'),
  ],
  ['words for those who wait', page('<p>正在加载，请稍候</p><script src="/a.js"></script>')],
])('%s awaits scripts', (_, body) => {
  expect(awaitsScripts(body)).toBe(true);
});

test.each([
  ['an empty list with a counter', page(`<h1>政府信息公开年报</h1><ul class="list"></ul>${FOOT}`)],
  ['an empty list that says so', page(`<p>暂无信息</p><script src="/js/jquery.js"></script>${FOOT}`)],
  ['a short list', page(`<ul><li><a href="1.html">2021年年报</a></li></ul>${FOOT}`)],
  ['a page without a script', page('<div id="app"></div>')],
  [
    'a page that is there',
    page(`<div id="app"></div><p>${'政府信息公开'.repeat(40)}</p><script>fetch("/more")</script>`),
  ],
])('%s awaits none', (_, body) => {
  expect(awaitsScripts(body)).toBe(false);
});
