/** Length of the longest common subsequence of two short strings. */
function commonSubsequence(a: string, b: string): number {
  let previous = new Uint8Array(b.length + 1);
  let current = new Uint8Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      current[j] =
        a[i - 1] === b[j - 1] ? (previous[j - 1] ?? 0) + 1 : Math.max(previous[j] ?? 0, current[j - 1] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

/**
 * How alike two normalised labels are, 0 to 1: characters in common and in order over the longer length. A label
 * that lost its end (text after a line break is dropped by some extractors, tables.md 3) counts by its start.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const common = commonSubsequence(short, long) / long.length;
  return short.length >= 4 && long.startsWith(short) ? Math.max(common, 0.85) : common;
}
