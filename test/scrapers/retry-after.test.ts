import { expect, test } from 'vitest';
import { readRetryAfter } from '../../scrapers/retry-after.ts';

const NOW = new Date('2022-01-28T08:00:00Z');

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Fri, 28 Jan 2022 08:01:30 GMT', 90_000],
  ['Friday, 28-Jan-22 08:01:30 GMT', 90_000],
  ['Fri Jan 28 08:01:30 2022 GMT', 90_000],
  ['Fri, 28 Jan 2022 07:00:00 GMT', 0],
  ['9'.repeat(40), Number.MAX_SAFE_INTEGER],
  ['-5', undefined],
  ['1.5', undefined],
  ['2022', 2_022_000],
  ['2022-01-29', undefined],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j asks to wait %s ms', (value, ms) => expect(readRetryAfter(value, NOW)).toBe(ms));
