import { expect, test } from 'vitest';
import { isFresh } from '../../../src/pipeline/crawl/recheck.ts';
import type { PageRow } from '../../../src/store/schema.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = new Date('2024-06-01T18:00:00Z');
const ago = (ms: number): string => new Date(NOW.getTime() - ms).toISOString();

const page = (change: Partial<PageRow>): PageRow =>
  ({
    ...{ role: 'report', sha256: new Uint8Array(32), failures: 0, checked_at: ago(0), changed_at: ago(0) },
    ...change,
  }) as PageRow;

test.each([
  ['a list, an hour later', page({ role: 'list', checked_at: ago(HOUR_MS) }), true],
  [
    'a list, the next night',
    page({ role: 'list', checked_at: ago(23 * HOUR_MS), changed_at: ago(900 * DAY_MS) }),
    false,
  ],
  [
    'a new report, later the same night',
    page({ checked_at: ago(19 * HOUR_MS), changed_at: ago(19 * HOUR_MS) }),
    true,
  ],
  [
    'a new report, the next night',
    page({ checked_at: ago(21 * HOUR_MS), changed_at: ago(21 * HOUR_MS) }),
    false,
  ],
  ['one the same for 59 days', page({ checked_at: ago(DAY_MS), changed_at: ago(60 * DAY_MS) }), false],
  [
    'one the same for 100 days, the next night',
    page({ checked_at: ago(DAY_MS), changed_at: ago(100 * DAY_MS) }),
    true,
  ],
  [
    'one the same for 100 days, a week later',
    page({ checked_at: ago(7 * DAY_MS), changed_at: ago(107 * DAY_MS) }),
    false,
  ],
  [
    'one the same for years, after 29 days',
    page({ checked_at: ago(29 * DAY_MS), changed_at: ago(900 * DAY_MS) }),
    true,
  ],
  [
    'one the same for years, after 30 days',
    page({ checked_at: ago(30 * DAY_MS), changed_at: ago(900 * DAY_MS) }),
    false,
  ],
  ['one that failed the last time', page({ failures: 1 }), false],
  ['one that was never had', page({ sha256: null }), false],
  ['one that was never asked for', page({ checked_at: null }), false],
])('%s', (_, row, fresh) => {
  expect(isFresh(row, NOW)).toBe(fresh);
});
