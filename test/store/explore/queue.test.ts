import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pick, randomFrom } from '../../../bench/web/random.ts';
import { SEVERITIES } from '../../../src/model/status.ts';
import { countFacets } from '../../../src/store/explore/count-facets.ts';
import { eachQueued } from '../../../src/store/explore/each-queued.ts';
import { findQueue, queueIds } from '../../../src/store/explore/find-queue.ts';
import { BUCKET_FACETS, type QueueFilter } from '../../../src/store/explore/queue-filter.ts';
import { QUEUE_SORTS } from '../../../src/store/explore/queue-order.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { settleCurrent } from '../../../src/store/settle-current.ts';
import type { Store } from '../../../src/store/store.ts';
import { load, query, tempStore } from '../temp-store.ts';
import { loadQueue, makeQueued, type PlainRow, plainQueue } from './make-queue.ts';

const SEED = 20_260_301;

const filters: fc.Arbitrary<QueueFilter> = fc.record(
  {
    rule: fc.subarray(['applications.balance', 'cell.malformed', 'series.jump', 'no.rule']),
    severity: fc.subarray([...SEVERITIES]),
    outcome: fc.subarray(['fail', 'not_evaluable'] as const),
    status: fc.subarray(['open', 'changed', 'publisher_error'] as const),
    year: fc.subarray([0, 2018, 2020, 2022]),
    form: fc.subarray(['', '2021']),
    place: fc.constantFrom('', '2', '22', '2203', '220382', '11', '99', '110000'),
    report: fc.nat(40),
  },
  { requiredKeys: [] },
);

function matches(row: PlainRow, { place = '', report, assignee: _, ...lists }: QueueFilter): boolean {
  if (!row.division.startsWith(place) || (report !== undefined && row.report !== report)) return false;
  return Object.entries(lists).every(
    ([name, list]) => list.length === 0 || list.includes(row[name as keyof PlainRow] as never),
  );
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Loads again, loads newer versions, changes verdicts and takes reports out: everything that moves findings. */
function stir(store: Store, random: () => number): void {
  for (let step = 0; step < 60; step++) {
    const seed = 1 + Math.floor(random() * 40);
    const turn = random();
    if (turn < 0.4) load(store, makeQueued(seed, 2 + Math.floor(random() * 3)));
    else if (turn < 0.8) {
      const status = pick(random, ['open', 'publisher_error', 'changed', 'unsure']);
      query(
        store,
        'UPDATE finding SET review_status = ? WHERE report = ? AND nth = 0 RETURNING id',
        status,
        seed,
      );
    } else if (turn < 0.9) {
      query(
        store,
        'UPDATE report SET year = ?, form = NULL WHERE id = ? RETURNING id',
        turn < 0.85 ? 2020 : null,
        seed,
      );
    } else {
      query(store, 'UPDATE report SET published = NULL WHERE id = ? RETURNING id', seed);
      const [report] = query<{ division: string; agency: string; place: string | null; year: number }>(
        store,
        'SELECT division, agency, place, year FROM report WHERE id = ?',
        seed,
      );
      if (report) settleCurrent(store, report);
    }
  }
}

test('a list under any filter has exactly the findings in force that the filter leaves, and says how many', () => {
  const store = tempStore();
  loadQueue(store, 40);
  stir(store, randomFrom(SEED));
  const plain = plainQueue(store);
  expect(plain.length).toBeGreaterThan(60);
  fc.assert(
    fc.property(filters, fc.constantFrom(...QUEUE_SORTS), (filter, sort) => {
      const wanted = plain.filter((row) => matches(row, filter)).map(({ id }) => id);
      const { rows, total } = findQueue(store, filter, { limit: 1000, sort });
      expect(total).toBe(wanted.length);
      expect(rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(wanted);
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test('every facet is counted under all filters but its own', () => {
  const store = tempStore();
  loadQueue(store, 40);
  stir(store, randomFrom(SEED + 1));
  const plain = plainQueue(store);
  fc.assert(
    fc.property(filters, (filter) => {
      const facets = countFacets(store, filter);
      for (const facet of BUCKET_FACETS) {
        const { [facet === 'province' ? 'place' : facet]: _, ...others } = filter;
        const left = plain.filter((row) => matches(row, others));
        expect(Object.fromEntries(facets[facet] ?? []), facet).toEqual(
          tally(left.map((row) => String(row[facet]))),
        );
      }
      const digits = { 2: 4, 4: 6 }[filter.place?.length ?? 0];
      const below = plain.filter((row) => digits !== undefined && matches(row, filter));
      expect(Object.fromEntries(facets.below ?? [])).toEqual(
        tally(below.map(({ division }) => division.slice(0, digits))),
      );
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test.each(QUEUE_SORTS)('pages by number and pages by cursor are the same list, sorted by %s', (sort) => {
  const store = tempStore();
  loadQueue(store, 30);
  const whole = findQueue(store, {}, { limit: 1000, sort }).rows.map(({ id }) => id);
  expect(whole.length).toBeGreaterThan(60);
  expect([...eachQueued(store, {}, sort)].map(({ id }) => id)).toEqual(whole);
  for (const offset of [0, 1, 7, whole.length - 1, whole.length]) {
    const page = findQueue(store, {}, { limit: 9, offset, sort });
    expect(page.rows.map(({ id }) => id)).toEqual(whole.slice(offset, offset + 9));
  }
  expect(queueIds(store, {}, 5)).toEqual(
    findQueue(store, {}, { limit: 1000 })
      .rows.slice(0, 5)
      .map(({ id }) => id),
  );
});

test('a page behind a finding goes on behind it after it was decided', () => {
  const store = tempStore();
  loadQueue(store, 30);
  const filter: QueueFilter = { status: ['open'] };
  const { rows, total } = findQueue(store, filter, { limit: 1000 });
  const [, second, third] = rows;
  query(store, "UPDATE finding SET review_status = 'unsure' WHERE id = ? RETURNING id", second?.id);
  const page = findQueue(store, filter, { limit: 1, after: second?.cursor ?? '' });
  expect(page.rows[0]?.id).toBe(third?.id);
  expect(page.total).toBe(total - 1);
});

test('another connection sees what was written in the meantime', () => {
  const store = tempStore();
  loadQueue(store, 5);
  const reader = openStore(store.file, { readonly: true });
  const before = findQueue(reader, {}, { limit: 1 }).total;
  loadQueue(store, 12);
  expect(findQueue(reader, {}, { limit: 1 }).total).toBe(plainQueue(store).length);
  expect(plainQueue(store).length).toBeGreaterThan(before);
  reader.close();
});

test('a count that takes too long is left out and said to be, and the list is there all the same', () => {
  const store = tempStore();
  loadQueue(store, 200);
  const facets = countFacets(store, { place: '22' }, -1);
  expect(facets.below).toBeUndefined();
  expect(facets.rule).toBeDefined();
  expect(findQueue(store, { place: '22' }, { limit: 10 }).rows.length).toBe(10);
});
