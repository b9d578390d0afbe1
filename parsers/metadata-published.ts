import type { PrintedDocument } from './document.ts';
import { keyOfText } from './linked-text.ts';
import { isReportTitle } from './metadata-title.ts';
import { cleanText } from './normalise-label.ts';
import { readDate } from './read-dates.ts';

/** 2022-01-22 16:25 来源：本站 【字体：大 中 小】, and not today's date in the head of the site. */
const HEADER_LINE =
  /^(?=.*(?:(?<![据料])来源[:：]|作者[:：]|字[体号][:：]|点击|浏览|访问量))(?!.*(?:今天|今日|星期)).*?(20\d{2}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2})/;
/** In the order in which they are believed; 成文日期 is when it was signed, often the day it was published. */
const NAMED_DATES = [
  /(?:发布|发文|公开|刊登|上网)\s*(?:日期|时间)\s*[:：]?\s*([\d年月日\-/. :：]{8,24})/,
  /(?:日期|时间)\s*[:：]\s*(20\d{2}[\d年月日\-/. :：]{4,20})/,
  HEADER_LINE,
  /(?:成文|生成|印发|制发)\s*(?:日期|时间)\s*[:：]?\s*([\d年月日\-/. :：]{8,24})/,
];
const LABELS = [/^(?:发布|公开|发文|上网)(?:日期|时间)$/, /^(?:成文|生成|印发|制发)(?:日期|时间)$/];
const ALONE = /^20\d{2}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** Dates in the body are of other things; headers stand on top, info tables before the text. */
const FIRST_PARAGRAPHS = 30;

/** 2022-01-20　来源：某某县, or a date alone, in brackets or with a time. */
const BARE_DATE =
  /^[[(（【]?\s*(20\d{2}\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}\s*日?)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\])）】]?\s*(?:$|[|【[]|(?:信息|文章|稿件)?来源|点击|浏览|阅读|访问|作者|编辑|责编|字[体号]|打印)/;
const LONGEST_HEADLINE = 80;

/**
 * The day of publication: meta tag, a labelled date above the text, the catalogue table, or a date right below the
 * headline; else null.
 */
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
  return fromCatalogueTable(document) ?? besideLabel(head) ?? belowHeadline(document);
}

/** A catalogue that was flattened: 发文日期 and its date are paragraphs of their own. */
function besideLabel(head: readonly string[]): string | null {
  for (const label of LABELS) {
    for (const [index, text] of head.entries()) {
      const date = label.test(text.replace(/[\s:：]/g, '')) ? ALONE.exec(head[index + 1] ?? '')?.[0] : null;
      const read = date ? readDate(date) : null;
      if (read) return read;
    }
  }
  return null;
}

/** A date elsewhere is of another report in a list, of a signature, or today's. */
function belowHeadline({ paragraphs, links }: PrintedDocument): string | null {
  const head = paragraphs.slice(0, FIRST_PARAGRAPHS);
  for (const [index, { text }] of head.entries()) {
    const above = head[index - 1]?.text ?? '';
    if (above.length > LONGEST_HEADLINE || !isReportTitle(above) || links?.has(keyOfText(above))) continue;
    const date = readDate(BARE_DATE.exec(cleanText(text))?.[1] ?? '');
    if (date) return date;
  }
  return null;
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
