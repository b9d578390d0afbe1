import type { ArticleReading, Family, ListReading, Page } from '../../../scrapers/families/family.ts';
import type { FetchRequest } from '../../model/exchange.ts';
import type { FamilyId } from '../../model/source-entry.ts';

/** A fetched page: its address after redirects, its bytes, and how it was asked for when that was more. */
export interface FetchedPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly request?: FetchRequest;
}

/** Reads pages as their publishing system has them. Rejects when a page cannot be read within the limits. */
export interface PageReader {
  readList(family: FamilyId, page: FetchedPage): Promise<ListReading>;
  readArticle(family: FamilyId, page: FetchedPage): Promise<ArticleReading>;
}

/** The reader of the thread that it is made in. */
export function readerOf(
  families: Readonly<Record<FamilyId, Family>>,
  decode: (bytes: Uint8Array) => string,
): PageReader {
  const pageOf = ({ url, bytes, request }: FetchedPage): Page => ({
    url,
    text: decode(bytes),
    ...(request ? { request } : {}),
  });
  return {
    readList: async (family, page) => families[family].readList(pageOf(page)),
    readArticle: async (family, page) => families[family].readArticle(pageOf(page)),
  };
}
