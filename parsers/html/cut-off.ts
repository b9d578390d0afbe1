import { cleanText } from '../normalise-label.ts';

/** Markup that stops in the middle: what could be read of it, and the last words before the end. */
export interface CutOff {
  readonly markup: string;
  readonly after: string;
}

/** Stands behind the last character that came: a number that it follows may have had more digits. */
const CUT_MARK = '…';
const TABLE_TAG = /<(\/?)table\b/gi;
const PAGE_END = /<\/(?:body|html)\s*>/i;
const OPEN_TAG = /<[a-z!/][^<>]*$/i;
const TAIL = 4096;

/**
 * The page as far as it came, when its end is missing: it stops inside a tag, or a table is open and neither table
 * nor page is closed behind it. A sloppy page that forgets `</table>` still closes its body; a fragment of a page
 * that does so is taken for cut, which costs a warning only when one of its tables is incomplete. Null otherwise.
 */
export function findCutOff(markup: string): CutOff | null {
  let open = 0;
  let last = 0;
  for (const { 1: slash, index } of markup.matchAll(TABLE_TAG)) {
    open = Math.max(0, open + (slash === '' ? 1 : -1));
    last = index;
  }
  const tail = markup.slice(-TAIL);
  const inTag = OPEN_TAG.exec(tail)?.[0] ?? '';
  if (open === 0 && inTag === '') return null;
  if (PAGE_END.test(markup.slice(last))) return null;
  const came = markup.slice(0, markup.length - inTag.length);
  return { markup: came + CUT_MARK, after: lastWords(came) };
}

function lastWords(markup: string): string {
  const text = cleanText(markup.slice(-TAIL).replace(/<[^<>]*>/g, ' '));
  return text.slice(-20);
}
