import { z } from 'zod';
import { DecisionLog } from './decision-log.ts';
import { FETCH_CAUSES } from './exchange.ts';
import { Checks } from './extraction.ts';
import { FAMILY_IDS } from './source-entry.ts';

/** Why an address that a source led to was not taken as a report. */
export const SKIP_REASONS = [
  'notice',
  'interpretation',
  'news',
  'guide',
  'graphic_twin',
  'mobile_twin',
  'not_a_report', // the page was fetched, and holds none
  'not_published', // an address made from a pattern: no report of that year yet
  'other_source', // taken by another source of the same round
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Everything a source can fail of besides a fetch. */
export const SOURCE_CAUSES = [
  ...FETCH_CAUSES,
  'no_reports',
  'too_few',
  'too_many',
  'stuck_list',
  'crashed',
] as const;
export type SourceCause = (typeof SOURCE_CAUSES)[number];

const count = z.int().nonnegative();

/**
 * What a source led to, counted by address. It balances: discovered = new + same + skipped + failed + pending.
 * `changed`, `notDue` and `vanished` stand beside the sum: changed ones are among the new; those not due are among the
 * same and were not asked for, since they were lately; vanished ones were there before.
 */
export const CrawlCounts = z.object({
  discovered: count,
  new: count,
  same: count,
  skipped: count,
  failed: count,
  pending: count,
  changed: count,
  vanished: count,
  notDue: count.default(0),
});
export type CrawlCounts = z.infer<typeof CrawlCounts>;

export const SOURCE_OUTCOMES = ['done', 'partly', 'failed', 'pending'] as const;

const byReason = z.record(z.string(), count);

/** What became of one source in a run. */
export const SourceResult = z.object({
  source: z.string(),
  name: z.string(),
  division: z.string(),
  family: z.enum(FAMILY_IDS),
  /** `partly`: some addresses failed; `failed`: no list could be read, or nothing was found; `pending`: not reached. */
  outcome: z.enum(SOURCE_OUTCOMES),
  cause: z.enum(SOURCE_CAUSES).nullable(),
  detail: z.string().nullable(),
  counts: CrawlCounts,
  skippedBy: byReason,
  failedBy: byReason,
  requests: count,
  bytes: count,
  durationMs: count,
  /** Reports parsed in this run, and how many of them gave no clean record. */
  parsed: count,
  doubtful: count,
  loaded: z.object({ inserted: count, updated: count, unchanged: count, failed: count }),
});
export type SourceResult = z.infer<typeof SourceResult>;

export const ALARM_KINDS = [
  'source_failed', // no list of the source could be read, or nothing was found
  'too_few', // fewer reports than the source's assertion
  'too_many',
  'stuck_list', // a list gives one page for every page's number: what else it has is not seen
  'overdue', // a report that the law had due is not there
  'family_drift', // one publishing system gives far more doubtful records than before: our parser first
  'vanished', // reports that were there are not any more
  'network_down',
  'died', // the run before ended without a word
  'stale', // no run has succeeded for too long
  'disk_low',
  'damaged', // a record of the archive is not what was written
] as const;

/** Something a person should look at. `first`, `again` (every 7th night), `still` (told of before) or `over`. */
export const Alarm = z.object({
  kind: z.enum(ALARM_KINDS),
  /** Source, family or run that it is about. */
  about: z.string(),
  zh: z.string(),
  en: z.string(),
  state: z.enum(['first', 'again', 'still', 'over']),
  /** Nights in a row. */
  nights: count,
});
export type Alarm = z.infer<typeof Alarm>;

/** The report of a run, as JSON; the text and the page are made of it. */
export const RunReport = z.object({
  schema: z.literal(1),
  run: z.int(),
  round: z.int(),
  command: z.string(),
  /** Only some sources, or one year: no measure for the next whole run. */
  partial: z.boolean().optional(),
  startedAt: z.string(),
  finishedAt: z.string(),
  exitCode: z.int(),
  parserVersion: z.string(),
  programVersion: z.string(),
  /** Runs of this round that were cut off before it. */
  resumed: z.array(z.int()),
  totals: CrawlCounts,
  requests: count,
  bytes: count,
  loaded: SourceResult.shape.loaded,
  /** How often each rule held, failed and was left open, over the reports of this round. */
  checks: Checks.default({}),
  sources: z.array(SourceResult),
  alarms: z.array(Alarm),
  coverage: z.array(z.object({ province: z.string(), year: z.int(), reports: count, before: count })),
  causes: z.array(z.object({ cause: z.string(), sources: count, addresses: count })),
  slowest: z.array(z.object({ source: z.string(), durationMs: count, requests: count })),
  /** Reports by the page they came from. */
  newReports: z.array(z.string()),
  changedReports: z.array(z.string()),
  vanishedReports: z.array(z.string()),
  /** Where the log of decisions stood at the end. */
  decisionLog: DecisionLog.optional(),
  storage: z.object({
    databaseBytes: count,
    walBytes: count,
    archiveBytes: count,
    freeBytes: count,
  }),
  /** Messages of this run that no one took: by host, with why. Known after the report was made. */
  undelivered: z.array(z.object({ host: z.string(), detail: z.string() })).optional(),
  /** The share of the archive that was read again; absent where none was. */
  fixity: z
    .object({
      part: count,
      checked: count,
      bytes: count,
      /** Of tonight, and of earlier nights whose share has not come again. */
      damages: z.array(
        z.object({
          file: z.string(),
          offset: count,
          uri: z.string().optional(),
          reason: z.enum(['missing', 'damaged']),
          part: count,
        }),
      ),
    })
    .optional(),
});
export type RunReport = z.infer<typeof RunReport>;

export const NO_COUNTS: CrawlCounts = {
  ...{
    discovered: 0,
    new: 0,
    same: 0,
    skipped: 0,
    failed: 0,
    pending: 0,
    changed: 0,
    vanished: 0,
    notDue: 0,
  },
};
