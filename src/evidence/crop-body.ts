import { load } from 'cheerio';
import { MARK } from './markup/sanitise.ts';

/** More of a document than that is no cutting of it. */
const MOST_CHARACTERS = 400_000;

/** Lines of a text that are kept before and behind what is lit. */
const AROUND = 6;

/**
 * The tables, the text or the picture of a shown document in which something is lit, in their order; null when nothing
 * is, or when it is as long as a document of its own.
 */
export function cropBody(body: string): string | null {
  const $ = load(body, null, false);
  const parts: string[] = [];
  const taken = new Set<unknown>();
  $(`[${MARK}=chosen], [${MARK}=beside]`).each((_, lit) => {
    const part = $(lit).closest('table, pre, .sheet').get(0) ?? $(lit).parent().get(0);
    if (!part || taken.has(part)) return;
    taken.add(part);
    parts.push($(part).is('pre') ? cutLines($.html(part)) : $.html(part));
  });
  const crop = parts.join('\n');
  // A picture of a page is long whatever it shows.
  const characters = crop.replaceAll(/src="data:[^"]*"/g, '').length;
  return crop === '' || characters > MOST_CHARACTERS ? null : crop;
}

/** Of a text, the lines around its marks, with a sign where lines are left out. */
function cutLines(pre: string): string {
  const lines = pre
    .replace(/^<pre[^>]*>/, '')
    .replace(/<\/pre>$/, '')
    .split('\n');
  let open = 0;
  const isLit = lines.map((line) => {
    const begun = line.split('<mark').length - 1;
    const lit = open > 0 || begun > 0;
    open += begun - (line.split('</mark>').length - 1);
    return lit;
  });
  const isKept = lines.map((_, at) => isLit.slice(Math.max(0, at - AROUND), at + AROUND + 1).includes(true));
  const kept = lines.flatMap((line, at) => {
    if (isKept[at]) return [line];
    return at === 0 || isKept[at - 1] ? ['…'] : [];
  });
  return `<pre>${kept.join('\n')}</pre>`;
}
