import { readPageText } from './page-text.ts';

/** Fewer characters than this to read: no list and no report is there yet. */
const SHELL_CHARACTERS = 150;
/** What is to be filled is small. */
const MOST_BYTES = 512 * 1024;

/** What markup says when its scripts make the page. Counters, seals and clocks, which most pages have, say none of it. */
const SIGNS: readonly RegExp[] = [
  // An empty place to put the page in
  /<(?:div|main|section)\b[^>]{0,200}\bid\s*=\s*["']?(?:app|root|q-app|__nuxt|__next|vue-?app|react-?root|main-?app)\b[^>]{0,200}>\s*(?:<!--[^>]{0,200}-->\s*)?<\//i,
  // Places in the text for what comes
  /\{\{[^{}]{1,80}\}\}|\sv-(?:for|if|cloak|html|text)\b|\sng-(?:app|repeat|bind)\b/,
  // Asks for data
  /\$\.(?:ajax|get|post|getJSON)\s*\(|\bfetch\s*\(|\bXMLHttpRequest\b|\baxios\b|\.load\s*\(\s*["']/,
  /<script\b[^>]{0,200}\btype\s*=\s*["']?module\b/i,
  // Says so to readers
  /<noscript[^>]{0,100}>[\s\S]{0,300}?(?:javascript|脚本)/i,
  /加载中|正在加载|loading\s*(?:\.{2,}|…)/i,
];

/**
 * Whether a page is to be made by its scripts: there is next to nothing to read, and its markup says that more is to
 * come, or there is nothing at all but scripts. A list that is short or empty is none.
 */
export function awaitsScripts(body: Uint8Array): boolean {
  if (body.length > MOST_BYTES) return false;
  const { html, title, text } = readPageText(body, SHELL_CHARACTERS);
  const seen = (text.startsWith(title) ? text.slice(title.length) : text).replace(/\s/g, '');
  if (seen.length >= SHELL_CHARACTERS || !/<script/i.test(html)) return false;
  return seen === '' || SIGNS.some((sign) => sign.test(html));
}
