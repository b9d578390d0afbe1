const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const DOCUMENT = /\.(?:pdf|docx?|wps|xlsx?|ofd)$/i;

/** The addresses of documents that a page links to: what may be its attachments. */
export function attachmentLinks(markup: string, base: string): readonly string[] {
  const links = [...markup.matchAll(HREF)].flatMap(([, ...values]) => {
    const href = (values.find(Boolean) ?? '').replaceAll('&amp;', '&').trim();
    return URL.canParse(href, base) ? [new URL(href, base)] : [];
  });
  return links.filter(({ pathname }) => DOCUMENT.test(pathname)).map(({ href }) => href);
}
