import { expect, test } from 'vitest';
import { checkAcrossReports } from '../../../src/pipeline/across/check-across-reports.ts';
import { printedCell } from '../../../src/store/corrections.ts';
import {
  type CellChange,
  type Correct,
  cellVersion,
  correct,
  madeCorrections,
} from '../../../src/store/review/correct.ts';
import { redo, undo } from '../../../src/store/review/undo.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeExtraction, variable } from '../make-extraction.ts';
import { load, query } from '../temp-store.ts';
import { AT, newRequest, storeWithFindings } from './make-findings.ts';

const CELL = variable(2);
const valueIn = (store: Store) =>
  query<object>(
    store,
    'SELECT raw, reported, corrected, value FROM report_values WHERE report_id = 1 AND variable = ?',
    CELL,
  )[0];
const rawIn = (store: Store) => (valueIn(store) as { raw: string }).raw;

/** What somebody who has just looked says of a cell. */
const change = (store: Store, name: string, value: number | null): CellChange => {
  const seen = { printed: printedCell(store, 1, name).text, version: cellVersion(store, 1, name) };
  return { variable: name, value, seen };
};

function mend(store: Store, value: number | null, { seen, ...more }: Partial<Correct & CellChange> = {}) {
  const changes = [{ ...change(store, CELL, value), ...(seen ? { seen } : {}) }];
  return correct(store, {
    ...{ reportId: 1, changes, reason: 'seen in the gazette', author: '李', at: AT },
    request: newRequest(),
    ...more,
  });
}

test('a correction stands beside the printed number, and undo and redo take it away and bring it back', async () => {
  const store = storeWithFindings(1);
  const before = valueIn(store);
  expect(mend(store, 77)).toMatchObject({ outcome: 'saved' });
  const corrected = { ...before, corrected: 77, value: 77 };
  expect(valueIn(store)).toEqual(corrected);
  expect(query(store, 'SELECT file, variable, value, state FROM corrections')).toEqual([
    { file: 'review', variable: CELL, value: 77, state: 'applied' },
  ]);
  await undo(store, { author: '李', at: AT, request: newRequest() });
  expect(valueIn(store)).toEqual(before);
  expect(query(store, 'SELECT * FROM corrections')).toEqual([]);
  await redo(store, { author: '李', at: AT, request: newRequest() });
  expect(valueIn(store)).toEqual(corrected);
  expect(mend(store, null)).toMatchObject({ outcome: 'saved' });
  expect(valueIn(store)).toEqual(before);
});

test('a correction of what is printed already, of an unknown report, or after another one is not written', () => {
  const store = storeWithFindings(1);
  const reported = (valueIn(store) as { reported: number }).reported;
  expect(mend(store, reported)).toEqual({ outcome: 'printed', variable: CELL });
  expect(mend(store, 5, { reportId: 9 })).toEqual({ outcome: 'gone' });
  const seen = { printed: rawIn(store), version: 0 };
  const request = newRequest();
  mend(store, 77, { request });
  expect(mend(store, 77, { request, seen })).toEqual({ outcome: 'repeated', event: 1 });
  expect(mend(store, 78, { seen })).toEqual({
    outcome: 'stale',
    variable: CELL,
    now: { ...seen, version: 1 },
  });
  expect(query(store, 'SELECT count(*) AS n FROM review_event')).toEqual([{ n: 1 }]);
});

test('cells that are right only together are saved together, or not at all, and one undo takes them back', async () => {
  const store = storeWithFindings(1);
  const names = [variable(2), variable(3), variable(4)];
  const before = query(store, 'SELECT * FROM report_values');
  const changes = names.map((name, index) => change(store, name, 70 + index));
  const stale = [...changes.slice(0, 2), { ...changes[2]!, seen: { printed: 'x', version: 0 } }];
  expect(mend(store, 0, { changes: stale })).toMatchObject({ outcome: 'stale', variable: names[2] });
  expect(query(store, 'SELECT * FROM review_event')).toEqual([]);
  const request = newRequest();
  expect(mend(store, 0, { changes, request })).toEqual({ outcome: 'saved', event: 1 });
  expect(mend(store, 0, { changes, request })).toEqual({ outcome: 'repeated', event: 1 });
  expect(query(store, 'SELECT action, kind FROM review_event')).toEqual(
    names.map(() => ({ action: 1, kind: 'correct' })),
  );
  expect(query(store, 'SELECT variable, value FROM corrections ORDER BY value')).toEqual(
    names.map((name, index) => ({ variable: name, value: 70 + index })),
  );
  expect(await undo(store, { author: '李', at: AT, request: newRequest() })).toMatchObject({ many: 3 });
  expect(query(store, 'SELECT * FROM report_values')).toEqual(before);
  await redo(store, { author: '李', at: AT, request: newRequest() });
  expect(query(store, 'SELECT count(*) AS n FROM corrections')).toEqual([{ n: 3 }]);
});

test('a report about which agency and year is not known cannot be corrected', () => {
  const store = storeWithFindings(0);
  const extraction = makeExtraction({ cells: 30 });
  load(store, { ...extraction, report: { ...extraction.report, year: null } });
  expect(mend(store, 77)).toEqual({ outcome: 'unplaced' });
});

test('a correction outlives a rerun, is set aside when another number is printed, and yields to reviewed data', () => {
  const store = storeWithFindings(1);
  mend(store, 77);
  checkAcrossReports(store, { corrections: [] });
  expect(valueIn(store)).toMatchObject({ corrected: 77 });

  const extraction = makeExtraction({ seed: 1, cells: 30 });
  const other = extraction.cells.map((cell) =>
    cell.variable === CELL ? { ...cell, value: 40, raw: '40' } : cell,
  );
  load(store, { ...extraction, cells: other });
  expect(valueIn(store)).toMatchObject({ corrected: null });
  expect(madeCorrections(store)).toMatchObject([{ value: 77, state: 'applied' }]);
  checkAcrossReports(store, { corrections: [] });
  expect(valueIn(store)).toMatchObject({ corrected: null, value: 40 });
  expect(madeCorrections(store)).toMatchObject([{ value: 77, state: 'failed' }]);

  load(store, extraction);
  const [made] = madeCorrections(store);
  const filed = { ...made!, value: 78, file: 'jilin/220382.yml', line: 1 };
  checkAcrossReports(store, { corrections: [filed] });
  expect(valueIn(store)).toMatchObject({ corrected: 78 });
  expect(madeCorrections(store)).toMatchObject([{ value: 77, state: 'pending' }]);
});
