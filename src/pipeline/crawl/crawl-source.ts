import { type CrawlCounts, NO_COUNTS, type SourceResult } from '../../model/run-report.ts';
import type { Source } from '../../model/source-entry.ts';
import { parsedOf } from '../../store/crawl/parsed.ts';
import type { PageRow } from '../../store/schema.ts';
import { type Collected, collectReport } from './collect-report.ts';
import type { CrawlDeps } from './crawl-deps.ts';
import { commitPage, openSourceCrawl, type SourceCrawl } from './source-crawl.ts';
import { type Candidate, type Walk, walkLists } from './walk-lists.ts';

/** A source's result, and the pages of its reports that a person may want to see. */
export interface CrawledSource {
  readonly result: SourceResult;
  readonly newReports: readonly string[];
  readonly changedReports: readonly string[];
  readonly vanishedReports: readonly string[];
}

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
  const lost = await findLost(crawl, walk);
  const counts = countAll(collected, lost.length);
  const parsed = collected.flatMap(({ report }) => report ?? []);
  const loaded = { inserted: 0, updated: 0, unchanged: 0, failed: 0 };
  for (const { load } of parsed) loaded[load ?? 'failed']++;
  const { id, name, division, family } = source;
  const result: SourceResult = {
    ...{ source: id, name, division, family },
    ...judge(source, walk, counts, deps.signal.aborted),
    counts,
    skippedBy: countBy(collected, 'skipped'),
    failedBy: countBy(collected, 'failed'),
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

/** Reports that were stored and that nothing leads to any more: told once, kept for ever. */
async function findLost(crawl: SourceCrawl, walk: Walk): Promise<PageRow[]> {
  const { deps } = crawl;
  if (!walk.complete || walk.failedLists.length > 0) return [];
  const lost = [...crawl.pages.values()].filter(
    ({ id, role, seen_round, outcome }) =>
      role === 'report' &&
      seen_round < deps.round &&
      outcome !== 'vanished' &&
      parsedOf(deps.store, id)?.outcome === 'loaded',
  );
  for (const page of lost) await commitPage(crawl, { ...page, done_round: deps.round, outcome: 'vanished' });
  return lost;
}

function countAll(collected: readonly Collected[], lost: number): CrawlCounts {
  const counts = { ...NO_COUNTS, discovered: collected.length, vanished: lost };
  for (const { outcome, changed, vanished } of collected) {
    counts[outcome]++;
    if (changed) counts.changed++;
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

function judge(
  { lists, assertions: { min, max } }: Source,
  { failedLists, listsRead }: Walk,
  counts: CrawlCounts,
  stopped: boolean,
): Judgement {
  if (stopped) return { outcome: 'pending', cause: 'aborted', detail: null };
  const reports = counts.new + counts.same;
  const [list] = failedLists;
  if (list && listsRead === 0 && reports === 0) {
    return {
      outcome: 'failed',
      cause: list.cause as Judgement['cause'],
      detail: `${list.url}: ${list.detail}`,
    };
  }
  if (reports === 0) {
    const detail = `${lists.length} lists, ${counts.discovered} addresses`;
    return { outcome: 'failed', cause: 'no_reports', detail };
  }
  if (reports < min) return { outcome: 'partly', cause: 'too_few', detail: `${reports} < ${min}` };
  if (reports > max) return { outcome: 'partly', cause: 'too_many', detail: `${reports} > ${max}` };
  if (list) {
    return {
      outcome: 'partly',
      cause: list.cause as Judgement['cause'],
      detail: `${list.url}: ${list.detail}`,
    };
  }
  return { outcome: counts.failed > 0 ? 'partly' : 'done', cause: null, detail: null };
}
