import { z } from 'zod';
import { isTight, leastFree, measureRoom } from '../../disk-room.ts';
import { lastGoodRun } from '../../store/crawl/runs.ts';
import { isReadable } from '../../store/is-readable.ts';
import type { Store } from '../../store/store.ts';
import { route } from '../route.ts';

const TEXT = 'text/plain; charset=utf-8';
const HOUR_MS = 3_600_000;

/** For a supervisor: the process answers. */
export const alive = route({
  method: 'get',
  path: '/healthz',
  access: 'public',
  bytes: true,
  answer: () => ({ bytes: 'ok\n', type: TEXT }),
});

const ReadyQuery = z.object({
  /** As `gongkai status --max-age`, in hours. */
  'max-age': z
    .string()
    .regex(/^\d{1,5}h$/)
    .transform((text) => Number.parseInt(text, 10) * HOUR_MS)
    .optional(),
});

/**
 * For a load balancer and a monitor: the database can be read, its disk has room, and, where that is asked, a run
 * ended well not too long ago. 503 with what is not so; nothing else is told, since anybody may ask.
 */
export const ready = route({
  method: 'get',
  path: '/readyz',
  access: 'public',
  query: ReadyQuery,
  bytes: true,
  answer: ({ store, archive, query, now }) => {
    const lacking = lackingOf(store, archive, query['max-age'], now.getTime());
    return lacking.length === 0
      ? { bytes: 'ok\n', type: TEXT }
      : { status: 503, bytes: `${lacking.join('\n')}\n`, type: TEXT };
  },
});

function lackingOf(
  store: Store,
  archive: string,
  maxAgeMs: number | undefined,
  now: number,
): readonly string[] {
  if (!isReadable(store)) return ['database'];
  const lacking = isTight(measureRoom([store.file, archive], leastFree)) ? ['disk'] : [];
  if (maxAgeMs !== undefined && !isRecent(lastGoodRun(store)?.finished_at, maxAgeMs, now))
    lacking.push('run');
  return lacking;
}

/** A run that ended in the future, by a clock that was wrong, is no proof of a good one. */
function isRecent(finishedAt: string | null | undefined, maxAgeMs: number, now: number): boolean {
  const ageMs = now - Date.parse(finishedAt ?? '');
  return ageMs >= 0 && ageMs <= maxAgeMs;
}
