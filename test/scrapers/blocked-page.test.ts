import { describe, expect, test } from 'vitest';
import { findBlockedPage } from '../../scrapers/blocked-page.ts';
import { fingerprintOf } from '../../scrapers/soft-404.ts';
import { REPORT } from './with-web.ts';

const page = (body: string, title = ''): Buffer =>
  Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
  );
/** 网站防火墙 in GB 18030. */
const FIREWALL_GBK = Buffer.from('cdf8d5beb7c0bbf0c7bd', 'hex');

describe('a page of a firewall or a test for people', () => {
  test.each<[name: string, body: Buffer]>([
    [
      '加速乐',
      page(`<script>document.cookie='__jsl_clearance=1|'+x;location.href=location.pathname</script>`),
    ],
    ['瑞数', page(`<meta content="{qqxz" r="m"><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>`)],
    ['阿里云WAF', page(`<script>var arg1='0A';setCookie("acw_sc__v2",x);</script>`)],
    ['网站卫士', page(`<script src="/WZWSRELw==/wzwschallenge.js"></script>`)],
    ['云锁', page(`<script>var s='security_session_mid_verify'</script>`)],
    [
      'Cloudflare',
      page('<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>', 'Just a moment...'),
    ],
    ['创宇盾', page('<p>当前访问疑似黑客攻击，已被创宇盾拦截。</p>')],
    [
      '安全狗',
      page('<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p><a href="http://www.safedog.cn">'),
    ],
    ['防火墙', page('<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>')],
    ['防火墙', Buffer.concat([Buffer.from('<html><body>'), FIREWALL_GBK, Buffer.from('</body></html>')])],
    ['防火墙', page('您的访问过于频繁，请稍后再试')],
    ['验证', page('<p>请输入验证码</p><input>', '安全验证')],
    [
      'cookie and reload',
      page(`<script>var a=1;document.cookie="k="+a+";path=/";window.location.reload();</script>`),
    ],
  ])('%s is told', (name, body) => expect(findBlockedPage(body)).toEqual({ kind: 'challenge', name }));
});

describe('an error page', () => {
  test.each([
    page('<h1>404 Not Found</h1>'),
    page('对不起，您访问的页面不存在！'),
    page('您要查看的信息已删除或者不存在'),
    page('<p>找不到您要访问的页面，请返回首页</p>', '提示'),
    page('', '404'),
    page('系统维护中，请稍后访问'),
    page('<h1>502 Bad Gateway</h1><hr><center>nginx</center>'),
    page('<h1>Welcome to nginx!</h1>'),
  ])('%s is told', (body) => expect(findBlockedPage(body)).toMatchObject({ kind: 'soft_404' }));
});

describe('a document is left alone', () => {
  const words = '<p>网站防火墙、创宇盾拦截请求若干，页面不存在等问题已整改，请输入验证码。</p>';
  test.each<[name: string, body: Buffer]>([
    ['a report', Buffer.from(REPORT)],
    ['a report that tells of firewalls and missing pages', Buffer.from(REPORT.replace('<p>', `${words}<p>`))],
    [
      'a report of a site that guards each page',
      Buffer.from(REPORT.replace('<p>', `<script>$_ts={};document.cookie='a';location.href</script><p>`)),
    ],
    [
      'a short list',
      page('<ul><li><a href="1.html">2021年政府信息公开工作年度报告</a></li></ul>', '政府信息公开年报'),
    ],
    [
      'a list with a footer',
      page('<ul><li>2021年年度报告</li></ul><p>网站维护：某县信息中心 网站标识码：2203820001</p>'),
    ],
    ['a list of forms', page('<ul><li>政府信息不存在告知书</li><li>信息已删除情况说明</li></ul>')],
    ['a shell that scripts fill', page('<div id="app"></div><script src="/app.js"></script>')],
    ['a report of 404 words', page('<p>收到申请404件，答复404件。</p>')],
    ['a PDF', Buffer.from('%PDF-1.4 请输入验证码')],
    ['JSON', Buffer.from('{"html":"请输入验证码"}')],
    ['nothing', Buffer.alloc(0)],
  ])('%s', (_, body) => expect(findBlockedPage(body)).toBeNull());
});

test('a page made to be slow to read is read in linear time', () => {
  const nasty = ['<script', '<!--', '<', '<title', 'document.cookie=', '请输入', '页面', '<style>'].map(
    (part) => Buffer.from(`<${part.repeat(400_000 / part.length)}`),
  );
  // Without a clock: a reader that is not linear would run into the time limit of the test.
  expect(nasty.map((body) => findBlockedPage(body)?.kind ?? null)).toHaveLength(nasty.length);
});

test('the fingerprint of a page leaves out its own address, figures and white space', () => {
  const at = (path: string, count: number) =>
    fingerprintOf(page(`<p>页面 ${path}\n  没有找到，第 ${count} 次</p>`), [`http://a.cn${path}`]);
  expect(at('/x/1.html', 1)).toBe(at('/y.html?id=2', 23));
  expect(fingerprintOf(page('甲'), [])).not.toBe(fingerprintOf(page('乙'), []));
  expect(fingerprintOf(page('<script>a()</script>'), [])).not.toBe(
    fingerprintOf(page('<script>b()</script>'), []),
  );
});
