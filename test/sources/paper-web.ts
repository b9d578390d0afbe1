import type { Family, Page } from '../../scrapers/families/family.ts';
import type { FetchRequest } from '../../src/model/exchange.ts';
import type { FetchedPage, PageReading, SourceReach } from '../../src/sources/source-reach.ts';

/** What a page of the stub system says: it is written as JSON. */
export interface PaperPage {
  /** Addresses and titles of reports it lists. */
  readonly reports?: Readonly<Record<string, string>>;
  readonly more?: readonly string[];
  /** The title of the report that it is itself. */
  readonly report?: string;
}

const read = ({ text }: Page): PaperPage => JSON.parse(text) as PaperPage;

const ownReport = (page: Page): readonly (readonly [url: string, title: string])[] => {
  const { report } = read(page);
  return report === undefined ? [] : [[page.url, report]];
};

/** A publishing system made of paper, for tests that are not about publishing systems. */
export const paperFamily = (fields: Partial<Family> = {}): Family => ({
  id: 'trs',
  recognise: () => 1,
  readList: (page) => ({
    reports: [...ownReport(page), ...Object.entries(read(page).reports ?? {})].map(([url, title]) => ({
      url,
      title,
    })),
    more: (read(page).more ?? []).map((url) => ({ url })),
    total: null,
    leftOut: [],
  }),
  readArticle: (page) => ({
    title: read(page).report ?? null,
    published: null,
    isReport: read(page).report !== undefined,
    attachments: [],
    elsewhere: [],
  }),
  listsFor: () => [],
  patternFor: () => null,
  needsScripts: false,
  ...fields,
});

export const READING: PageReading = {
  title: '双辽市教育局2021年政府信息公开工作年度报告',
  agency: '双辽市教育局',
  place: '双辽市',
  division: '220382',
  level: 'county',
  year: 2021,
  divisionReason: { zh: '标题写明：双辽市', en: 'the title names 双辽市' },
};

/** Reaches pages that are written down; every other address has no host. */
export function paperReach(
  pages: Readonly<Record<string, PaperPage>>,
  { family = paperFamily(), reading = READING }: { family?: Family; reading?: PageReading } = {},
): SourceReach & { readonly asked: FetchRequest[]; readonly closed: () => boolean } {
  const asked: FetchRequest[] = [];
  let closed = false;
  return {
    asked,
    closed: () => closed,
    now: new Date('2023-05-01T00:00:00Z'),
    familyOf: () => family,
    recognise: () => family,
    readPage: async () => reading,
    fetchPage: async (request): Promise<FetchedPage> => {
      asked.push(request);
      const page = pages[request.url];
      if (!page) return { page: null, cause: 'dns', detail: `no address for ${request.url}` };
      return { page: { url: request.url, text: JSON.stringify(page) } };
    },
    close: async () => {
      closed = true;
    },
  };
}
