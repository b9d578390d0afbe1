import type { CheerioAPI } from 'cheerio';
import type { Document } from 'domhandler';
import { elementsOf, textOf } from './links.ts';

/** A path of columns is shorter; what is longer holds the page's content too. */
const LONGEST = 160;
const BEGINNING = /^.{0,6}位置/;
/** The path stands before the content. */
const MOST_ELEMENTS = 3000;

/**
 * Where the page stands by its own words, “您的位置：首页 > 政务公开 > 政府信息公开年报 > 2021年”; empty when it does
 * not say. A column that is only called 2021年 or 乡镇街道 says with it what it is a column of.
 */
export function locationOf($: CheerioAPI): string {
  for (const element of elementsOf($.root()[0] as unknown as Document).slice(0, MOST_ELEMENTS)) {
    const text = textOf(element, LONGEST + 1);
    if (text.length <= LONGEST && BEGINNING.test(text)) return text;
  }
  return '';
}
