/** A headline is spread over no more paragraphs than this, each as short as this. */
const MOST_PARTS = 4;
const LONGEST_PART = 40;
/** It stands on top. */
const FIRST_LINES = 12;
const PUNCTUATION = /[，。；：、,;:]/;
/** 某某县教育局, and not the letterhead above it (某某县教育局文件) or the site that it was printed from. */
const BODY =
  /^[\p{Script=Han}（）()·]{1,38}(?:政府|办公室|[省州盟市县区旗镇乡局委会厅院室处队站所社团校馆司部]|街道|中心|大学)$/u;
const NOT_A_BODY = /网|文件|目录|栏|首页|专题|平台|频道/;
/** Whether a line is nothing but the name of a body. */
export const isNameOfBody = (line: string): boolean => BODY.test(line) && !NOT_A_BODY.test(line);

const YEAR_ALONE = /^[（(]?(?:20\d{2}|二[〇○零][〇○零一二三][〇○零一二三四五六七八九])\s*年?度?[）)]?$/;

/**
 * A headline that a writer set in several paragraphs (某某县教育局 / 政府信息公开工作年度报告 / （2022年度）); null where
 * there is none, or where a part of it is a title by itself.
 *
 * @param isWhole - whether a text is a title with the year and the body
 */
export function joinHeadline(lines: readonly string[], isWhole: (text: string) => boolean): string | null {
  const first = lines.slice(0, FIRST_LINES);
  for (const [from, line] of first.entries()) {
    const begins = isNameOfBody(line) || YEAR_ALONE.test(line);
    if (begins) {
      const title = joinFrom(first.slice(from, from + MOST_PARTS), isWhole);
      if (title !== null) return title;
    }
  }
  return null;
}

function joinFrom(parts: readonly string[], isWhole: (text: string) => boolean): string | null {
  let title = '';
  for (const part of parts) {
    if (part.length > LONGEST_PART || PUNCTUATION.test(part) || isWhole(part)) return null;
    title += part;
    if (isWhole(title)) return title;
  }
  return null;
}

/** （2022年1月20日）, 2022年1月: the date of a signature; a page prints when it was published in digits alone. */
const SIGNED = /^[（(]?\s*20\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*[）)]?$/;

/** The body that a writer set below a headline, with the date of its signature below it; null for none. */
export function bodyBelow(lines: readonly string[], title: string): string | null {
  const at = lines.indexOf(title) + 1;
  const [body = '', date = ''] = at > 0 ? lines.slice(at, at + 2) : [];
  return isNameOfBody(body) && SIGNED.test(date) ? body : null;
}

/** The body above a document's own headline, below the same headline of its page; null for none. */
export function bodyBetween(lines: readonly string[], title: string): string | null {
  const [first, last] = [lines.indexOf(title), lines.lastIndexOf(title)];
  const body = lines[last - 1] ?? '';
  return last > first + 1 && isNameOfBody(body) ? body : null;
}
