import { isMarkup } from './answer.ts';
import { type PageText, readPageText } from './page-text.ts';

/** What was served in place of the document. */
export interface BlockedPage {
  readonly kind: 'challenge' | 'soft_404';
  /** Whose page it is, or what it says. */
  readonly name: string;
}

interface Sign {
  readonly name: string;
  readonly kind: BlockedPage['kind'];
  /** Asked of the markup, or of the title and what a reader sees. */
  readonly of: 'markup' | 'text';
  readonly pattern: RegExp;
}

/** More than this to read is a document, whatever words it holds: a yearly report may tell of a firewall. */
const SHORT_TEXT = 600;

/** Signs of pages that firewalls and tests for people serve, and of error pages with status 200. */
const SIGNS: readonly Sign[] = [
  // Scripts that set a cookie and load the page again
  { name: '加速乐', kind: 'challenge', of: 'markup', pattern: /__jsl_clearance|\bjsluid\b/i },
  { name: '瑞数', kind: 'challenge', of: 'markup', pattern: /\$_ts\s*=|window\[['"]\$_ts['"]\]/ },
  {
    name: '阿里云WAF',
    kind: 'challenge',
    of: 'markup',
    pattern: /acw_sc__v[23]|aliyun_?waf|errors\.aliyun\.com/i,
  },
  { name: '网站卫士', kind: 'challenge', of: 'markup', pattern: /wzwschallenge|wzws_\w+=|WZWS-RAY/i },
  {
    name: '云锁',
    kind: 'challenge',
    of: 'markup',
    pattern: /yunsuo_session|security_session_(?:mid_)?verify/i,
  },
  { name: 'Cloudflare', kind: 'challenge', of: 'markup', pattern: /cdn-cgi\/challenge-platform|_cf_chl_/i },
  // Pages that say that the request was refused
  { name: '创宇盾', kind: 'challenge', of: 'markup', pattern: /创宇盾|yunaq\.com|365cyd|knownsec/i },
  { name: '安全狗', kind: 'challenge', of: 'markup', pattern: /安全狗|safedog/i },
  { name: '360网站卫士', kind: 'challenge', of: 'markup', pattern: /webscan\.360\.cn|wangzhan\.360\.c/i },
  {
    name: '防火墙',
    kind: 'challenge',
    of: 'text',
    pattern:
      /网站防火墙|云防护|Web\s*应用防火墙|(?:请求|访问)[^。]{0,30}(?:被(?:[^。]{0,10})(?:拦截|阻断|拒绝)|(?:安全)?威胁)|拦截提示|访问过于频繁|访问频率过高/i,
  },
  {
    name: '验证',
    kind: 'challenge',
    of: 'text',
    pattern:
      /(?:请|需要?)(?:输入|完成|进行)[^。]{0,10}验证|人机验证|滑动验证|安全验证|正在(?:进行)?(?:浏览器)?安全检查|开启\s*JavaScript/i,
  },
  // Error pages. 信息不存在 and 网站维护 alone say nothing: one is a form that agencies publish, the other a footer.
  {
    name: '页面不存在',
    kind: 'soft_404',
    of: 'text',
    pattern:
      /(?:页面|网页|栏目|您|你|(?:请求|访问|查看|浏览|查找)的)[^。，]{0,16}(?:不存在|未找到|找不到|已(?:经)?被?(?:删除|移除|下线))|(?:找不到|没有找到|无法找到)[^。，]{0,12}(?:页面|网页|资源)|\b404\b[^。]{0,20}(?:not found|error|错误)|\bpage not found\b|^404$/i,
  },
  {
    name: '系统错误',
    kind: 'soft_404',
    of: 'text',
    pattern:
      /(?:系统|网站|服务器?)[^。，]{0,4}(?:(?:维护|升级|建设)中|正在(?:维护|升级)|繁忙|异常|出错|错误)|服务不可用|\b50[0234]\b[^。]{0,5}(?:internal server|bad gateway|service|gateway)|service unavailable|welcome to nginx|IIS Windows|Apache Tomcat\/\d/i,
  },
];
const SETS_COOKIE = /document\.cookie\s*=/;
const MOVES_ON = /location(?:\.(?:href|reload|replace)|\s*=)/;

/** Tells a page of a firewall, a test for people or an error from a document; null when it may be one. */
export function findBlockedPage(body: Uint8Array): BlockedPage | null {
  if (!isMarkup(body)) return null;
  const page = readPageText(body, SHORT_TEXT);
  if (page.text.length > SHORT_TEXT) return null;
  const sign = SIGNS.find((candidate) => candidate.pattern.test(subjectOf(candidate, page)));
  if (sign) return { kind: sign.kind, name: sign.name };
  const sentOn = page.text.length < 50 && sendsBrowserOn(page.html);
  return sentOn ? { kind: 'challenge', name: 'cookie and reload' } : null;
}

/** A script sets a cookie and then loads another page, or the same again. */
function sendsBrowserOn(html: string): boolean {
  const at = html.search(SETS_COOKIE);
  return at >= 0 && MOVES_ON.test(html.slice(at));
}

function subjectOf({ of }: Sign, { html, title, text }: PageText): string {
  return of === 'markup' ? html : text.startsWith(title) ? text : `${title} ${text}`;
}
