import { escapeHtml } from './html-cells.ts';
import type { Random } from './random.ts';
import type { Report } from './report.ts';

export const DATE_PLACES = [
  'meta',
  'meta time',
  'visible',
  'visible chinese',
  'visible time',
  'info table',
  'none',
] as const;
export type DatePlace = (typeof DATE_PLACES)[number];

export const SHELLS = [
  'trs',
  'layout table',
  'ucap',
  'boda',
  'article',
  'two containers',
  'bare',
  'late title',
] as const;
export type Shell = (typeof SHELLS)[number];

export type PageOptions = {
  readonly shell: Shell;
  readonly date: DatePlace;
  /** The charset the page declares; null for none. */
  readonly charset: string | null;
  readonly charsetBy: 'charset' | 'http-equiv';
  /** `content` before `name` in meta elements. */
  readonly contentFirst: boolean;
  /** Tables of the page itself: share, print, calendar, related links. */
  readonly chrome: boolean;
  readonly scripts: boolean;
};

const meta = (name: string, content: string, options: PageOptions): string =>
  options.contentFirst
    ? `<meta content="${escapeHtml(content)}" name="${name}"/>`
    : `<meta name="${name}" content="${escapeHtml(content)}">`;

const charsetMeta = (options: PageOptions): string => {
  if (options.charset === null) return '';
  return options.charsetBy === 'charset'
    ? `<meta charset="${options.charset}">`
    : `<meta http-equiv="Content-Type" content="text/html; charset=${options.charset}"/>`;
};

const head = (report: Report, options: PageOptions, random: Random): string => {
  const time = `${report.published} ${String(random.integer(8, 18)).padStart(2, '0')}:${random.integer(10, 59)}${random.pick(['', '', ':07'])}`;
  const dates = options.date === 'meta' ? [report.published] : options.date === 'meta time' ? [time] : [];
  const site = `${report.place.name}人民政府门户网站`;
  const metas = [
    meta('SiteName', site, options),
    meta('ColumnName', '政府信息公开年报', options),
    meta('ArticleTitle', report.title, options),
    ...dates.map((date) => meta('PubDate', date, options)),
    meta('ContentSource', report.agency.name, options),
  ];
  const script = options.scripts
    ? '<style type="text/css">td{border:1px solid #000}.w660{width:660px}</style><script>var total = 27; document.write("<table><tr><td>0</td></tr></table>");</script>'
    : '';
  const title = random.pick([
    report.title,
    `${report.title}_${site}`,
    `${report.title}-政府信息公开年报-${site}`,
  ]);
  return `<head>${charsetMeta(options)}${metas.join('')}<title>${escapeHtml(title)}</title>${script}</head>`;
};

const visibleDate = (report: Report, options: PageOptions, random: Random): string => {
  const [year = '', month = '', day = ''] = report.published.split('-');
  const written: Partial<Record<DatePlace, string>> = {
    visible: random.pick([
      `发布日期：${report.published}`,
      `发布时间：${report.published}`,
      `【发布日期：${report.published}】`,
      `发布日期: ${report.published}`,
    ]),
    'visible chinese': `发布日期：${year}年${Number(month)}月${Number(day)}日`,
    'visible time': `发布时间：${report.published} 1${random.integer(0, 7)}:${random.integer(10, 59)}:00`,
  };
  const text = written[options.date];
  if (text === undefined) return '';
  return `<div class="info"><span>${text}</span> <span>来源：${report.agency.name}</span> <span>浏览次数：${random.integer(20, 3000)}次</span> <span>字号：[大 中 小]</span></div>`;
};

/** Some days before publication, in the same month. */
const writtenDate = (published: string): string =>
  published.replace(/\d\d$/, (day) => String(Math.max(1, Number(day) - 6)).padStart(2, '0'));

const infoTable = (report: Report, options: PageOptions): string => {
  const written = `<td>成文日期</td><td>${writtenDate(report.published)}</td>`;
  const printed =
    options.date === 'info table'
      ? `<td>发布日期</td><td>${report.published}</td>`
      : '<td>文号</td><td></td>';
  const row = options.date === 'none' ? '' : `<tr>${written}${printed}</tr>`;
  return `<table class="info"><tr><td>索引号</td><td>${report.place.code}-${report.year}-00001</td><td>组配分类</td><td>政府信息公开年报</td></tr>${row}<tr><td>发布机构</td><td>${report.agency.name}</td><td>有效性</td><td>有效</td></tr></table>`;
};

const calendar = (): string => {
  const days = Array.from({ length: 28 }, (_, at) => `<td>${at + 1}</td>`);
  const weeks = [0, 7, 14, 21].map((from) => `<tr>${days.slice(from, from + 7).join('')}</tr>`);
  return `<table class="calendar"><tr><td>日</td><td>一</td><td>二</td><td>三</td><td>四</td><td>五</td><td>六</td></tr>${weeks.join('')}</table>`;
};

const NAVIGATION =
  '<div class="nav"><a href="/">首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/hd/">互动交流 12345</a> | <a href="/sj/">数据发布</a></div>';
const LOCATION = '<div class="location">当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报</div>';
const SHARE = '<table><tr><td>分享到</td><td>打印</td><td>关闭</td></tr></table>';
const FOOTER =
  '<div class="footer">主办单位：人民政府办公室 备案号：05001234号 网站标识码 2203820001 联系电话：12345</div>';

const related = (report: Report): string => {
  const others = [report.year - 1, report.year - 2, report.year + 1].map(
    (year, at) =>
      `<li><a href="art_${at}.html">${year}年政府信息公开工作年度报告</a><span>${year + 1}-01-1${at}</span></li>`,
  );
  return `<ul class="related">${others.join('')}</ul>`;
};

type Frame = (report: Report, body: string, date: string, options: PageOptions) => string;

const FRAMES: Record<Shell, Frame> = {
  trs: (_, body, date) =>
    `${NAVIGATION}${LOCATION}${date}<div class="TRS_Editor"><div class="Custom_UnionStyle">${body}</div></div>`,
  'layout table': (report, body, date, options) =>
    `<table width="100%"><tr><td>${NAVIGATION}</td></tr><tr><td>${infoTable(report, options)}${date}</td></tr><tr><td><div id="zoom"><!--ZJEG_RSS.content.begin-->${body}<!--ZJEG_RSS.content.end--></div></td></tr></table>`,
  ucap: (report, body, date) =>
    `<div class="header">${NAVIGATION}</div><h1>${escapeHtml(report.title)}</h1>${date}<div id="UCAP-CONTENT">${body}</div>`,
  boda: (report, body, date) =>
    `<form name="_newscontent_fromname"><h3>${escapeHtml(report.title)}</h3>${date}<div id="vsb_content"><div class="v_news_content">${body}</div></div></form>`,
  article: (_, body, date) =>
    `<main>${NAVIGATION}<article class="article-content">${date}${body}</article></main>`,
  'two containers': (report, body, date) =>
    `${NAVIGATION}<div class="TRS_Editor"><p>摘要：${report.agency.name}发布${report.year}年度报告，全文共六个部分。${escapeHtml(report.overview[2] ?? '')}</p></div>${date}<div class="TRS_Editor">${body}</div>`,
  bare: (_, body, date) => `${date}${body}`,
  'late title': (report, body, date) =>
    `<div class="left">${calendar()}<ul><li>通知公告</li><li>领导之窗</li></ul></div><div class="right"><div class="tit">${escapeHtml(report.title)}</div>${date}<div class="con-detail">${body}</div></div>`,
};

/** A page around the body of a report, with what publishing systems put there. */
export const renderPage = (report: Report, body: string, options: PageOptions, random: Random): string => {
  const before =
    options.date === 'info table' && options.shell !== 'layout table' ? infoTable(report, options) : '';
  const date = before + visibleDate(report, options, random);
  const chrome = options.chrome ? `${related(report)}${SHARE}${FOOTER}` : '';
  const doctype = random.pick([
    '<!DOCTYPE html>\n',
    '',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n',
  ]);
  return `${doctype}<html>${head(report, options, random)}<body>${FRAMES[options.shell](report, body, date, options)}${chrome}</body></html>`;
};

/** The date a reader can find, or null. */
export const printedDate = (report: Report, options: PageOptions): string | null =>
  options.date === 'none' ? null : report.published;
