import { z } from 'zod';
import { type CrawlCounts, NO_COUNTS, SourceResult } from '../../model/run-report.ts';
import type { Source } from '../../model/source-entry.ts';
import { type Collected, collectReport } from './collect-report.ts';
import type { CrawlDeps } from './crawl-deps.ts';
import { askLost, findLost } from './lost-reports.ts';
import { openSourceCrawl } from './source-crawl.ts';
import { type Candidate, type Walk, walkLists } from './walk-lists.ts';

/** A source's result, and the pages of its reports that a person may want to see. */
export const CrawledSource = z.object({
  result: SourceResult,
  newReports: z.array(z.string()),
  changedReports: z.array(z.string()),
  vanishedReports: z.array(z.string()),
});
export type CrawledSource = z.infer<typeof CrawledSource>;

/**
 * Crawls one source: its lists, then each report that they lead to. Network trouble is a result, never a throw.
 *
 * @param year - leaves out reports whose link speaks of another year
 */
export async function crawlSource(source: Source, deps: CrawlDeps, year?: number): Promise<CrawledSource> {
  const started = performance.now();
  const crawl = openSourceCrawl(source, deps);
  const walk = await walkLists(crawl);
  const collected: Collected[] = walk.leftOut.map(({ url, reason }) => ({ url, outcome: 'skipped', reason }));
  for (const candidate of ofYear(walk.candidates, year)) {
    const stopped = deps.signal.aborted;
    collected.push(
      stopped ? { url: candidate.url, outcome: 'pending' } : await collectReport(crawl, candidate),
    );
  }
  for (const { url, outcome, reason = null } of collected) {
    if (outcome !== 'same')
      deps.log.tell({ event: 'address', source: source.id, url, outcome, cause: reason });
  }
  const lost = await findLost(crawl, walk);
  if (year === undefined) collected.push(...(await askLost(crawl, walk)));
  const counts = countAll(collected, lost.length);
  const skippedBy = countBy(collected, 'skipped');
  const failedBy = countBy(collected, 'failed');
  const parsed = collected.flatMap(({ report }) => report ?? []);
  const loaded = { inserted: 0, updated: 0, unchanged: 0, failed: 0 };
  for (const { load } of parsed) loaded[load ?? 'failed']++;
  const { id, name, division, family } = source;
  const result: SourceResult = {
    ...{ source: id, name, division, family },
    ...judge(source, walk, counts, {
      ...{ skippedBy, failedBy },
      stopped: deps.signal.aborted,
      isPartial: year !== undefined,
      broken: parsed.filter(({ outcome }) => outcome === 'failed').map(({ error }) => firstLine(error)),
    }),
    ...{ counts, skippedBy, failedBy },
    ...{ requests: crawl.requests, bytes: crawl.bytes, durationMs: Math.round(performance.now() - started) },
    ...{ parsed: parsed.length, doubtful: parsed.filter(({ doubtful }) => doubtful).length, loaded },
  };
  const urls = (keep: (one: Collected) => boolean | undefined) =>
    collected.filter(keep).map(({ url }) => url);
  return {
    result,
    newReports: urls(({ outcome, changed }) => outcome === 'new' && !changed),
    changedReports: urls(({ changed }) => changed),
    vanishedReports: [...urls(({ vanished }) => vanished), ...lost.map(({ url }) => url)],
  };
}

/** A link without a year, or with this one among others, may be it. */
function ofYear(candidates: readonly Candidate[], year: number | undefined): readonly Candidate[] {
  if (year === undefined) return candidates;
  return candidates.filter(({ title, url, guessed }) => {
    const years: readonly string[] =
      `${title ?? ''} ${guessed ? url : ''}`.match(/(?<!\d)20\d{2}(?!\d)/g) ?? [];
    return years.length === 0 || years.includes(String(year));
  });
}

function countAll(collected: readonly Collected[], lost: number): CrawlCounts {
  const counts = { ...NO_COUNTS, discovered: collected.length, vanished: lost };
  for (const { outcome, changed, notDue, vanished } of collected) {
    counts[outcome]++;
    if (changed) counts.changed++;
    if (notDue) counts.notDue++;
    if (vanished) counts.vanished++;
  }
  return counts;
}

function countBy(collected: readonly Collected[], wanted: Collected['outcome']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, reason = 'unknown' } of collected) {
    if (outcome === wanted) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

type Judgement = Pick<SourceResult, 'outcome' | 'cause' | 'detail'>;

interface JudgedBy {
  readonly skippedBy: SourceResult['skippedBy'];
  readonly failedBy: SourceResult['failedBy'];
  readonly stopped: boolean;
  /** Only some of the source's reports were asked for: how many it has is not known. */
  readonly isPartial: boolean;
  /** What the parser said where it broke. */
  readonly broken: readonly string[];
}

function judge(
  { lists, assertions: { min, max } }: Source,
  { failedLists, listsRead, complete, stuck, endless }: Walk,
  counts: CrawlCounts,
  { skippedBy, failedBy, stopped, isPartial, broken }: JudgedBy,
): Judgement {
  if (stopped) return { outcome: 'pending', cause: 'aborted', detail: null };
  // The pages were had, and are no records: a fault of the program, which must not pass for a good night.
  const [error] = broken;
  if (error !== undefined) {
    return { outcome: 'partly', cause: 'crashed', detail: `${broken.length} reports: ${error}` };
  }
  // A report that another source deals with is there all the same.
  const reports = counts.new + counts.same + (skippedBy['other_source'] ?? 0);
  const [list] = failedLists;
  const byList = list && {
    cause: list.cause as Judgement['cause'],
    detail: `${list.url}: ${list.detail}`,
  };
  if (byList && listsRead === 0 && reports === 0) return { outcome: 'failed', ...byList };
  if (reports === 0 && !isPartial) {
    const detail = `${lists.length} lists, ${counts.discovered} addresses`;
    // Where an address failed the report may lie there: it must not pass for one that is not published.
    return { outcome: 'failed', cause: mostFrequent(failedBy) ?? 'no_reports', detail };
  }
  if (reports < min && !isPartial)
    return { outcome: 'partly', cause: 'too_few', detail: `${reports} < ${min}` };
  if (reports > max) return { outcome: 'partly', cause: 'too_many', detail: `${reports} > ${max}` };
  if (byList) return { outcome: 'partly', ...byList };
  if (stuck[0] !== undefined) return { outcome: 'partly', cause: 'stuck_list', detail: stuck[0] };
  if (!complete)
    return { outcome: 'partly', cause: 'budget', detail: `${listsRead} lists read, more are there` };
  if (counts.pending > 0) {
    return { outcome: 'partly', cause: 'budget', detail: `${counts.pending} addresses were not asked for` };
  }
  const [left] = endless;
  const detail = left === undefined ? null : `nothing new behind ${left}: left off there`;
  return { outcome: counts.failed > 0 ? 'partly' : 'done', cause: null, detail };
}

function mostFrequent(counts: SourceResult['failedBy']): Judgement['cause'] | undefined {
  const [most] = Object.entries(counts).toSorted(([, one], [, other]) => other - one);
  return most?.[0] as Judgement['cause'] | undefined;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).split('\n', 1)[0] ?? '';
