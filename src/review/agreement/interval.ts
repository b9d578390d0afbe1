/** A figure with its 95 % confidence interval; the interval is null where it cannot be computed. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Why a figure of agreement is undefined: never shown as 0. */
export type Undefined = 'no_units' | 'one_category' | 'one_rater';

/** 0.975 quantile of the normal distribution. */
export const Z = 1.959963984540054;

/** Errors below it come of rounding. */
const NO_ERROR = 1e-9;

/**
 * value ± Z standard errors, not beyond 1. An error of 0, as full agreement gives, says nothing of how sure a few cases
 * make it: then there is no interval.
 */
export function around(value: number, standardError: number): Estimate {
  if (standardError < NO_ERROR) return { value, low: null, high: null };
  const half = Z * standardError;
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) };
}

/** A share with Wilson's interval, which holds for small numbers and at 0 and 1 too (Wilson 1927). */
export function share(hits: number, of: number): Estimate | Undefined {
  if (of === 0) return 'no_units';
  const value = hits / of;
  const scale = 1 + Z ** 2 / of;
  const middle = (value + Z ** 2 / (2 * of)) / scale;
  const half = (Z * Math.sqrt((value * (1 - value)) / of + Z ** 2 / (4 * of ** 2))) / scale;
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
