/** No editor writes as many attributes; shorter tags are not even counted. */
const MOST_ATTRIBUTES = 200;
const SHORT_TAG = 2000;
const TAG_NAME = /^<[a-z][a-z0-9:-]{0,40}/i;
const ATTRIBUTE = /[^\s"'=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?/g;

/** A page, and how many of its tags were bared of their attributes. */
export interface BaredPage {
  readonly markup: string;
  readonly bared: number;
}

/**
 * The page with its crowded tags bare. The HTML parser compares each attribute of a tag with all before it: a hundred
 * thousand of them would keep it busy for half a minute.
 */
export function bareCrowdedTags(markup: string): BaredPage {
  const kept: string[] = [];
  let from = 0;
  let end = -1;
  for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at + 1)) {
    if (end < at) end = markup.indexOf('>', at);
    const until = end === -1 ? markup.length : end;
    if (until - at <= SHORT_TAG) continue;
    const name = TAG_NAME.exec(markup.slice(at, at + 64))?.[0];
    if (name === undefined || !isCrowded(markup.slice(at + name.length, until))) continue;
    kept.push(markup.slice(from, at) + name);
    from = until;
    at = until - 1;
  }
  return from === 0
    ? { markup, bared: 0 }
    : { markup: kept.join('') + markup.slice(from), bared: kept.length };
}

function isCrowded(attributes: string): boolean {
  let count = 0;
  for (const _ of attributes.matchAll(ATTRIBUTE)) if (++count > MOST_ATTRIBUTES) return true;
  return false;
}
