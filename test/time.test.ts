/*
 * What depends on the time, over changes of the clock: a machine in another zone, summer time, a leap day, the end of a
 * year, and a clock that was wrong and is put right.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { budgetSignal } from '../src/cli/budget-signal.ts';
import { startCron } from '../src/cli/commands/schedule.ts';
import { judge } from '../src/cli/commands/status.ts';
import { parseDurationMs } from '../src/cli/parse-duration.ts';
import { isFresh } from '../src/pipeline/crawl/recheck.ts';
import { chinaTime } from '../src/runs/figures.ts';
import { dayInChina, isoDayInChina, lastDueYear, lastReportYear } from '../src/sources/due-year.ts';
import { LAST_STAGE, setStage, startRun } from '../src/store/crawl/runs.ts';
import { keepLease, LEASE_MS, leasedByOthers, leasesOn } from '../src/store/review/leases.ts';
import type { PageRow, RunRow } from '../src/store/schema.ts';
import { tempStore } from './store/temp-store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** China has none; the others have summer time, one of them on the other half of the earth, or half an hour. */
const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati'];

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

describe.each(ZONES)('on a machine in %s', (zone) => {
  test.each([
    // The night before and after summer time begins and ends in New York, and in Lord Howe.
    ['2026-03-07T12:00:00Z', '2026-03-07T18:30:00.000Z'],
    ['2026-03-08T06:59:00Z', '2026-03-08T18:30:00.000Z'],
    ['2026-10-31T19:00:00Z', '2026-11-01T18:30:00.000Z'],
    ['2026-04-04T15:00:00Z', '2026-04-04T18:30:00.000Z'],
    // A leap day, and a year without one; the end of a year.
    ['2028-02-28T18:31:00Z', '2028-02-29T18:30:00.000Z'],
    ['2028-02-29T18:31:00Z', '2028-03-01T18:30:00.000Z'],
    ['2026-02-28T18:31:00Z', '2026-03-01T18:30:00.000Z'],
    ['2026-12-31T18:29:00Z', '2026-12-31T18:30:00.000Z'],
    ['2026-12-31T18:31:00Z', '2027-01-01T18:30:00.000Z'],
    // China itself had summer time until 1991, and has none since.
    ['2026-07-01T00:00:00Z', '2026-07-01T18:30:00.000Z'],
  ])('the run after %s is at half past two in China: %s', (after, next) => {
    process.env['TZ'] = zone;
    expect(startCron('30 2 * * *').nextRun(new Date(after))?.toISOString()).toBe(next);
  });

  test.each([
    // Midnight in China is 16:00 UTC: the year begins and terms end there.
    ['2026-12-31T15:59:59.999Z', '2026-12-31', '2026-12-31 23:59', 2025, 2025, 2025],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', '2027-01-01 00:00', 2026, 2025, 2025],
    ['2027-01-31T15:59:59.999Z', '2027-01-31', '2027-01-31 23:59', 2026, 2025, 2025],
    ['2027-01-31T16:00:00.000Z', '2027-02-01', '2027-02-01 00:00', 2026, 2026, 2025],
    ['2027-03-31T15:59:59.999Z', '2027-03-31', '2027-03-31 23:59', 2026, 2026, 2025],
    ['2027-03-31T16:00:00.000Z', '2027-04-01', '2027-04-01 00:00', 2026, 2026, 2026],
    ['2028-02-28T16:00:00.000Z', '2028-02-29', '2028-02-29 00:00', 2027, 2027, 2026],
    ['2028-02-29T15:59:59.999Z', '2028-02-29', '2028-02-29 23:59', 2027, 2027, 2026],
    ['2100-02-28T16:00:00.000Z', '2100-03-01', '2100-03-01 00:00', 2099, 2099, 2098],
  ])(
    'at %s it is %s in China (%s): reports about %i are the last there can be, %i and %i the last that are due',
    (at, day, told, last, agency, government) => {
      process.env['TZ'] = zone;
      const now = new Date(at);
      expect(isoDayInChina(now)).toBe(day);
      expect(dayInChina(now).year).toBe(Number(day.slice(0, 4)));
      expect(chinaTime(at)).toBe(told);
      expect(lastReportYear(now)).toBe(last);
      expect(lastDueYear(now, 'agency')).toBe(agency);
      expect(lastDueYear(now, 'government')).toBe(government);
    },
  );
});

describe('a clock that was wrong and is put right', () => {
  const NOW = new Date('2026-03-01T18:30:00Z');
  const at = (ms: number): string => new Date(NOW.getTime() + ms).toISOString();
  const page = (checkedMs: number, role: PageRow['role'] = 'report') =>
    ({
      role,
      sha256: new Uint8Array(32),
      failures: 0,
      checked_at: at(checkedMs),
      changed_at: at(checkedMs),
    }) as PageRow;

  test.each([
    [-DAY_MS, false],
    [-HOUR_MS, true],
    [HOUR_MS, true],
    [DAY_MS, false],
    [3650 * DAY_MS, false],
  ])('a copy that was checked %i ms from now is fresh: %s', (checkedMs, fresh) => {
    expect(isFresh(page(checkedMs), NOW)).toBe(fresh);
    expect(isFresh(page(checkedMs, 'list'), NOW)).toBe(fresh);
  });

  test.each([
    [-HOUR_MS, false],
    [-2 * DAY_MS, true],
    [HOUR_MS, false],
    [2 * DAY_MS, true],
  ])('with the last good run %i ms from now, silence is told of: %s', (endedMs, stale) => {
    const run = { id: 1, finished_at: at(endedMs) } as RunRow;
    expect(judge(run, run, 36 * HOUR_MS, NOW.getTime()).stale).toBe(stale);
  });

  test.each([
    [-HOUR_MS, 1],
    [-DAY_MS, 2],
    [HOUR_MS, 1],
    [3650 * DAY_MS, 2],
  ])('a run that died at its report %i ms from now leaves round %i', (startedMs, round) => {
    const store = tempStore();
    const start = { command: 'run', parserVersion: '1', holder: '1@here' };
    setStage(store, startRun(store, { ...start, startedAt: at(startedMs) }).id, LAST_STAGE);
    expect(startRun(store, { ...start, startedAt: at(0) }).round).toBe(round);
  });

  test.each([
    [-LEASE_MS, false],
    [-LEASE_MS + 1, true],
    [0, true],
    [1, false],
    [DAY_MS, false],
  ])('a finding that was opened %i ms from now is held: %s', (openedMs, held) => {
    const store = tempStore();
    keepLease(store, 'k', '李', NOW.getTime() + openedMs);
    expect(leasesOn(store, 'k', NOW.getTime()).length > 0).toBe(held);
    expect(leasedByOthers(store, '王', NOW.getTime())).toBe(held ? 1 : 0);
    keepLease(store, 'k', '李', NOW.getTime());
    expect(leasesOn(store, 'k', NOW.getTime())).toEqual([
      { person: '李', expiresMs: NOW.getTime() + LEASE_MS },
    ]);
  });
});

test.each(['1.0001s', '6h', '24d', '25d', '60d', '99999d'])(
  'a budget of %s is not reached at once',
  async (text) => {
    const signal = budgetSignal(parseDurationMs(text));
    await new Promise((done) => setTimeout(done, 30));
    expect(signal.aborted).toBe(false);
  },
);
