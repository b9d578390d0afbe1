import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import { findQueue } from '../../../src/store/explore/find-queue.ts';
import { keyFindings, reportIdentity } from '../../../src/store/finding-key.ts';
import { doubleReviews } from '../../../src/store/review/double-reviews.ts';
import { getFinding } from '../../../src/store/review/get-finding.ts';
import { takeNext } from '../../../src/store/review/take-next.ts';
import { replaceFindings } from '../../../src/store/save-findings.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeExtraction, variable } from '../make-extraction.ts';
import { load, query } from '../temp-store.ts';
import { say, storeWithFindings } from './make-findings.ts';

/** What the first finding of `storeWithFindings` was made of. */
const extraction = makeExtraction({ seed: 1, cells: 30 });

const withCell = (index: number, change: Partial<Cell>): Extraction => ({
  ...extraction,
  cells: extraction.cells.map((cell) => (cell.variable === variable(index) ? { ...cell, ...change } : cell)),
});

/** A store in which 李 has decided upon the only finding. */
function decided(): Store {
  const store = storeWithFindings(1);
  say(store, 1, '李', 'publisher_error');
  return store;
}

const statusOf = (store: Store, id = 1) => getFinding(store, id, '李')?.status;

const READINGS: readonly [what: string, read: Extraction][] = [
  ['a cell that it speaks of', withCell(7, { value: 99, raw: '99', status: 'reported' })],
  ['only the text of such a cell', withCell(7, { raw: '第99' })],
  ['another cell of the same table', withCell(25, { value: 99, raw: '99', status: 'reported' })],
  ['a blank as a dash', withCell(25, { value: null, raw: '', status: 'dash' })],
];

test.each(READINGS)('a parser that reads %s otherwise has it asked again', (_, read) => {
  const store = decided();
  load(store, read, { parserVersion: '2' });
  const finding = getFinding(store, 1, '李');
  expect(finding).toMatchObject({ status: 'changed', parserVersion: '2' });
  expect(finding?.events).toMatchObject([{ verdict: 'publisher_error', active: true }]);
  load(store, extraction);
  expect(statusOf(store)).toBe('publisher_error');
});

/** The same tables in other places: what moves around a table when a page is printed with another visitor counter. */
const moved: Extraction = {
  ...extraction,
  claims: extraction.claims.map((claim) => ({ ...claim, start: claim.start + 1 })),
  cells: extraction.cells.map((cell) => ({ ...cell, source: null })),
};

test('a parser that reads the same has it asked again, as read again, and the verdict stays as it was', () => {
  for (const read of [extraction, moved]) {
    const store = decided();
    load(store, read, { parserVersion: '2' });
    const finding = getFinding(store, 1, '李');
    expect(finding).toMatchObject({ status: 'reread', parserVersion: '2' });
    expect(finding?.events).toMatchObject([{ verdict: 'publisher_error', active: true }]);
    expect(query(store, 'SELECT in_force, still_holds, reader FROM decisions')).toEqual([
      { in_force: 1, still_holds: 0, reader: 'unknown' },
    ]);
    expect(say(store, 1, '李', 'unsure')).toMatchObject({ status: 'unsure' });
    expect(query(store, 'SELECT in_force, still_holds, reader FROM decisions')).toEqual([
      { in_force: 0, still_holds: 0, reader: 'unknown' },
      { in_force: 1, still_holds: 1, reader: '2' },
    ]);
  }
});

test('the same parser that reads the same in other places leaves the verdict', () => {
  const store = decided();
  load(store, moved);
  expect(statusOf(store)).toBe('publisher_error');
});

test('while a second person is asked a new reader shows nobody the first verdict, and both count', () => {
  const store = storeWithFindings(1);
  const twice = { doubleShare: 1 };
  say(store, 1, '李', 'publisher_error', twice);
  load(store, extraction, { parserVersion: '2' });
  expect(getFinding(store, 1, '王')).toMatchObject({ status: 'second', hidden: true, events: [] });
  expect(say(store, 1, '王', 'publisher_error', twice)).toMatchObject({ status: 'publisher_error' });
  expect(statusOf(store)).toBe('publisher_error');
  load(store, extraction, { parserVersion: '3' });
  expect(statusOf(store)).toBe('reread');
  expect(say(store, 1, '李', 'publisher_error', twice)).toMatchObject({ status: 'publisher_error' });
  expect(statusOf(store)).toBe('publisher_error');
  expect(doubleReviews(store)).toEqual([
    {
      rule: 'applications.balance',
      ratings: [
        ['李', 'publisher_error'],
        ['王', 'publisher_error'],
      ],
    },
  ]);
});

test('one that was read again is asked of whoever has not spoken of the new reading', () => {
  const store = decided();
  const reviewer = (person: string) => ({ person, nowMs: 0, doubleShare: 0 });
  const next = (person: string) => takeNext(store, {}, reviewer(person)).id;
  expect(next('李')).toBeNull();
  load(store, extraction, { parserVersion: '2' });
  expect(findQueue(store, { status: ['reread'], by: '李' }, { limit: 5 })).toMatchObject({
    total: 1,
    rows: [{ id: 1 }],
  });
  expect(findQueue(store, { status: ['reread'], by: '王' }, { limit: 5 }).total).toBe(0);
  expect(next('李')).toBe(1);
  say(store, 1, '李', 'publisher_error');
  expect(next('李')).toBeNull();
});

/** The findings of the record as a release with another version of the rule makes them. */
function check(store: Store, version: number): void {
  const { findings, report, sha256, cells } = extraction;
  replaceFindings(
    store,
    1,
    keyFindings(findings, reportIdentity(report, sha256), cells, () => version),
  );
}

test('a rule that asks something else has it asked again, and a verdict says which version it is about', () => {
  const store = decided();
  check(store, 2);
  expect(getFinding(store, 1, '李')).toMatchObject({
    ...{ status: 'changed', ruleVersion: 2 },
    events: [{ details: { ruleVersion: 1, parser: 'unknown', sha256: extraction.sha256 } }],
  });
  say(store, 1, '李', 'not_an_error');
  expect(getFinding(store, 1, '李')).toMatchObject({
    ...{ status: 'not_an_error' },
    events: [{ details: { ruleVersion: 1 } }, { details: { ruleVersion: 2 } }],
  });
});

test('the same record is stored anew when it was checked by another version of a rule', () => {
  const store = decided();
  check(store, 2);
  expect(load(store, extraction).outcome).toBe('updated');
  expect(query(store, 'SELECT rule_version, review_status FROM finding')).toEqual([
    { rule_version: 1, review_status: 'publisher_error' },
  ]);
  expect(load(store, extraction).outcome).toBe('unchanged');
});

test('a verdict about what was re-issued with other numbers is asked again at the new version', () => {
  const store = decided();
  const { reportId } = load(store, {
    ...withCell(25, { value: 99, raw: '99', status: 'reported' }),
    sha256: 'ab'.repeat(32),
  });
  expect(query(store, 'SELECT review_status FROM finding ORDER BY report')).toEqual([
    { review_status: 'publisher_error' },
    { review_status: 'changed' },
  ]);
  expect(reportId).toBe(2);
});
