import { hash } from 'node:crypto';

const RANGE = 2 ** 32;

/**
 * Whether a finding is asked of two persons: a share of all, drawn by its key, so that nobody chooses and it is the
 * same after every rerun.
 */
export const isDoubleReviewed = (findingKey: string, share: number): boolean =>
  hash('sha256', `double review ${findingKey}`, 'buffer').readUInt32BE(0) < share * RANGE;
