import { expect, test } from 'vitest';
import { dayInChina, dueKind, lastDueYear, lastReportYear } from '../../src/sources/due-year.ts';

test.each([
  // 16:00 UTC is midnight in China: the year begins there eight hours earlier.
  ['2025-12-31T15:59:59Z', { year: 2025, month: 12, day: 31 }],
  ['2025-12-31T16:00:00Z', { year: 2026, month: 1, day: 1 }],
  ['2024-02-28T16:00:00Z', { year: 2024, month: 2, day: 29 }],
])('the day in China at %s', (now, day) => expect(dayInChina(new Date(now))).toEqual(day));

test.each([
  ['2026-01-31T15:59:00Z', 'agency', 2024],
  ['2026-01-31T16:00:00Z', 'agency', 2025],
  ['2026-02-10T00:00:00Z', 'government', 2024],
  ['2026-03-31T15:59:00Z', 'government', 2024],
  ['2026-03-31T16:00:00Z', 'government', 2025],
  ['2026-11-26T00:00:00Z', 'government', 2025],
] as const)('at %s the report of an %s about %i is the last that is due', (now, kind, year) => {
  expect(lastDueYear(new Date(now), kind)).toBe(year);
});

test('nobody reports about a year that is not over', () => {
  expect(lastReportYear(new Date('2025-12-31T15:00:00Z'))).toBe(2024);
  expect(lastReportYear(new Date('2025-12-31T17:00:00Z'))).toBe(2025);
});

test('departments and townships are due in January, governments in March', () => {
  expect(dueKind({ id: '220382', level: 'county' })).toBe('government');
  expect(dueKind({ id: '220382-jiaoyuju', level: 'county' })).toBe('agency');
  expect(dueKind({ id: '220382-maolinzhen', level: 'township' })).toBe('agency');
});
