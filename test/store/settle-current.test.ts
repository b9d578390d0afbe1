import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import { makeExtraction } from './make-extraction.ts';
import { load, query, tempStore } from './temp-store.ts';

interface Version {
  readonly seed: number;
  readonly published: string | null;
  readonly night: string | null;
  readonly url: string;
}

const extractionOf = ({ seed, published }: Version, agency = '双辽市'): Extraction => {
  const made = makeExtraction({ seed });
  return { ...made, report: { ...made.report, division: '220382', agency, year: 2021, published } };
};

/** The documents in force after loading the versions in this order. */
function currentAfter(versions: readonly Version[], store = tempStore(), agency = '双辽市'): string[] {
  for (const version of versions) {
    const { url, night } = version;
    load(store, extractionOf(version, agency), { origin: { url }, ...(night === null ? {} : { night }) });
  }
  const rows = query<{ sha: string }>(
    store,
    'SELECT lower(hex(sha256)) sha FROM report r JOIN document d ON d.id = r.document WHERE current = 1 AND agency = ?',
    agency,
  );
  return rows.map(({ sha }) => sha);
}

const version = (seed: number, change: Partial<Version> = {}): Version => ({
  ...{ seed, published: '2022-01-20', night: '2022-02-01', url: `http://a.gov.cn/${seed}.html` },
  ...change,
});

test.each<[string, Version[], number]>([
  ['the newest published', [version(1, { published: '2022-03-01' }), version(2)], 1],
  ['of those the one had last', [version(1), version(2, { night: '2022-02-02' }), version(3)], 2],
  ['of those of one night the one at the last address', [version(1), version(3), version(2)], 3],
  [
    'one with a date before one without',
    [version(1), version(2, { published: null, night: '2023-01-01' })],
    1,
  ],
])('in force is %s, in whatever order they were loaded', (_, versions, wanted) => {
  const sha = extractionOf(version(wanted)).sha256;
  expect(currentAfter(versions)).toEqual([sha]);
  expect(currentAfter(versions.toReversed())).toEqual([sha]);
});

test('the version in force does not depend on the order of loading', () => {
  const versions = fc.uniqueArray(
    fc.record({
      seed: fc.integer({ min: 1, max: 6 }),
      published: fc.constantFrom('2022-01-20', '2022-03-01', null),
      night: fc.constantFrom('2022-02-01', '2022-02-02'),
      url: fc.constantFrom(...'abcdefgh'),
    }),
    { selector: ({ seed }) => seed, minLength: 2, maxLength: 4 },
  );
  const drawn = versions.chain((list) =>
    fc.tuple(
      // Two versions are at one address on one night only when the page changed meanwhile.
      fc.constant(list.map((one, at) => ({ ...one, url: `http://a.gov.cn/${one.url}${at}.html` }))),
      fc.shuffledSubarray([...list.keys()], { minLength: list.length }),
    ),
  );
  const store = tempStore();
  let trials = 0;
  /** In one database, each order as an agency and as documents of its own; told by their place in the list. */
  const placeInForce = (list: readonly Version[], order: readonly number[]): number[] => {
    trials += 1;
    const own = list.map((one) => ({ ...one, seed: one.seed + 10 * trials }));
    const current = currentAfter(
      order.map((at) => own[at] as Version),
      store,
      `机关${trials}`,
    );
    return current.map((sha) => own.findIndex((one) => extractionOf(one).sha256 === sha));
  };
  fc.assert(
    fc.property(drawn, ([list, order]) => {
      const inForce = placeInForce(list, [...list.keys()]);
      expect(inForce).toHaveLength(1);
      expect(placeInForce(list, order)).toEqual(inForce);
    }),
    { numRuns: 15, seed: 20240601 },
  );
});
