import type { Message } from '../model/finding.ts';
import type { SkipReason, SourceCause } from '../model/run-report.ts';
import { plain } from './plain.ts';

/** Why something was not had, in words: the short form of docs/operations.md, which says what to do about each. */
export const CAUSE_WORDS: Readonly<Record<SourceCause, Message>> = {
  dns: { zh: '找不到该主机的地址', en: 'the host has no address' },
  connect: { zh: '连接不上', en: 'no connection could be made' },
  tls: { zh: '加密连接（TLS）失败', en: 'the secure connection (TLS) failed' },
  timeout: { zh: '超时', en: 'it took too long' },
  reset: { zh: '连接中断', en: 'the connection broke' },
  protocol: { zh: '答复不是 HTTP', en: 'the answer was no HTTP' },
  truncated: { zh: '内容不完整', en: 'the answer was cut off' },
  too_large: { zh: '超过大小限制', en: 'it is over the limit of size' },
  bad_encoding: { zh: '内容无法解压', en: 'the content cannot be decompressed' },
  gone: { zh: '网页不存在', en: 'the page does not exist' },
  forbidden: { zh: '网站拒绝访问', en: 'the site refuses it' },
  throttled: { zh: '网站要求少访问', en: 'the site asks for fewer requests' },
  server_error: { zh: '网站出错', en: 'the site has an error' },
  bad_status: { zh: '状态码不是文件', en: 'an answer that is no document' },
  redirect_loop: { zh: '转来转去没有尽头', en: 'it redirects without end' },
  robots: { zh: '网站的 robots.txt 不允许', en: 'robots.txt of the site does not allow it' },
  private_address: { zh: '不是公网地址，不予连接', en: 'it is not on the public web, no connection is made' },
  bad_url: { zh: '不是可用的网址', en: 'it is no usable address' },
  off_scope: { zh: '转到了登记之外的网站', en: 'it leads to a site outside the source' },
  challenge: { zh: '网站给出的是验证页', en: 'the site shows a test for people instead' },
  soft_404: { zh: '网站给出的是“找不到”页', en: 'the site shows its error page instead' },
  host_paused: {
    zh: '该网站连续出错，今夜不再访问',
    en: 'the host failed too often and is left alone tonight',
  },
  budget: { zh: '达到请求数或时间的上限', en: 'the limit of requests or time was reached' },
  no_browser: { zh: '需要浏览器，本机没有', en: 'it needs a browser, and there is none' },
  render_failed: { zh: '浏览器打不开此页', en: 'the browser gave up on the page' },
  aborted: { zh: '运行被停止', en: 'the run was stopped' },
  no_reports: { zh: '一份报告也没有找到', en: 'no report was found' },
  too_few: { zh: '报告少于预期', en: 'fewer reports than expected' },
  too_many: { zh: '报告多于预期', en: 'more reports than expected' },
  stuck_list: { zh: '列表翻页后仍是同一页', en: 'the list gives the same page for every page' },
  crashed: { zh: '程序出错', en: 'the program failed' },
};

/** Why an address that looked like a report was left out. */
export const SKIP_WORDS: Readonly<Record<SkipReason, Message>> = {
  notice: { zh: '通知', en: 'notices' },
  interpretation: { zh: '解读', en: 'interpretations' },
  news: { zh: '新闻', en: 'news' },
  guide: { zh: '指南', en: 'guides' },
  graphic_twin: { zh: '图解版', en: 'graphic versions' },
  mobile_twin: { zh: '手机版', en: 'mobile versions' },
  not_a_report: { zh: '网页中没有报告', en: 'pages without a report' },
  not_published: { zh: '尚未公布', en: 'not published yet' },
  other_source: { zh: '已由另一来源抓取', en: 'taken by another source' },
};

/** A cause in words; one that is not known (a report of another version) as it is written. */
export const causeWords = (cause: string): Message =>
  (CAUSE_WORDS as Readonly<Record<string, Message>>)[cause] ??
  (SKIP_WORDS as Readonly<Record<string, Message>>)[cause] ?? { zh: plain(cause), en: plain(cause) };
