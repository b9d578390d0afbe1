/** Limits that a real address keeps and one made by a trap (calendar, ever deeper path) soon breaks. */
export interface UrlLimits {
  readonly maxLength: number;
  readonly maxDepth: number;
  /** How often one segment may stand in a path. */
  readonly maxRepeats: number;
}

export const URL_LIMITS: UrlLimits = { maxLength: 2083, maxDepth: 20, maxRepeats: 3 };

/** Why a canonical address is taken for one of a trap, or null. */
export function refuseLongUrl(canonical: string, limits: UrlLimits = URL_LIMITS): string | null {
  if (canonical.length > limits.maxLength) return `longer than ${limits.maxLength} characters`;
  const segments = new URL(canonical).pathname.split('/').filter((segment) => segment !== '');
  if (segments.length > limits.maxDepth) return `deeper than ${limits.maxDepth} folders`;
  const counts = new Map<string, number>();
  for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  const repeated = segments.find((segment) => (counts.get(segment) ?? 0) > limits.maxRepeats);
  return repeated === undefined
    ? null
    : `${repeated} stands more than ${limits.maxRepeats} times in the path`;
}
