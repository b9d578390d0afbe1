import { hash } from 'node:crypto';
import { DigestTable } from '../../archive/digest-table.ts';
import { holdersOf } from '../../store/crawl/pages.ts';
import type { Store } from '../../store/store.ts';

/** Shorter than that of a document: two addresses with the same are as good as impossible, and no one finds a second. */
const KEY_BYTES = 12;

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
  // By digest and number: the addresses of a country's reports would be the largest thing in memory.
  const owners = new DigestTable(1, KEY_BYTES);
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (source: string): number => {
    const number = numbers.get(source) ?? names.push(source) - 1;
    numbers.set(source, number);
    return number;
  };
  return (url, source) => {
    const key = hash('sha256', url, 'hex');
    const known = owners.rowOf(key);
    if (known >= 0) return names[owners.numberAt(known, 0)] === source;
    const owner = findOwner(store, url, round, sources) ?? source;
    owners.add(key, [numberOf(owner)]);
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
