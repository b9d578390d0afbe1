import type { Family, Page } from '../../scrapers/families/family.ts';
import type { FetchCause, FetchRequest } from '../model/exchange.ts';
import type { Message } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { FamilyId } from '../model/source-entry.ts';

export type FetchedPage =
  | { readonly page: Page }
  | {
      readonly page: null;
      readonly cause: FetchCause;
      /** One line: what and where. */
      readonly detail: string;
    };

/** What a check needs of the network and of the publishing systems; handed in, so that it runs without either. */
export interface CheckDeps {
  familyOf(id: FamilyId): Family;
  /** Never throws for what the network does. `scripts`: with the browser. */
  fetchPage(request: FetchRequest, options: { readonly scripts: boolean }): Promise<FetchedPage>;
  /** Years without an end go up to the last one that is due. */
  readonly now: Date;
}

/** Whose report a page is, as the parsers read it. */
export interface PageReading
  extends Pick<Report, 'title' | 'agency' | 'place' | 'division' | 'level' | 'year'> {
  readonly divisionReason: Message;
}

/** What the commands need to reach a source. */
export interface SourceReach extends CheckDeps {
  /** The system the page comes from; `generic` when none is sure. */
  recognise(page: Page): Family;
  readPage(page: Page): Promise<PageReading>;
  close(): Promise<void>;
}
