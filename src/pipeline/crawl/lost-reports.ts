import { WITHDRAWN_ROUNDS } from '../../store/crawl/gone-rounds.ts';
import { parsedOf } from '../../store/crawl/parsed.ts';
import type { PageRow } from '../../store/schema.ts';
import { type Collected, collectReport } from './collect-report.ts';
import { vanishedIn } from './obtain.ts';
import { commitPage, keyOf, type SourceCrawl } from './source-crawl.ts';
import type { Walk } from './walk-lists.ts';

/** Reports that were stored and that nothing leads to any more, at whatever address: told once, kept for ever. */
export async function findLost(crawl: SourceCrawl, walk: Walk): Promise<PageRow[]> {
  const { round } = crawl.deps;
  const lost = unlinked(crawl, walk).filter((page) => page.outcome !== 'vanished' || vanishedIn(page, round));
  for (const page of lost)
    await commitPage(crawl, { ...page, done_round: round, outcome: 'vanished', failures: 1 });
  return lost;
}

/**
 * Asks for those that were lost in an earlier round until the server has said often enough that they are gone: a page
 * that no list leads to may still stand at its address.
 *
 * @returns those that came back as other bytes
 */
export async function askLost(crawl: SourceCrawl, walk: Walk): Promise<Collected[]> {
  const { deps } = crawl;
  const changed: Collected[] = [];
  for (const page of unlinked(crawl, walk)) {
    if (page.done_round === deps.round || page.gone_rounds >= WITHDRAWN_ROUNDS || deps.signal.aborted)
      continue;
    // One that stands is asked for as seldom as any other that is old.
    if (deps.isFresh({ ...page, failures: 0 }, deps.now())) continue;
    const collected = await collectReport(crawl, page);
    if (collected.outcome === 'new') changed.push(collected);
    const after = crawl.pages.get(keyOf('report', page.url));
    // It is no less lost for being there: told once is enough.
    if (after?.outcome === 'same')
      await commitPage(crawl, { ...after, outcome: 'vanished', failures: page.failures + 1 });
  }
  return changed;
}

function unlinked({ pages, deps }: SourceCrawl, walk: Walk): PageRow[] {
  if (!walk.complete || walk.failedLists.length > 0 || walk.stuck.length > 0) return [];
  const listed = new Set(walk.candidates.map(({ url }) => url));
  const reports = [...pages.values()].filter(({ role }) => role === 'report');
  const left = reports
    .filter(({ url }) => !listed.has(url))
    .map((page) => ({ page, record: recordOf(page) }));
  // A site that numbers its links anew each night, or has moved a page, has lost nothing.
  const kept = new Set(left.length === 0 ? [] : reports.filter(({ url }) => listed.has(url)).map(recordOf));
  return left.filter(({ record }) => record !== null && !kept.has(record)).map(({ page }) => page);

  /** The record that a page gives; null: none. */
  function recordOf({ id }: PageRow): number | null {
    const parsed = parsedOf(deps.store, id);
    return parsed?.outcome === 'loaded' ? parsed.report : null;
  }
}
