import { onTestFinished } from 'vitest';
import type { Verdict } from '../../../src/review/status.ts';
import { type Decide, decide } from '../../../src/store/review/decide.ts';
import { getFinding } from '../../../src/store/review/get-finding.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeExtraction } from '../make-extraction.ts';
import { load, tempStore } from '../temp-store.ts';

/** A store with so many reports of one finding each; finding n is of report n. */
export function storeWithFindings(count: number): Store {
  const store = tempStore();
  for (let seed = 1; seed <= count; seed++) load(store, makeExtraction({ seed, cells: 30 }));
  return store;
}

/** A store with so many findings that differ in their scope, 100 a report: made quickly. */
export function storeWithMany(count: number): Store {
  const store = tempStore();
  for (let seed = 1; (seed - 1) * 100 < count; seed++) {
    const extraction = makeExtraction({ seed, cells: 30 });
    const scopes = Array.from(
      { length: Math.min(100, count - (seed - 1) * 100) },
      (_, nth) => `scope ${nth}`,
    );
    const findings = extraction.findings.flatMap((finding) => scopes.map((scope) => ({ ...finding, scope })));
    load(store, { ...extraction, findings }, { parserVersion: '1' });
  }
  return store;
}

export const AT = '2026-03-01T04:00:00Z';

let requests = 0;
export const newRequest = (): string => `request ${++requests}`;

/** Decides as somebody who has just looked. */
export function say(
  store: Store,
  findingId: number,
  author: string,
  verdict: Verdict,
  more: Partial<Decide> = {},
) {
  const seen = getFinding(store, findingId, author)?.seen ?? { version: 0, signature: '' };
  return decide(store, {
    ...{ findingId, author, verdict, seen, at: AT, request: newRequest(), doubleShare: 0 },
    ...more,
  });
}

/** Prints the seed of a test that failed. */
export function printSeed(seed: number): number {
  onTestFinished(({ task }) => {
    if (task.result?.state === 'fail') console.error(`seed ${seed}`);
  });
  return seed;
}
