import { expect, test } from 'vitest';
import { decideMany } from '../../../src/store/review/bulk.ts';
import { isDoubleReviewed } from '../../../src/store/review/double-review.ts';
import { getFinding } from '../../../src/store/review/get-finding.ts';
import { undo } from '../../../src/store/review/undo.ts';
import { makeExtraction } from '../make-extraction.ts';
import { load, query } from '../temp-store.ts';
import { AT, newRequest, say, storeWithFindings } from './make-findings.ts';

test('a verdict that is sent twice is saved once and answered alike', () => {
  const store = storeWithFindings(1);
  const request = newRequest();
  const seen = getFinding(store, 1, '李')?.seen ?? { version: 0, signature: '' };
  const first = say(store, 1, '李', 'unsure', { request, seen });
  expect(first).toEqual({ outcome: 'saved', event: 1, status: 'unsure' });
  expect(say(store, 1, '李', 'unsure', { request, seen })).toEqual({ ...first, outcome: 'repeated' });
  expect(say(store, 1, '李', 'not_an_error', { request, seen })).toEqual({ outcome: 'misused' });
  expect(query(store, 'SELECT count(*) AS n FROM decisions')).toEqual([{ n: 1 }]);
});

test('who did not see the last verdict overwrites nothing', () => {
  const store = storeWithFindings(1);
  const seen = getFinding(store, 1, '王')?.seen ?? { version: -1, signature: '' };
  say(store, 1, '李', 'publisher_error');
  expect(say(store, 1, '王', 'parser_error', { seen })).toMatchObject({
    outcome: 'stale',
    now: { version: 1 },
  });
  expect(getFinding(store, 1, '王')).toMatchObject({ status: 'publisher_error', events: [{ author: '李' }] });
  expect(say(store, 1, '王', 'parser_error')).toMatchObject({ outcome: 'saved' });
});

test('a finding whose numbers change asks for a verdict again, with what was said of the old ones', () => {
  const store = storeWithFindings(1);
  say(store, 1, '李', 'publisher_error', { reason: 'typo', note: '少了一件' });
  const extraction = makeExtraction({ seed: 1, cells: 30 });
  const changed = extraction.findings.map((finding) => ({ ...finding, expected: 9 }));
  load(store, { ...extraction, findings: changed });
  const finding = getFinding(store, 1, '李');
  expect(finding).toMatchObject({ status: 'changed', expected: 9 });
  expect(finding?.events).toMatchObject([
    { verdict: 'publisher_error', reason: 'typo', note: '少了一件', details: { expected: 2, actual: 1 } },
  ]);
  load(store, extraction);
  expect(getFinding(store, 1, '李')?.status).toBe('publisher_error');
  load(store, { ...extraction, findings: changed });
  expect(say(store, 1, '李', 'not_an_error')).toMatchObject({ status: 'not_an_error' });
  load(store, { ...extraction, findings: [] });
  load(store, { ...extraction, findings: changed });
  expect(getFinding(store, 1, '李')?.status).toBe('not_an_error');
});

test('the same report in other bytes keeps its verdicts', () => {
  const store = storeWithFindings(1);
  say(store, 1, '李', 'publisher_error');
  const extraction = makeExtraction({ seed: 1, cells: 30 });
  const { reportId } = load(store, { ...extraction, sha256: 'ab'.repeat(32) });
  expect(query(store, 'SELECT review_status FROM finding WHERE report = ?', reportId)).toEqual([
    { review_status: 'publisher_error' },
  ]);
});

test('of two persons who are asked neither sees what the other said, and a third decides', async () => {
  const store = storeWithFindings(1);
  const twice = { doubleShare: 1 };
  expect(say(store, 1, '李', 'publisher_error', twice)).toMatchObject({ status: 'second' });
  expect(getFinding(store, 1, '王')).toMatchObject({ hidden: true, events: [], seen: { version: 0 } });
  expect(getFinding(store, 1, '李')?.events).toHaveLength(1);
  expect(say(store, 1, '王', 'unsure', twice)).toMatchObject({ status: 'third' });
  expect(getFinding(store, 1, '赵')).toMatchObject({ hidden: true, events: [] });
  expect(say(store, 1, '赵', 'publisher_error', twice)).toMatchObject({ status: 'publisher_error' });
  expect(getFinding(store, 1, '王')).toMatchObject({ hidden: false, events: [{}, {}, {}] });
  await undo(store, { author: '赵', at: AT, request: newRequest() });
  expect(getFinding(store, 1, '赵')?.status).toBe('third');
});

test('two who agree are enough', () => {
  const store = storeWithFindings(1);
  for (const who of ['李', '王']) say(store, 1, who, 'not_an_error', { doubleShare: 1 });
  expect(getFinding(store, 1, '赵')?.status).toBe('not_an_error');
});

test('about the share that is wanted is asked of two persons, always the same ones', () => {
  const keys = Array.from({ length: 5000 }, (_, index) => `key ${index}`);
  const asked = keys.filter((key) => isDoubleReviewed(key, 0.1));
  expect(asked.length).toBeGreaterThan(420);
  expect(asked.length).toBeLessThan(580);
  expect(keys.filter((key) => isDoubleReviewed(key, 0.2))).toEqual(expect.arrayContaining(asked));
  expect(keys.some((key) => isDoubleReviewed(key, 0))).toBe(false);
  expect(keys.every((key) => isDoubleReviewed(key, 1))).toBe(true);
});

test('many are decided in one go, each with an event of one batch, and one undo takes all back', async () => {
  const store = storeWithFindings(5);
  say(store, 2, '李', 'unsure');
  const before = query(store, 'SELECT id, review_status FROM finding');
  const all = { author: '李', at: AT, request: newRequest(), doubleShare: 0, select: () => [1, 2, 3, 4, 5] };
  const said = { verdict: 'parser_error', reason: null } as const;
  expect(await decideMany(store, { ...all, said, count: 4 })).toEqual({ outcome: 'stale', findings: 5 });
  const saved = await decideMany(store, { ...all, said, count: 5 });
  expect(saved).toEqual({ outcome: 'saved', action: 2, findings: 5, left: 0 });
  expect(await decideMany(store, { ...all, said, count: 5 })).toEqual({ ...saved, outcome: 'repeated' });
  expect(query(store, 'SELECT DISTINCT batch FROM decisions WHERE decision_id > 1')).toEqual([{ batch: 2 }]);
  expect(query(store, "SELECT count(*) AS n FROM finding WHERE review_status = 'parser_error'")).toEqual([
    { n: 5 },
  ]);
  expect(await undo(store, { author: '李', at: AT, request: newRequest() })).toMatchObject({ many: 5 });
  expect(query(store, 'SELECT id, review_status FROM finding')).toEqual(before);
});

test('what is decided is written with full synchronisation, and what comes after it without', async () => {
  const store = storeWithFindings(1);
  const synchronous = () => store.sqlite.pragma('synchronous', { simple: true });
  const during: unknown[] = [];
  const select = () => {
    during.push(synchronous());
    return [1];
  };
  const many = { author: '李', at: AT, request: newRequest(), doubleShare: 0, select, count: 1 };
  await decideMany(store, { ...many, said: { verdict: 'unsure' } });
  expect([during, synchronous()]).toEqual([[2], 1]);
});

test('many are given to one person, who finds them under their name', async () => {
  const store = storeWithFindings(2);
  const all = { author: '李', at: AT, request: newRequest(), doubleShare: 0, select: () => [1, 2], count: 2 };
  await decideMany(store, { ...all, said: { assignee: '王' } });
  expect([1, 2].map((id) => getFinding(store, id, '王')?.assignee)).toEqual(['王', '王']);
  expect(getFinding(store, 1, '王')?.status).toBe('open');
  await undo(store, { author: '李', at: AT, request: newRequest() });
  expect(getFinding(store, 1, '王')?.assignee).toBeNull();
});
