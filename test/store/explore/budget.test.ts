import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDatabase } from '../../../bench/web/make-database.ts';
import { inTime, withinBudget } from '../../../src/store/explore/budget.ts';
import { countFacets } from '../../../src/store/explore/count-facets.ts';
import { listReportLines } from '../../../src/store/explore/list-report-lines.ts';
import { countReportFacets } from '../../../src/store/explore/report-facets.ts';
import { selectRaw } from '../../../src/store/explore/select-raw.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { Facets } from '../../../src/web/review/facets.tsx';
import { LOCAL_PERSON } from '../../../src/web/security/access.ts';
import { REVIEW } from '../../../src/web/texts/review.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-budget-'));
let store: Store;
beforeAll(() => {
  const file = join(folder, 'gongkai.sqlite');
  makeDatabase(file, { reports: 1500, withCells: 0 });
  store = openStore(file, { readonly: true });
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** Counts for ever, unless it is given up. */
const ENDLESS = `WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n WHERE ${inTime('x')}`;
/** Its time is over before it begins. */
const NONE_MS = -1;

test('a query that would never end is given up when its time is over, and the connection goes on', () => {
  expect(withinBudget(store, 50, () => selectRaw(store, ENDLESS))).toBeUndefined();
  expect(selectRaw(store, 'SELECT 1')).toEqual([[1]]);
});

test('an error that is not about time is no count that took too long', () => {
  expect(() => withinBudget(store, 50, () => selectRaw(store, 'SELECT * FROM no_such_table'))).toThrow();
});

test.each(['局', 'a name that no agency has'])(
  'counts of reports of %s are left out when they take too long, and the list is there',
  (agency) => {
    const cut = countReportFacets(store, { agency }, NONE_MS);
    const whole = countReportFacets(store, { agency }, 10_000);
    expect([whole.year, cut.year]).toEqual([expect.any(Array), undefined]);
    expect(listReportLines(store, { agency }, { sort: 'year', limit: 5, offset: 0 }).rows).toBeInstanceOf(
      Array,
    );
  },
);

test('a count that needs no row of its own is made whatever the time', () => {
  expect(countFacets(store, {}, NONE_MS).severity).toEqual(countFacets(store, {}, 10_000).severity);
});

test.each(['zh', 'en'] as const)('the page says of a count in %s that it was not made in time', (lang) => {
  const counts = { ...countFacets(store, {}, 10_000), rule: undefined };
  const page = String(Facets({ query: {}, counts, person: LOCAL_PERSON, lang }));
  expect(page).toContain(REVIEW.notCounted[lang]);
  expect(page).toContain(REVIEW.severity[lang]);
});
