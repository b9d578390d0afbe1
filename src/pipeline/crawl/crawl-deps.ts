import type { FetchCause, Fetcher, FetchResult } from '../../model/exchange.ts';
import type { FamilyId } from '../../model/source-entry.ts';
import type { Capture } from '../../store/crawl/captures.ts';
import type { ArchivePlace } from '../../store/save-document.ts';
import type { PageRow } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { UnitedExtraction } from '../extract-document.ts';
import type { ParseTask } from '../parse-worker.ts';
import type { PageReader } from './page-reader.ts';
import type { RunLog } from './run-log.ts';

/** What the archive writes beside a fetched page, so that the database can be made again from the files. */
export interface KeepContext {
  readonly source: string;
  readonly role: 'list' | 'report' | 'attachment';
  readonly family: FamilyId;
  readonly round: number;
  /** The address that the page was asked for at. */
  readonly asked: string;
  /** Of an attachment: the address that the report's page was asked for at. */
  readonly page?: string;
}

/**
 * The archive as the crawl uses it: what is kept is on the disk when the promise is. Captures are in the order of the
 * exchanges, redirects first: the document is the last that has one.
 */
export interface Keeper {
  keep(result: FetchResult, context: KeepContext): Promise<readonly Capture[]>;
  /** Says of a list page that is kept that it holds a report too. */
  noteReport(url: string, sha256: string, context: KeepContext): Promise<readonly Capture[]>;
  /** Keeps an article that was taken out of a script of its page, as a document of its own. */
  keepContent(url: string, bytes: Uint8Array, context: KeepContext): Promise<readonly Capture[]>;
  /** Where the bytes of a document are. */
  placeOf(sha256: string): ArchivePlace | undefined;
  /** The bytes of a document that is kept. Throws ArchiveError. */
  recall(sha256: string): Promise<Uint8Array>;
}

/** Parses a page and its attachments, as parse-pool does, and says which parser it is. */
export interface ReportParser {
  extractReport(documents: readonly ParseTask[]): Promise<UnitedExtraction>;
  kindOf(bytes: Uint8Array): string;
  readonly version: string;
}

/** What every source of a night needs. The edge hands it in. */
export interface CrawlDeps {
  readonly store: Store;
  readonly fetcher: Fetcher;
  /** For pages that need scripts. */
  readonly browser: Fetcher;
  readonly reader: PageReader;
  readonly keeper: Keeper;
  /** null: fetch and keep only (`gongkai crawl`). */
  readonly parser: ReportParser | null;
  readonly now: () => Date;
  /** Whether the copy that is kept is new enough (recheck.ts). */
  readonly isFresh: (page: PageRow, now: Date) => boolean;
  readonly round: number;
  /** Whether a report is this source's to deal with: false when it belongs to another (claim-reports.ts). */
  readonly claim: (url: string, source: string) => boolean;
  readonly signal: AbortSignal;
  /** Told of the end of each fetch: how the network as a whole is judged. */
  readonly onFetch: (host: string, cause: FetchCause | null) => void;
  /** The log of the run. */
  readonly log: RunLog;
}
