import { expect, test } from 'vitest';
import { getFinding } from '../../../src/store/review/get-finding.ts';
import { hold, isFree } from '../../../src/store/review/take-next.ts';
import type { Store } from '../../../src/store/store.ts';
import { query } from '../../store/temp-store.ts';
import { say, storeWithFindings } from './make-findings.ts';

const AT_MS = Date.parse('2026-03-01T04:00:00Z');
const opens = (store: Store, person: string): boolean => {
  const finding = getFinding(store, 1, person);
  return finding !== undefined && hold(store, finding, { person, nowMs: AT_MS, doubleShare: 0 });
};

test('a finding that somebody has open is held for them, and not for others', () => {
  const store = storeWithFindings(1);
  expect([opens(store, '李'), opens(store, '李'), opens(store, '王')]).toEqual([true, true, false]);
});

test('who looks at what they have decided is not told that others have it, and keeps nothing', () => {
  const store = storeWithFindings(1);
  say(store, 1, '李', 'publisher_error');
  expect(opens(store, '李')).toBe(true);
  expect(query(store, 'SELECT * FROM review_lease')).toEqual([]);
  const finding = getFinding(store, 1, '李');
  expect(finding && isFree(store, finding, { person: '李', nowMs: AT_MS, doubleShare: 0 })).toBe(false);
});
