import type { Item } from './site-content.ts';

/** An entry of a list with where it leads. */
export interface Entry {
  readonly href: string;
  readonly item: Item;
}

/** Lists cut long titles and print the whole one as `title`. */
const CUT_AT = 22;

const shown = (title: string): string => (title.length > CUT_AT ? `${title.slice(0, CUT_AT)}...` : title);

export const listRow = ({ href, item }: Entry): string =>
  `<li><a href="${href}" title="${item.title}" target="_blank">${shown(item.title)}</a><span>${item.date}</span></li>`;

export const listRows = (entries: readonly Entry[]): string => entries.map(listRow).join('\n');

/** The menu that every page of such a section has. */
export const MENU = `<div class="nav"><a href="/">网站首页</a> <a href="/zwgk/">政务公开</a> <a href="/hdjl/">互动交流</a></div>
<ul class="gk-menu"><li><a href="/zwgk/zfxxgkzn/">政府信息公开指南</a></li><li><a href="/zwgk/zfxxgkzd/">政府信息公开制度</a></li><li><a href="/zwgk/fdzdgknr/">法定主动公开内容</a></li><li><a href="/zwgk/ysqgk/">依申请公开</a></li></ul>`;

export const FOOT =
  '<div class="footer">主办单位：人民政府办公室 <a href="https://beian.miit.gov.cn/">备案号：05001234号</a> <a href="/wzdt/">网站地图</a></div>';

/** “您的位置”, with the columns above and the page's own. */
export const location = (trail: readonly string[]): string =>
  `<div class="location">您的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; ${trail.join(' &gt; ')}</div>`;

/** Meta elements that 国办发〔2017〕47号 asks of each page: of a list by default, of an article with its item. */
export function metas(site: string, column: string, item?: Item): string {
  const pairs: readonly (readonly [string, string])[] = [
    ['SiteName', site],
    ['ColumnName', column],
    ['ColumnType', '政务公开'],
    ...(item === undefined
      ? []
      : ([
          ['ArticleTitle', item.title],
          ['PubDate', `${item.date} 09:30`],
          ['ContentSource', item.source],
        ] as const)),
  ];
  return pairs.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('\n');
}

/** A whole page. */
export const htmlPage = (title: string, head: string, body: string): string =>
  `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n${head}\n</head>\n<body>\n${MENU}\n${body}\n${FOOT}\n</body>\n</html>\n`;

/** Pieces of a list, one a page; one empty piece for an empty list. */
export function pagesOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const pages = Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
  return pages.length === 0 ? [[]] : pages;
}

/** An empty picture of the site's furniture. */
export const PIXEL = Uint8Array.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0, 0x3b]);
