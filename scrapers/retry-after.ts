/**
 * Milliseconds that a Retry-After header asks to wait, from seconds or a date (RFC 9110 section 10.2.3); never
 * negative; undefined when there is none or it cannot be read.
 */
export function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  // Date.parse takes much that is no HTTP date, down to a bare number.
  const at = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
