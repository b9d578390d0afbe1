import { decodeText } from '../../parsers/decode.ts';
import { parseDocument } from '../../parsers/index.ts';
import type { Family, Page } from '../../scrapers/families/family.ts';
import { FAMILIES, recogniseFamily } from '../../scrapers/families/index.ts';
import type { FetchRequest } from '../model/exchange.ts';
import { loadGazetteer } from '../places/load-gazetteer.ts';
import type { FetchedPage, PageReading, SourceReach } from '../sources/source-reach.ts';
import { type FetchingOptions, openFetching } from './fetching.ts';
import type { Session } from './session.ts';

/** Builds what reaches the sources: the polite client, the families, the parsers. Tests hand in their own. */
export type OpenReach = (session: Session, options: FetchingOptions) => Promise<SourceReach>;

/** Less than this, and the generic adapter is as good a guess. */
const SURE_FROM = 0.5;

export const openReach: OpenReach = async (session, options) => {
  const { http, browser, close } = openFetching(options, session);
  return {
    familyOf: (id) => FAMILIES[id],
    fetchPage: async (request: FetchRequest, { scripts }): Promise<FetchedPage> => {
      const result = await (scripts ? browser : http).fetch(request);
      if (result.kind === 'document') {
        return { page: { url: result.url, text: decodeText(result.body).text, request } };
      }
      const failed =
        result.kind === 'failed' ? result : { cause: 'bad_status' as const, detail: result.kind };
      return { page: null, cause: failed.cause, detail: failed.detail };
    },
    now: new Date(),
    recognise: likelyFamily,
    readPage,
    close,
  };
};

/** The system that made a page; the generic adapter when none is sure. */
export function likelyFamily(page: Page): Family {
  const { family, score } = recogniseFamily(page);
  return score >= SURE_FROM ? family : FAMILIES.generic;
}

async function readPage({ url, text }: Page): Promise<PageReading> {
  const { report, basis } = await parseDocument(Buffer.from(text), { url, gazetteer: loadGazetteer() });
  const { title, agency, place, division, level, year } = report;
  return { title, agency, place, division, level, year, divisionReason: basis.division.reason };
}
