import type { SourceEntry } from '../../src/model/source-entry.ts';
import type { Site } from './web.ts';

/** A report that a crawl of the site must find. */
export interface PlannedReport {
  /** The address it is found under: its own page, or the list page that holds it and has no other address for it. */
  readonly url: string;
  /** The year that is printed in the report. */
  readonly year: number;
  /** Addresses of the files that belong to it. */
  readonly attachments: readonly string[];
}

/** A virtual host of the local web, and what a crawl of it should find: these reports, each once, and nothing else. */
export interface SitePlan {
  readonly site: Site;
  readonly source: SourceEntry;
  readonly reports: readonly PlannedReport[];
  /** Addresses on the site that look like a report's and are none: notices, interpretations, twins, guides. */
  readonly decoys: readonly string[];
}

/** What a site is to hold; each family has a function that builds a site of it. */
export interface SiteOrder {
  readonly host: string;
  /** The place as printed: 双辽市. Its government's reports stand in the site's list. */
  readonly place: string;
  /** Six digits, GB/T 2260. */
  readonly division: string;
  /** Years of reports, 2019 or later. */
  readonly years: readonly number[];
  /** Bodies below it, which have lists of their own: 教育局, 红旗镇. */
  readonly departments?: readonly string[];
  readonly townships?: readonly string[];
  readonly seed: number;
}
