/** Makes the median absolute deviation of a normal sample its standard deviation. */
const TO_SIGMA = 1.4826;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/**
 * How far a number is from others, in robust standard deviations on log(1 + x).
 *
 * @param spread - the least deviation that the others are taken to have
 */
export function robustScore(value: number, others: readonly number[], spread: number): number {
  const logs = others.map(Math.log1p);
  const center = median(logs);
  const deviation = median(logs.map((log) => Math.abs(log - center))) * TO_SIGMA;
  return (Math.log1p(value) - center) / Math.max(deviation, spread);
}
