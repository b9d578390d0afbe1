import { expect, test } from 'vitest';
import { lastDueYear } from '../../src/sources/due-year.ts';

test.each([
  ['2026-01-01', 2024],
  ['2026-03-31', 2024],
  ['2026-04-01', 2025],
  ['2026-12-31', 2025],
])('on %s the reports about %i are the last that are due', (today, year) => {
  expect(lastDueYear(today)).toBe(year);
});
