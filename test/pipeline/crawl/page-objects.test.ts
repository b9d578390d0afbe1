import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';
import { toLine } from '../../../src/pipeline/crawl/run-log.ts';
import { openSourceCrawl, type SourceCrawl, seePage } from '../../../src/pipeline/crawl/source-crawl.ts';
import { savePage } from '../../../src/store/crawl/pages.ts';
import { tempStore } from '../../store/temp-store.ts';

setFlagsFromString('--allow-natives-syntax');
const haveSameClass = new Function('one', 'other', 'return %HaveSameMap(one, other)') as (
  one: object,
  other: object,
) => boolean;

/** V8 makes an object of a literal in another way once the literal has been run often. */
const RUNS = 200;

function lastTwo(make: (at: number) => object): [object, object] {
  const made = Array.from({ length: RUNS }, (_, at) => make(at));
  return [made.at(-2) as object, made.at(-1) as object];
}

test('what is made for every page has no hidden class of its own', () => {
  const deps = { store: tempStore(), round: 1 } as unknown as SourceCrawl['deps'];
  const crawl = openSourceCrawl({ id: 's', lists: [], pages: [], patterns: [], hosts: [] } as never, deps);
  const seen = lastTwo((at) => seePage(crawl, 'report', `http://a.gov.cn/${at}`));
  expect(haveSameClass(...seen)).toBe(true);
  const stored = lastTwo((at) => savePage(deps.store, seePage(crawl, 'list', `http://a.gov.cn/${at}`)));
  expect(haveSameClass(...stored)).toBe(true);
  const line = { event: 'fetched', source: 's', url: 'http://a.gov.cn/', outcome: 'document' } as const;
  expect(haveSameClass(...lastTwo(() => toLine(line, 1, 'crawl', new Date(0))))).toBe(true);
});
