import { expect, test } from 'vitest';
import { doubtNumber } from '../../src/forms/doubt-number.ts';

const COUNT = 'applications.received_new.total';
const FEES = 'disclosure.fees.amount_10k_yuan';

test.each([
  [COUNT, 0, null],
  [COUNT, 27, null],
  [COUNT, -3, 'negative'],
  [COUNT, 2.5, 'fraction'],
  [COUNT, 1e8, 'too_large'],
  [FEES, 1798.66, null],
  [FEES, -1, 'negative'],
  [FEES, 5e7, 'too_large'],
  ['no.such.variable', -1, null],
] as const)('%s with %d: %s', (variable, value, doubt) => expect(doubtNumber(variable, value)).toBe(doubt));
