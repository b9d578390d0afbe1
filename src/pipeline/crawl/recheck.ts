import type { PageRow } from '../../store/schema.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Twenty hours: a night that begins a little earlier than the one before still asks again. */
const NIGHTLY_MS = 20 * HOUR_MS;
/**
 * Reports are corrected in the weeks after they appear and hardly ever later; a page that has been the same for
 * long is asked for less often. Lists, and pages that failed, are asked for every night.
 */
const REPORT_RECHECKS: readonly (readonly [unchangedForMs: number, everyMs: number])[] = [
  [60 * DAY_MS, NIGHTLY_MS],
  [365 * DAY_MS, 7 * DAY_MS],
  [Number.POSITIVE_INFINITY, 30 * DAY_MS],
];

/** True when the copy that is kept is new enough that the server need not be asked again. */
export function isFresh({ role, sha256, checked_at, changed_at, failures }: PageRow, now: Date): boolean {
  if (checked_at === null || sha256 === null || failures > 0) return false;
  // A copy from the future, of a night whose clock was wrong, is as far from now as one from the past.
  const age = Math.abs(now.getTime() - Date.parse(checked_at));
  if (role === 'list') return age < NIGHTLY_MS;
  const unchangedFor = Date.parse(checked_at) - Date.parse(changed_at ?? checked_at);
  const [, every = NIGHTLY_MS] = REPORT_RECHECKS.find(([limit]) => unchangedFor < limit) ?? [];
  return age < every;
}
