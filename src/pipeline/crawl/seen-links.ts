const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * Remembers what the lists of a source have led to, to tell those that lead to nothing new: the next month of a
 * calendar, one more combination of filters. Their addresses differ from each other in numbers and parameters alone.
 */
export class SeenLinks {
  readonly #seen = new Set<string>();

  /**
   * Takes note of a page of a list.
   *
   * @param listed - addresses that the family found in it
   * @returns whether it leads to anything that no page before it led to, besides pages of its own kind; so does a page
   * without links (JSON, a script), of which nothing can be said
   */
  add(url: string, bytes: Uint8Array, listed: readonly string[]): boolean {
    const own = kindOf(url);
    const links = [...listed, ...linksIn(bytes, url).filter((link) => kindOf(link) !== own)];
    const isNew = links.length === 0 || links.some((link) => !this.#seen.has(link));
    for (const link of links) this.#seen.add(link);
    return isNew;
  }
}

const kindOf = (url: string): string => url.replace(/[?#].*$/s, '').replace(/\d+/g, '#');

function linksIn(bytes: Uint8Array, base: string): string[] {
  const markup = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [...markup.matchAll(HREF)].flatMap(([, ...values]) => {
    const href = values.find(Boolean) ?? '';
    return URL.canParse(href, base) ? [new URL(href, base).href.replace(/#.*$/, '')] : [];
  });
}
