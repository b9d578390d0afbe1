import type { LeftOutReason, ReportLink } from './families/family.ts';
import { foldTitle } from './fold-title.ts';
import {
  AGENCY_NAME,
  COLUMN_PATH,
  DETAIL_PATH,
  FILE_PATH,
  GROUP_NAME,
  NOT_REPORTS,
  REPORT_NOUN,
  REPORT_PATH,
  REPORT_TITLES,
  YEAR,
  YEAR_NAME,
} from './report-words.ts';
import { setTwinsApart } from './set-twins-apart.ts';

/**
 * What a link is, by its words and its address. `agency_list`: the column of one body among others, which is
 * followed only from where it is plainly below (see sortLinks).
 */
export type Judgement = 'report' | 'list' | 'agency_list' | 'other' | LeftOutReason;

/** Where a link was found. */
export interface LinkContext {
  /** Address of the page. */
  readonly url: string;
  /** The page is a list of yearly reports by its own name or address, so that its links need not say so again. */
  readonly inReports: boolean;
  /** Columns of a system whose addresses do not say what lies below what: groups of bodies are followed by their words alone. */
  readonly flatColumns?: RegExp | undefined;
}

/** The links of a page, each in its place; each address once. */
export interface SortedLinks {
  readonly reports: readonly ReportLink[];
  readonly lists: readonly ReportLink[];
  readonly leftOut: readonly (ReportLink & { readonly reason: LeftOutReason })[];
}

/** Whether a title is that of a yearly report, or of a column of them: 政府信息公开工作年度报告 in any of its wordings. */
export function speaksOfReports(title: string): boolean {
  const folded = foldTitle(title);
  return REPORT_TITLES.some((words) => words.test(folded));
}

/** Why a title that speaks of reports is not one's: a notice, an interpretation, news, a guide; null when nothing speaks against it. */
export function reasonAgainst(title: string): LeftOutReason | null {
  const folded = foldTitle(title);
  return NOT_REPORTS.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Whether an address names a column of yearly reports. */
export const isReportAddress = (url: string): boolean => REPORT_PATH.test(pathOf(url));

/** Judges one link. */
export function judgeLink({ url, title }: ReportLink, { inReports }: LinkContext): Judgement {
  const text = foldTitle(title);
  const path = pathOf(url);
  const isFile = FILE_PATH.test(path);
  const isDetail = isFile || DETAIL_PATH.test(path);
  const speaks = REPORT_TITLES.some((words) => words.test(text));
  const against = reasonAgainst(text);
  if (against !== null) {
    return speaks || (inReports && isDetail && /信息公开|年报|年度报告/.test(text)) ? against : 'other';
  }
  if (speaks) return judgeNamed(text, path, isDetail);
  if (!inReports) return REPORT_PATH.test(path) && !isDetail && REPORT_NOUN.test(text) ? 'list' : 'other';
  return judgeInColumn(text, path, isDetail);
}

/** A title that says what it is: with a year or an article's address it is the report, else a column of reports. */
function judgeNamed(text: string, path: string, isDetail: boolean): Judgement {
  if (isDetail) return 'report';
  const isColumn = COLUMN_PATH.test(path);
  if (YEAR_NAME.test(text) || GROUP_NAME.test(text)) return isColumn ? 'list' : 'report';
  if (YEAR.test(text)) return isColumn && /部门|乡镇|街道|专栏/.test(text) ? 'list' : 'report';
  return AGENCY_BEFORE.test(text) ? 'agency_list' : 'list';
}

const AGENCY_BEFORE = /(?:局|委员会|办公室|厅|镇|乡|街道|办事处|中心)(?:政府)?信息公开/;

/** A title in a list of reports, which need not say so again. */
function judgeInColumn(text: string, path: string, isDetail: boolean): Judgement {
  if (YEAR_NAME.test(text)) return isDetail ? 'report' : 'list';
  if (YEAR.test(text) && REPORT_NOUN.test(text))
    return isDetail || !COLUMN_PATH.test(path) ? 'report' : 'list';
  if (YEAR.test(text) && GROUP_NAME.test(text.replace(YEAR, '').replace(/^年度?/, ''))) return 'list';
  if (GROUP_NAME.test(text)) return isDetail ? 'other' : 'agency_list';
  if (AGENCY_NAME.test(text)) return isDetail ? 'report' : 'agency_list';
  return 'other';
}

/**
 * Sorts the links of a page. Columns of single bodies are followed where they lie below this page, or where the
 * page holds several of them and no report: else the menu of one office would lead to all its neighbours.
 * Versions made of pictures or for telephones are left out only where the other version is listed too.
 */
export function sortLinks(links: readonly ReportLink[], context: LinkContext): SortedLinks {
  const judged = mergeSame(links).map((link) => {
    const kind = judgeLink(link, context);
    return { link, kind: kind === 'report' && isChoice(link.url, context.url) ? 'list' : kind };
  });
  const of = (kind: Judgement) => judged.filter((one) => one.kind === kind).map(({ link }) => link);
  const candidates = of('report').filter(({ url }) => !isSame(url, context.url));
  const { reports, twins } = setTwinsApart(candidates);
  const agencies = of('agency_list');
  const isIndex = reports.length === 0 && agencies.length >= FEWEST_AGENCIES;
  const isFlat = (url: string): boolean => context.inReports && context.flatColumns?.test(url) === true;
  const below = new Set(
    agencies.filter(
      ({ url, title }) =>
        isBelow(url, context.url) ||
        (isIndex && (isReportAddress(url) || isFlat(url) || speaksOfReports(title))) ||
        (isFlat(url) && GROUP_NAME.test(foldTitle(title))),
    ),
  );
  const lists = judged
    .filter(({ link, kind }) => kind === 'list' || (kind === 'agency_list' && below.has(link)))
    .map(({ link }) => link)
    .filter(({ url }) => !isSame(url, context.url) && !isAbove(url, context.url));
  const named = judged.flatMap(({ link, kind }) => (isReason(kind) ? [{ reason: kind, ...link }] : []));
  return { reports, lists, leftOut: [...named, ...twins] };
}

/**
 * The page itself with other parameters: a choice of a year or an agency, whatever it is called. Where it prints the
 * report of that year it is found as a list that holds one.
 */
const isChoice = (url: string, page: string): boolean =>
  url.includes('?') &&
  url.replace(/[?#].*$/, '') === page.replace(/[?#].*$/, '') &&
  !DETAIL_PATH.test(pathOf(url)) &&
  !FILE_PATH.test(pathOf(url));

/** A page that lists fewer bodies than this is not their index. */
const FEWEST_AGENCIES = 2;

const isReason = (kind: Judgement): kind is LeftOutReason =>
  !['report', 'list', 'agency_list', 'other'].includes(kind);

/** Nothing but the link: whoever keeps it must not keep the tree of its page alive. */
const plainLink = ({ url, title, date }: ReportLink): ReportLink =>
  date === undefined ? { url, title } : { url, title, date };

/** The link of each address with its longest title: lists link an item by its picture, its title and “详情”. */
function mergeSame(links: readonly ReportLink[]): readonly ReportLink[] {
  const byUrl = new Map<string, ReportLink>();
  for (const link of links) {
    const known = byUrl.get(link.url);
    if (known === undefined || known.title.length < link.title.length) {
      const date = link.date ?? known?.date;
      byUrl.set(link.url, plainLink(date === undefined ? link : { ...link, date }));
    }
  }
  return [...byUrl.values()];
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]*/i, '').replace(/#.*$/, '');
}

/** The folder of an address: up to its last slash, without scheme and query. */
const folderOf = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/[^/]*$/, '');

const isSame = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .replace(/#.*$/, '')
    .replace(/\/index\.s?html?$/, '/');
const isBelow = (url: string, page: string): boolean =>
  folderOf(page).split('/').length > 2 &&
  folderOf(url).startsWith(folderOf(page)) &&
  folderOf(url) !== folderOf(page);
const isAbove = (url: string, page: string): boolean =>
  folderOf(page).startsWith(folderOf(url)) &&
  folderOf(url) !== folderOf(page) &&
  COLUMN_PATH.test(pathOf(url));
