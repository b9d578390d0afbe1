import type { LeftOutReason, ReportLink } from './families/family.ts';
import { foldTitle } from './fold-title.ts';
import { GRAPHIC_MARK, MOBILE_MARKS, TEXT_MARK } from './report-words.ts';

/**
 * Takes out the versions made of pictures or for telephones whose other version is there too. Over all reports of a
 * source, not of a page only: a list may break between the two.
 */
export function setTwinsApart(links: readonly ReportLink[]): {
  readonly reports: readonly ReportLink[];
  readonly twins: readonly (ReportLink & { readonly reason: LeftOutReason })[];
} {
  const addresses = new Set(links.map(({ url }) => withoutScheme(url)));
  const texts = new Set(
    links.map(({ title }) => foldTitle(title)).filter((text) => !GRAPHIC_MARK.test(text)),
  );
  const bareTexts = new Set([...texts].map((text) => text.replace(TEXT_MARK, '')));
  const reasonFor = (link: ReportLink): LeftOutReason | null => {
    const plain = plainAddress(link.url);
    if (plain !== link.url && addresses.has(withoutScheme(plain))) return 'mobile_twin';
    const text = foldTitle(link.title);
    const isTwin = GRAPHIC_MARK.test(text) && bareTexts.has(text.replace(GRAPHIC_MARK, ''));
    return isTwin ? 'graphic_twin' : null;
  };
  const twins = links.flatMap((link) => {
    const reason = reasonFor(link);
    return reason === null ? [] : [{ reason, ...link }];
  });
  const apart = new Set(twins.map(({ url }) => url));
  return { reports: links.filter(({ url }) => !apart.has(url)), twins };
}

const withoutScheme = (url: string): string => url.replace(/^https?:/i, '');

/** The address of the page for all readers, when this is its version for telephones. */
export const plainAddress = (url: string): string =>
  MOBILE_MARKS.reduce((address, [mark, plain]) => address.replace(mark, plain), url);
