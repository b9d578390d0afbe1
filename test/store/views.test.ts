import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { appendDecision } from '../../src/store/append-decision.ts';
import { getExtraction } from '../../src/store/get-extraction.ts';
import { panelColumn } from '../../src/store/panel-view.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import type { Store } from '../../src/store/store.ts';
import { makeExtraction, VARIABLES, variable } from './make-extraction.ts';
import { load, query, tempStore } from './temp-store.ts';

const columnsOf = ({ sqlite }: Store, view: string): string[] =>
  sqlite
    .prepare(`SELECT * FROM ${view}`)
    .columns()
    .map(({ name }) => name);

test('report_values has the columns of the contract', () => {
  expect(columnsOf(tempStore(), 'report_values')).toEqual(
    expect.arrayContaining(['report_id', 'variable', 'reported', 'status', 'imputed', 'corrected', 'value']),
  );
});

test('panel has a column a variable, named with underscores', () => {
  const columns = columnsOf(tempStore(), 'panel');
  expect(columns).toContain('applications_row_0_natural_person');
  expect(columns.slice(-VARIABLES.length)).toEqual(VARIABLES.map(({ name }) => panelColumn(name)));
});

test('every view can be read', () => {
  const store = tempStore();
  load(store, makeExtraction());
  for (const view of ['reports', 'report_values', 'panel', 'findings', 'decisions', 'variables', 'runs']) {
    expect(() => query(store, `SELECT * FROM ${view}`), view).not.toThrow();
  }
});

test('value is corrected, else reported, else imputed', () => {
  const store = tempStore();
  const extraction = makeExtraction({ cells: 4 });
  const cells = [
    { variable: variable(0), value: 27, raw: '27', status: 'reported' as const, source: null },
    { variable: variable(1), value: null, raw: '', status: 'blank' as const, source: null, imputed: 3 },
    { variable: variable(2), value: 1798.66, raw: '1798.66', status: 'reported' as const, source: null },
    { variable: variable(3), value: null, raw: '/', status: 'dash' as const, source: null },
  ];
  const { reportId } = load(store, { ...extraction, cells });
  const correct = store.sqlite.prepare(
    "INSERT INTO correction VALUES (?, ?, ?, NULL, 'why', 'who', '2022-02-01', NULL)",
  );
  correct.run(reportId, 1, 28);
  correct.run(reportId, 6, 5); // of a cell that the report does not have
  const rows = query(
    store,
    'SELECT variable, reported, status, imputed, corrected, value FROM report_values',
  );
  const none = { imputed: null, corrected: null };
  expect(rows).toEqual([
    { variable: variable(0), reported: 27, status: 'reported', imputed: null, corrected: 28, value: 28 },
    { variable: variable(1), reported: null, status: 'blank', imputed: 3, corrected: null, value: 3 },
    { variable: variable(2), reported: 1798.66, status: 'reported', ...none, value: 1798.66 },
    { variable: variable(3), reported: null, status: 'dash', ...none, value: null },
    { variable: variable(5), reported: null, status: 'absent', imputed: null, corrected: 5, value: 5 },
  ]);
  const [type] = query(store, "SELECT typeof(value) AS t, value || '' AS shown FROM report_values LIMIT 1");
  expect(type).toEqual({ t: 'integer', shown: '28' });
});

test('findings names its variables, and what a suggestion changes', () => {
  const store = tempStore();
  const extraction = makeExtraction();
  const finding = extraction.findings[0] as Finding;
  const suggestions = [
    ...finding.suggestions,
    {
      changes: { '行 7': 2.5 },
      why: { zh: '“数”', en: '"number"' },
      ...{ repairs: 1, breaks: 0, typos: [], alternatives: null, localised: false },
    },
  ];
  const variables = [variable(9), '行 7', variable(2)];
  const { reportId } = load(store, {
    ...extraction,
    findings: [{ ...finding, variables, suggestions }, finding],
  });
  const rows = query<{ variables: string; suggestions: string }>(
    store,
    'SELECT variables, suggestions FROM findings',
  );
  expect(rows.map((row) => JSON.parse(row.variables))).toEqual([variables, finding.variables]);
  expect(rows.map((row) => JSON.parse(row.suggestions))).toEqual([suggestions, finding.suggestions]);
  expect(getExtraction(store, reportId)?.findings[0]).toMatchObject({ variables, suggestions });
});

test('panel is report_values turned on its side', () => {
  const store = tempStore();
  for (let seed = 1; seed <= 6; seed++) load(store, makeExtraction({ seed }));
  store.sqlite.exec("INSERT INTO correction VALUES (2, 9, 5.5, NULL, 'why', 'who', '2022-02-01', NULL)");
  const wide = query(store, 'SELECT * FROM panel');
  const long = query(store, 'SELECT report_id, variable, value FROM report_values WHERE value IS NOT NULL');
  const melted = wide.flatMap((row) =>
    VARIABLES.map(({ name }) => ({
      report_id: row['report_id'],
      variable: name,
      value: row[panelColumn(name)],
    })),
  );
  const sortKey = (row: Record<string, unknown>) => `${row['report_id']} ${row['variable']}`;
  const sorted = (rows: Record<string, unknown>[]) =>
    rows.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b)));
  expect(sorted(melted.filter(({ value }) => value !== null))).toEqual(sorted(long));
});

test('panel holds agencies that are known and nothing else', () => {
  const store = tempStore();
  const extraction = makeExtraction();
  load(store, { ...extraction, report: { ...extraction.report, division: null } });
  expect(query(store, 'SELECT count(*) AS n FROM panel')).toEqual([{ n: 0 }]);
  expect(query(store, 'SELECT count(*) AS n FROM reports')).toEqual([{ n: 1 }]);
});

test('a new variable gets a column; one that is no longer listed keeps its own', () => {
  const store = tempStore();
  load(store, makeExtraction());
  const [first, ...rest] = VARIABLES;
  const added = {
    name: 'fees.total',
    table: 'fees',
    rowLabel: '收费',
    columnLabel: '总金额',
    unit: 'yuan',
    forms: ['2014'],
  };
  seedVariables(store, [added, ...rest]);
  expect(columnsOf(store, 'panel')).toContain('fees_total');
  expect(columnsOf(store, 'panel')).toContain(panelColumn(first?.name ?? ''));
  expect(query(store, "SELECT variable_id FROM variables WHERE variable = 'fees.total'")).toEqual([
    { variable_id: 211 },
  ]);
});

test('decisions are only ever added', () => {
  const store = tempStore();
  load(store, makeExtraction());
  const decide = () =>
    appendDecision(store, {
      findingId: 1,
      verdict: 'unsure',
      author: '李',
      decidedAt: '2022-02-01T00:00:00Z',
    });
  const id = decide();
  for (const sql of [
    "UPDATE review_event SET verdict = 'not_an_error'",
    'DELETE FROM review_event',
    "REPLACE INTO review_event SELECT id, kind, action, '王', at, finding, finding_key, report, verdict, reason, note, signature, double, replaces, details, request, hash FROM review_event",
    'INSERT INTO review_event SELECT 7, kind, action, author, at, finding, finding_key, report, verdict, reason, note, signature, double, replaces, details, request, hash FROM review_event',
  ]) {
    expect(() => store.sqlite.exec(sql), sql).toThrow('only ever added');
  }
  expect(decide()).toBe(id + 1);
  expect(query(store, 'SELECT verdict FROM decisions')).toEqual([
    { verdict: 'unsure' },
    { verdict: 'unsure' },
  ]);
  expect(store.sqlite.pragma('synchronous', { simple: true })).toBe(1);
});
