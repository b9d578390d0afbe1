import { expect, test } from 'vitest';
import { getExtraction } from '../../src/store/get-extraction.ts';
import { makeExtraction } from './make-extraction.ts';
import { load, query, tempStore } from './temp-store.ts';

test('counts of rules come back as they were, reasons included', () => {
  const store = tempStore();
  const extraction = makeExtraction({ seed: 3 });
  const { reportId } = load(store, extraction);
  expect(getExtraction(store, reportId)?.checks).toEqual(extraction.checks);
  const rows = query(
    store,
    `SELECT rule, pass, fail, not_evaluable, reasons FROM rule_checks WHERE rule = 'applications.row_total'`,
  );
  expect(rows).toEqual([
    {
      ...{ rule: 'applications.row_total', pass: 22, fail: 0, not_evaluable: 3 },
      reasons: '{"absent":2,"ambiguous":1}',
    },
  ]);
});

test('reports share the counts that they have in common: thirty bytes a report at most', () => {
  const store = tempStore();
  const reports = 400;
  for (let seed = 0; seed < reports; seed++) load(store, makeExtraction({ seed, cells: 3 }));
  const [sizes] = query<{ own: number; shared: number; tallies: number }>(
    store,
    `SELECT (SELECT sum(length(checks)) FROM report) AS own, (SELECT sum(2 * length(counts) + 16) FROM tally) AS shared,
      (SELECT count(*) FROM tally) AS tallies`,
  );
  expect(sizes?.tallies).toBeLessThan(40);
  expect(((sizes?.own ?? 0) + (sizes?.shared ?? 0)) / reports).toBeLessThan(30);
});

test('counts that change are stored anew', () => {
  const store = tempStore();
  const extraction = makeExtraction();
  load(store, extraction);
  const checks = { ...extraction.checks, 'applications.balance': { pass: 7, fail: 0, not_evaluable: {} } };
  const { reportId, outcome } = load(store, { ...extraction, checks });
  expect(outcome).toBe('updated');
  expect(getExtraction(store, reportId)?.checks).toEqual(checks);
});
