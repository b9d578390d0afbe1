import type { PrintedDocument } from './document.ts';
import { joinHeadline } from './metadata-headline.ts';
import { cleanText } from './normalise-label.ts';
import { replaceRadicals } from './radicals.ts';

/** 政府信息公开工作年度报告 and how it is varied: 年报, 年度工作报告, 情况报告, 政务公开工作年度报告. */
const REPORT_TITLE =
  /信息公开.{0,14}(?:年度?.{0,6}报告?|年报|报告)|(?:年度报告|年报).{0,10}信息公开|政务公开.{0,6}(?:年度报告|年报)/;
const NOT_A_REPORT_TITLE =
  /解读|通知|关于做好|关于报送|关于编制|工作要点|指南|征求意见|(?:目录|一览表?|汇总表?|格式|模[板版]|样[式本表])[)）]?$/;
/** 关于公布某某县2021年政府信息公开工作年度报告的通知 is what the report is printed with. */
const PUBLISHES = /(?:公布|发布|印发|公开).{0,60}(?:报告|年报)[》”]?的?(?:通知|通告|公告|函)$/;
const ASKS_FOR = /做好|报送|编制|格式|模[板版]/;
/** 现公布双辽市政府办公室2021年度政府信息公开工作报告 */
const IN_SENTENCE =
  /(?:现公布|现将|公布|特编制|编制|发布|(?:公开|制定)(?=[“《]))(?:的)?[“《]?([^，。；《》“”\n]{2,60}?信息公开[^，。；《》“”\n]{0,10}?(?:报告|年报))/;
/** A title that runs into the text, where a page was flattened to one line. */
const LEADING = /^([^。，；：\s][^。，；：]{2,60}?信息公开[^。，；：]{0,14}?(?:报告|年报))\s+\S/;
/** 上一篇：2018年政府信息公开工作年度报告 */
const OTHER_REPORT =
  /^[^：:]{0,4}(?:上|下)(?:一)?(?:篇|条|则|年)[^：:]{0,4}[：:]|^(?:相关|附件|链接)[^：:]{0,6}[：:]/;
/** 2021年政府信息公开工作年度报告 2022-01-10: an entry of a list, which pages print below their report. */
const LISTED = /(?:报告|年报)\s*[（([【]?20\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?[）)\]】]?$/;
/** 当前位置：首页 > 政务公开 > 政府信息公开年报 */
const BREADCRUMB = /^(?:您?(?:现在|当前|所在)?的?(?:所在)?位置|首页)[^。]{0,4}[：:>›»]|[>›»].{1,30}[>›»]/;
/** A short introduction names the report too, but goes on behind it. */
const SENTENCE_END = /[。；;]/;
/** 按照《条例》规定，现将某某局2022年度政府信息公开工作情况报告如下： names the report too. */
const INTRODUCTION = /^(?:按照|根据|依照|依据|遵照|为了?|现将|现就)|(?:报告|公布|汇报)如下|[：:]$/;
/** 某某局关于报送2023年政府信息公开工作年度报告的函, with the report in it. */
const LETTER = /关于报送.{0,60}(?:报告|年报)的函$/;
/** 某某局2018年度政府信息公开情况统计表: the title of a workbook that holds nothing but the table. */
const STATISTICS = /信息公开.{0,10}统计(?:报?表|数据)/;
/** Menus and names of sites stand around the headline of a page, also where it was printed to a file. */
const PAGES: ReadonlySet<string> = new Set(['html', 'text', 'pdf']);
const LONGEST_TITLE = 70;
const YEAR = /\d{4}|[〇○零]/;
/** Titles stand on top: menus and attachments further down name other reports. */
const FIRST_PARAGRAPHS = 40;

export const isReportTitle = (text: string): boolean =>
  REPORT_TITLE.test(text) && !NOT_A_REPORT_TITLE.test(text);

/** Whether a document says by its own title that it is no report: a guide, a notice that asks for reports, a list of them. */
export const isTitledOtherwise = (title: string): boolean =>
  NOT_A_REPORT_TITLE.test(title) && (!PUBLISHES.test(title) || ASKS_FOR.test(title));

/** What a page calls itself, without the name of its site. */
export const ownTitle = ({ meta }: PrintedDocument): string | null =>
  meta.title ? stripSite(meta.title, meta.siteName) : null;

/** The report's title: the page's own, a headline among the first paragraphs, or the name the introduction gives. */
export function readTitle(document: PrintedDocument): string | null {
  const fromMeta = ownTitle(document);
  if (fromMeta && isReportTitle(fromMeta) && !isColumnName(fromMeta)) return fromMeta;
  const first = openingOf(document);
  const headline = first.find(
    (text) =>
      isHeadline(text) &&
      (isReportTitle(text) || LETTER.test(text)) &&
      ![SENTENCE_END, LISTED].some((other) => other.test(text)),
  );
  if (headline && (PAGES.has(document.kind) || agencyOfTitle(headline) !== null)) return headline;
  const joined = PAGES.has(document.kind) ? null : joinHeadline(first, isWhole);
  if (joined ?? headline) return joined ?? headline ?? null;
  const leading = first
    .slice(0, 3)
    .map((text) => LEADING.exec(text.slice(0, 120))?.[1] ?? '')
    .find(isReportTitle);
  if (leading) return leading;
  const split = splitHeadline(first);
  if (split) return split;
  for (const text of first) {
    const named = IN_SENTENCE.exec(text.slice(0, 400))?.[1];
    if (named) return named;
  }
  const undated = first.find(
    (text) => text.length <= LONGEST_TITLE && isReportTitle(text) && !INTRODUCTION.test(text),
  );
  return undated ?? first.find((text) => isHeadline(text) && STATISTICS.test(text)) ?? fromMeta;
}

/** Whether a paragraph is the headline of a report, this one's or another's that the page prints as well. */
export const isReportHeadline = (text: string): boolean =>
  isHeadline(text) && isReportTitle(text) && isHeading(text);

/** Whether a paragraph is short, no sentence, and leads to no other page. */
export const isHeading = (text: string): boolean =>
  text.length <= LONGEST_TITLE && ![SENTENCE_END, OTHER_REPORT, BREADCRUMB].some((other) => other.test(text));

const isHeadline = (text: string): boolean =>
  text.length <= LONGEST_TITLE && YEAR.test(text) && !INTRODUCTION.test(text);

/** A title that names the year and the body. */
const isWhole = (text: string): boolean =>
  isReportTitle(text) && YEAR.test(text) && agencyOfTitle(text) !== null;

/** The first paragraphs without links to other reports; in flattened text what stands above the tables. */
export function openingOf({ kind, paragraphs, grids }: PrintedDocument): readonly string[] {
  const above = kind === 'text' ? grids[0]?.after || FIRST_PARAGRAPHS : FIRST_PARAGRAPHS;
  return paragraphs
    .slice(0, Math.min(above, FIRST_PARAGRAPHS))
    .map((paragraph) => replaceRadicals(cleanText(paragraph.text)))
    .filter((text) => !OTHER_REPORT.test(text) && !BREADCRUMB.test(text));
}

/** A headline broken over two lines: 某某县2021年 / 政府信息公开工作年度报告. */
function splitHeadline(first: readonly string[]): string | null {
  for (const [index, text] of first.entries()) {
    const before = first[index - 1];
    if (before === undefined || text.length > 40 || before.length > 40 || !isReportTitle(text)) continue;
    if (/\d{4}\s*年|[〇○零]/.test(before)) return `${before}${text}`;
  }
  return null;
}

/** 政府信息公开年报, which neither names a year nor a body. */
const isColumnName = (title: string): boolean => !YEAR.test(title) && agencyOfTitle(title) === null;

/**
 * What parts a report's title from the names of its site and column; blanks stand inside of titles too, and a dash
 * between digits parts years or a date.
 */
const SEPARATORS = [/(?:[\s_|｜]|(?<!\d)[-－—–](?!\d))+/, /\s*(?:[_|｜]|(?<!\d)[-－—–](?!\d))+\s*/];
const SITE_NAME = /(?:政府|网站?|信息公开|政务公开|公开目录|年报|年度报告|专栏|平台|管委会)$/;

/** The one part that names year and body, when those before it are names of sites and columns; null else. */
function besideSite(title: string): string | null {
  for (const separator of SEPARATORS) {
    const parts = title.split(separator).filter((part) => part !== '');
    const isWhole = (part: string): boolean =>
      isReportTitle(part) && YEAR.test(part) && agencyOfTitle(part) !== null;
    const [own, ...more] = parts.filter(isWhole);
    if (own === undefined || more.length > 0) continue;
    if (parts.slice(0, parts.indexOf(own)).every((part) => SITE_NAME.test(part))) return own;
  }
  return null;
}

/** 报告标题_某某县人民政府 → 报告标题. */
function stripSite(title: string, siteName: string | undefined): string {
  const own = besideSite(title);
  if (own !== null) return own;
  const [first = title, ...rest] = title.split(/\s*[_|｜]\s*|\s+-\s+/);
  if (rest.length > 0 && (isReportTitle(first) || isTitledOtherwise(first))) return first;
  return siteName && title.endsWith(siteName)
    ? title.slice(0, -siteName.length).replace(/[-—_\s]+$/, '')
    : title;
}

/** What sites put before a title: 【年报】, [转发], ★, 附件1：. */
const MARKS = /^(?:[【[(][^\]】)\d]{1,12}[\]】)]|[^\p{L}\p{N}【[(《“"]|附件\d{0,2}\s*:)+/u;

/** The agency as the title names it: what is left without the year and the words that make it a report. */
export function agencyOfTitle(title: string): string | null {
  if (INTRODUCTION.test(title)) return null;
  const agency = title
    .normalize('NFKC')
    .replace(MARKS, '')
    .replace(/^(?:关于)?(?:发布|公布|印发)?/, '')
    .replace(/关于(?:发布|公布|印发|报送)?(?=\(?(?:20\d{2}|二[〇○零])|\s*$)/, '')
    .replace(/[“”"《》]/g, '')
    // The tab keeps 某某县政府2021年信息公开 apart from 政府信息公开.
    .replace(/20\d{2}\s*[-—–~]+\s*(?=20\d{2}\s*学?年)/gu, '')
    .replace(/\(?(?:20\d{2}|二[〇○零][〇○零一二三][〇○零一二三四五六七八九])\)?\s*(?:学?年)?度?\)?/gu, '\t')
    .replace(/(?:的)?(?:(?<!人民)政府|政务)?信息公开.*$/, '')
    .replace(/(?:的)?政务公开(?:工作)?(?:年度报告|年报).*$/, '')
    .replaceAll('\t', '')
    .replace(/(?:年度报告|年报).*$/, '')
    .replace(/[\s\-—_:：,，]+$|^[\s\-—_:：,，年度]+/g, '')
    .trim();
  return agency === '' || NAMES_NOBODY.test(agency) ? null : agency;
}

/** 我局2021年政府信息公开工作年度报告, as introductions call it. */
const NAMES_NOBODY =
  /^(?:我|本|全|该)(?:[省市县区州旗盟镇乡街局委厅办院部处队校]|单位|机关|部门|中心|街道|学校)$/;
