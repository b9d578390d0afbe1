import { holdersOf } from '../../store/crawl/pages.ts';
import type { Store } from '../../store/store.ts';

/**
 * Which source a report belongs to that several sources lead to: the one that dealt with it in this round before it
 * was cut off, else the one that has had it longest, else the first to ask. One that does not run tonight has no claim.
 *
 * @returns whether the report at this address is the source's to deal with
 */
export function claimReports(
  store: Store,
  round: number,
  sources: ReadonlySet<string>,
): (url: string, source: string) => boolean {
  const owners = new Map<string, string>();
  return (url, source) => {
    const owner = owners.get(url) ?? findOwner(store, url, round, sources) ?? source;
    owners.set(url, owner);
    return owner === source;
  };
}

function findOwner(
  store: Store,
  url: string,
  round: number,
  sources: ReadonlySet<string>,
): string | undefined {
  const holders = holdersOf(store, url).filter(({ source }) => sources.has(source));
  const had = ({ outcome }: (typeof holders)[number]): boolean => outcome === 'new' || outcome === 'same';
  const tonight = holders.find((page) => page.done_round === round && had(page));
  return (tonight ?? holders.find((page) => page.parsed === 'loaded' && page.outcome !== 'vanished'))?.source;
}
