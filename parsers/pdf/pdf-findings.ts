import type { Finding } from '../../src/model/finding.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';

/** Pages 1, 2 and 5 as “1, 2, 5”; many as a count of the rest. */
function listPages(leaves: readonly number[]): string {
  const pages = [...new Set(leaves.map(Math.floor))];
  const shown = pages.slice(0, 20).join(', ');
  return pages.length > 20 ? `${shown} …（+${pages.length - 20}）` : shown;
}

/** Pages that are pictures, or might as well be: only an OCR reader can take them. */
export function imageOnlyPages(pages: readonly number[], all: boolean): Finding {
  const list = listPages(pages);
  return makeFinding({
    rule: 'document.image_only',
    scope: 'document',
    message: all
      ? {
          zh: `文件没有可读的文字层（第 ${list} 页）：页面是图像，或字体没有说明字形是什么字符。`,
          en: `The document has no text that can be read (pages ${list}): they are images, or their fonts do not say what their glyphs are.`,
        }
      : {
          zh: `第 ${list} 页没有可读的文字层：是图像，或字体没有说明字形是什么字符。`,
          en: `These pages have no text that can be read: ${list}. They are images, or their fonts do not say what their glyphs are.`,
        },
  });
}

/** Glyphs whose font does not say what they are: never taken for digits. */
export function unknownGlyphs(
  pages: readonly { readonly page: number; readonly unknownGlyphs: number }[],
): readonly Finding[] {
  const count = pages.reduce((sum, page) => sum + page.unknownGlyphs, 0);
  if (count === 0) return [];
  const list = listPages(pages.flatMap((page) => (page.unknownGlyphs > 0 ? [page.page] : [])));
  return [
    makeFinding({
      rule: 'document.glyphs_unknown',
      scope: 'document',
      message: {
        zh: `第 ${list} 页有 ${count} 个字形没有对应的字符（字体缺少 ToUnicode），没有当作文字读取。`,
        en: `On pages ${list} the fonts do not say what character ${count} glyphs are; they were not read.`,
      },
    }),
  ];
}

/** A header repeated on a later page says something else than the first. */
export function oddHeader(pages: readonly number[]): Finding {
  return makeFinding({
    rule: 'table.header_differs',
    scope: 'document',
    message: {
      zh: `第 ${listPages(pages)} 页重复的表头与前页不同，以前页为准。`,
      en: `The header repeated on page ${listPages(pages)} differs from the first one, which was taken.`,
    },
  });
}

/** A page drew more than is read of it. */
export function overfullPages(pages: readonly number[]): Finding {
  return makeFinding({
    rule: 'document.too_complex',
    scope: 'document',
    message: {
      zh: `第 ${listPages(pages)} 页的图形或文字超出限度，超出的部分没有读取。`,
      en: `Pages ${listPages(pages)} draw more than the limit; what lies beyond was not read.`,
    },
  });
}

/** A page that pdf.js could not take apart. */
export function brokenPages(pages: readonly number[]): Finding {
  return makeFinding({
    rule: 'document.page_unreadable',
    scope: 'document',
    message: {
      zh: `第 ${listPages(pages)} 页损坏，没有读取。`,
      en: `Pages ${listPages(pages)} are damaged and were not read.`,
    },
  });
}

/** Numbers that stand on a page and were not read, because nobody sees them or because they lie across it. */
export function unreadTexts(
  pages: readonly { readonly page: number; readonly hidden: string; readonly floating: string }[],
): readonly Finding[] {
  const those = (key: 'hidden' | 'floating'): readonly number[] =>
    pages.filter((page) => /\p{Nd}/u.test(page[key])).map(({ page }) => page);
  const findings: Finding[] = [];
  const hidden = those('hidden');
  if (hidden.length > 0) findings.push(hiddenNumbers(hidden));
  const floating = those('floating');
  if (floating.length > 0) findings.push(floatingNumbers(floating));
  return findings;
}

const hiddenNumbers = (pages: readonly number[]): Finding =>
  makeFinding({
    rule: 'document.hidden_text',
    scope: 'document',
    severity: 'warning',
    message: {
      zh: `第 ${listPages(pages)} 页有不显示的数字（白色、被遮盖或设为不可见），没有读取。`,
      en: `On pages ${listPages(pages)} there are numbers that are not shown (white, covered or set invisible); they were not read.`,
    },
  });

const floatingNumbers = (pages: readonly number[]): Finding =>
  makeFinding({
    rule: 'document.floating_text',
    scope: 'document',
    severity: 'warning',
    message: {
      zh: `第 ${listPages(pages)} 页有斜排的或压在文字、表格线上的大号数字（水印或印章），没有读取。`,
      en: `On pages ${listPages(pages)} numbers cross the page slantwise or lie large on its text (a watermark or a stamp); they were not read.`,
    },
  });
