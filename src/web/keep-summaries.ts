import { staleParts } from '../store/explore/summaries/parts.ts';
import { refreshPart } from '../store/explore/summaries/refresh-summaries.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';

/** Between two parts requests are answered; a part takes a fraction of a second. */
const PAUSE_MS = 200;
const LOOK_AGAIN_MS = 60_000;

/**
 * Sums up what others load while the app is open, a part at a time, until the signal comes. A database that somebody
 * else is writing to is left for the next time.
 */
export function keepSummaries(store: Store, signal: AbortSignal): void {
  let timer: NodeJS.Timeout;
  const next = (ms: number): void => {
    timer = setTimeout(work, ms);
    timer.unref();
  };
  const work = (): void => {
    if (!signal.aborted) next(refreshOne(store) ? PAUSE_MS : LOOK_AGAIN_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  next(0);
}

/** Whether there was anything to do. */
function refreshOne(store: Store): boolean {
  const [part] = staleParts(store, 1);
  if (!part) return false;
  try {
    refreshPart(store, part);
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}
