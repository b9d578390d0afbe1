import type { PrintedDocument } from './document.ts';
import { keyOfText } from './linked-text.ts';
import { readTitle } from './metadata-title.ts';
import { cleanText } from './normalise-label.ts';
import { readDate } from './read-dates.ts';

/** 2022-01-22 16:25 来源：本站 【字体：大 中 小】, and not today's date in the head of the site. */
const HEADER_LINE =
  /^(?=.*(?:(?<![据料])来源[:：]|作者[:：]|字[体号][:：]|点击|浏览|访问量))(?!.*(?:今天|今日|星期)).*?(20\d{2}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2})/;
/** Nothing but a date, as some sites print it below the headline. */
const BARE_DATE = /^[\s[(（【]*20\d{2}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}日?[\s\d:：]*[\])）】\s]*$/;
/** How far below the headline its date stands. */
const BELOW = 2;

/** In the order in which they are believed; 成文日期 is when it was signed, often the day it was published. */
const NAMED_DATES = [
  /(?:发布|发文|公开|刊登|上网)\s*(?:日期|时间)\s*[:：]?\s*([\d年月日\-/. :：]{8,24})/,
  /(?:日期|时间)\s*[:：]\s*(20\d{2}[\d年月日\-/. :：]{4,20})/,
  HEADER_LINE,
  /(?:成文|生成|印发|制发)\s*(?:日期|时间)\s*[:：]?\s*([\d年月日\-/. :：]{8,24})/,
];
const LABELS = [/^(?:发布|公开|发文|上网)(?:日期|时间)$/, /^(?:成文|生成|印发|制发)(?:日期|时间)$/];
/** Dates in the body are of other things; headers stand on top, info tables before the text. */
const FIRST_PARAGRAPHS = 30;

/** The day of publication: meta tag, a date above the text, or the catalogue table; else null. */
export function readPublished(document: PrintedDocument): string | null {
  const fromMeta = document.meta.published === undefined ? null : readDate(document.meta.published);
  if (fromMeta) return fromMeta;
  const head = document.paragraphs
    .slice(0, FIRST_PARAGRAPHS)
    .map((paragraph) => cleanText(paragraph.text))
    .filter((text) => text.length < 200);
  for (const pattern of NAMED_DATES) {
    for (const text of head) {
      const date = readDate(pattern.exec(text)?.[1] ?? '');
      if (date) return date;
    }
  }
  const title = readTitle(document);
  const isLinked = title !== null && document.links?.has(keyOfText(title)) === true;
  return fromCatalogueTable(document) ?? (isLinked ? null : belowHeadline(head, title));
}

/** Lists beside the text print other reports with their dates: only the headline's own date is taken. */
function belowHeadline(head: readonly string[], title: string | null): string | null {
  const headline = title === null ? -1 : head.indexOf(title);
  if (headline < 0) return null;
  const bare = head.slice(headline + 1, headline + 1 + BELOW).find((text) => BARE_DATE.test(text));
  return bare === undefined ? null : readDate(bare);
}

/** 政务公开 pages carry a table of 索引号, 发布机构, 成文日期 …, label and value side by side. */
function fromCatalogueTable(document: PrintedDocument): string | null {
  const cells = document.grids.filter((grid) => grid.rows.length <= 12).flatMap((grid) => grid.rows);
  for (const label of LABELS) {
    for (const row of cells) {
      for (const [index, cell] of row.entries()) {
        const text = cleanText(cell.text).replace(/[\s:：]/g, '');
        const date = label.test(text) ? readDate(row[index + 1]?.text ?? '') : null;
        if (date) return date;
      }
    }
  }
  return null;
}
