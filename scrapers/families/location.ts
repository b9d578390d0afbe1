import type { CheerioAPI } from 'cheerio';
import type { Element, ParentNode } from 'domhandler';
import { allElements } from './elements.ts';
import { textOf } from './links.ts';

/** A path of columns is shorter; what is longer holds the page's content too. */
const LONGEST = 160;
const BEGINNING = /^\s*[^\s，。]{0,6}位置/;
const ONLY_WORDS = /位置\s*[:：>]?$/;
/** The words may stand in an element of their own beside the path. */
const MOST_STEPS = 3;

/**
 * Where the page stands by its own words, “您的位置：首页 > 政务公开 > 政府信息公开年报 > 2021年”; empty when it does
 * not say. A column that is only called 2021年 or 乡镇街道 says with it what it is a column of.
 */
export function locationOf($: CheerioAPI): string {
  const named = allElements($).find(({ children }) =>
    children.some((child) => child.type === 'text' && BEGINNING.test(child.data)),
  );
  return named === undefined ? '' : firstPath(named);
}

/** The text of the element, or of the nearest around it that says more than the words themselves. */
function firstPath(named: Element): string {
  let node: ParentNode | null = named;
  for (let up = 0; up <= MOST_STEPS && node !== null; up++, node = node.parent) {
    const text = textOf(node, LONGEST + 1);
    if (!ONLY_WORDS.test(text)) return text.length <= LONGEST && BEGINNING.test(text) ? text : '';
  }
  return '';
}
