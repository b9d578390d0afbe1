import { expect, test } from 'vitest';
import { CELL_STATUSES } from '../../../src/model/status.ts';
import { countStaleParts, staleParts } from '../../../src/store/explore/summaries/parts.ts';
import { refreshPart, refreshSummaries } from '../../../src/store/explore/summaries/refresh-summaries.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeExtraction, variable } from '../make-extraction.ts';
import { load, query, tempStore } from '../temp-store.ts';
import { makeQueued } from './make-queue.ts';

function loadSome(store: Store): void {
  for (let seed = 1; seed <= 24; seed++)
    load(store, { ...makeQueued(seed), cells: makeExtraction({ seed, cells: 30 }).cells });
  query(
    store,
    `INSERT INTO correction VALUES (3, 4, 812, NULL, '原文如此', '审核人', '2026-01-01', NULL) RETURNING report`,
  );
  query(
    store,
    `INSERT INTO correction VALUES (3, 200, 6, NULL, '原文如此', '审核人', '2026-01-01', NULL) RETURNING report`,
  );
}

test('the sums of variables are what counting every cell gives', () => {
  const store = tempStore();
  loadSome(store);
  refreshSummaries(store);
  const summed = query(
    store,
    `SELECT v.name AS variable, ${CELL_STATUSES.map((status) => `sum(${status}) AS ${status}`).join(', ')},
      sum(corrected) AS corrected FROM variable_count c JOIN variable v ON v.id = c.variable GROUP BY v.id ORDER BY v.id`,
  );
  expect(summed).toEqual(
    query(
      store,
      `SELECT variable, ${CELL_STATUSES.map((status) => `sum(status = '${status}') AS ${status}`).join(', ')},
        count(corrected) AS corrected FROM report_values WHERE current = 1
        GROUP BY variable ORDER BY (SELECT id FROM variable WHERE name = variable)`,
    ),
  );
  expect(summed.length).toBe(31);
});

test('the numbers of a variable are those in force, each as often as it is there', () => {
  const store = tempStore();
  loadSome(store);
  refreshSummaries(store);
  const counted = new Map<number, number>();
  for (const { numbers } of query<{ numbers: string }>(
    store,
    'SELECT numbers FROM variable_numbers WHERE variable = 4',
  )) {
    const flat = JSON.parse(numbers) as number[];
    for (let at = 0; at < flat.length; at += 2)
      counted.set(flat[at] as number, (counted.get(flat[at] as number) ?? 0) + (flat[at + 1] as number));
  }
  const rows = query<{ value: number; n: number }>(
    store,
    `SELECT coalesce(corrected, reported) AS value, count(*) AS n FROM report_values
      WHERE current = 1 AND variable = ? AND coalesce(corrected, reported) IS NOT NULL GROUP BY 1`,
    variable(3),
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(rows.map(({ value, n }) => [value, n])));
  const [largest] = query<{ largest: string }>(
    store,
    `SELECT largest FROM variable_numbers WHERE variable = 4 AND largest LIKE '%812%'`,
  );
  expect(JSON.parse(largest?.largest ?? '[]')[0]).toEqual([812, 3]);
});

test('the sums of rules are those of rule_checks and cross_checks', () => {
  const store = tempStore();
  loadSome(store);
  query(
    store,
    "INSERT INTO cross_check VALUES (1, 'applications.carry_over', NULL, 3, 1, 2, 'absent') RETURNING report",
  );
  refreshSummaries(store);
  const summed = query(
    store,
    `SELECT rule, sum(pass) AS pass, sum(fail) AS fail, sum(not_evaluable) AS open FROM rule_count GROUP BY rule ORDER BY rule`,
  );
  const own = `SELECT rule, sum(pass) AS pass, sum(fail) AS fail, sum(not_evaluable) AS open FROM rule_checks
    WHERE current = 1 GROUP BY rule`;
  expect(summed).toEqual(
    query(store, `${own} UNION ALL SELECT 'applications.carry_over', 3, 1, 2 ORDER BY rule`),
  );
});

test('only the parts of which a report changed are summed up again', () => {
  const store = tempStore();
  loadSome(store);
  const parts = countStaleParts(store);
  expect(refreshSummaries(store)).toBe(parts);
  expect(refreshSummaries(store)).toBe(0);
  load(store, makeQueued(5, 3));
  expect(countStaleParts(store)).toBe(1);
  expect(refreshSummaries(store)).toBe(1);
});

test('a part of which a report changes while it is summed up stays to be done', () => {
  const store = tempStore();
  loadSome(store);
  const [part] = staleParts(store, 1);
  if (!part) throw new Error('no part');
  expect(refreshPart(store, { ...part, version: part.version - 1 })).toBe(false);
  expect(query(store, 'SELECT count(*) AS n FROM variable_count')).toEqual([{ n: 0 }]);
  expect(refreshPart(store, part)).toBe(true);
});
