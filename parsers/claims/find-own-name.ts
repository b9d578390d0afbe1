import type { Paragraph } from '../document.ts';
import { foldText } from './fold-text.ts';

const OPENING_PARAGRAPHS = 12;
const LONGEST_OPENING = 300;
const TITLE = /(?:现公布|公布|现将|^|[,，。])([一-龥]{2,30})(?:关于)?20\d\d年度?(?:关于)?政府信息公开/;

/**
 * Whose report it is by its title or its opening sentence, or null. Only used to tell 「县公安局共收到」 in
 * that office's own report from the same words in the county's; the report's agency is read elsewhere.
 */
export function findOwnName(paragraphs: readonly Paragraph[]): string | null {
  for (const { text } of paragraphs.slice(0, OPENING_PARAGRAPHS)) {
    if (!text.includes('政府信息公开')) continue;
    const name = TITLE.exec(foldText(text.slice(0, LONGEST_OPENING)).text)?.[1];
    if (name && !/^[我本]|编制的$/.test(name)) return name;
  }
  return null;
}
