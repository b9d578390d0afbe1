import type { PrintedDocument } from './document.ts';
import { cleanText } from './normalise-label.ts';
import { readDate } from './read-dates.ts';

/** In the order in which they are believed; 成文日期 is when it was signed, often the day it was published. */
const NAMED_DATES = [
  /(?:发布|发文|公开|刊登|上网)\s*(?:日期|时间)\s*[:：]?\s*([\d年月日\-/. :：]{8,24})/,
  /(?:日期|时间)\s*[:：]\s*(20\d{2}[\d年月日\-/. :：]{4,20})/,
  /(?:成文|生成|印发|制发)\s*(?:日期|时间)\s*[:：]?\s*([\d年月日\-/. :：]{8,24})/,
];
const LABELS = [/^(?:发布|公开|发文|上网)(?:日期|时间)$/, /^(?:成文|生成|印发|制发)(?:日期|时间)$/];
/** Dates in the body are of other things; headers stand on top, info tables before the text. */
const FIRST_PARAGRAPHS = 30;

/** The day of publication: meta tag, a labelled date above the text, or the catalogue table; else null. */
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
  return fromCatalogueTable(document);
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
