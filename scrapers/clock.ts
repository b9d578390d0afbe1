import { setTimeout as delay } from 'node:timers/promises';

/** Time, handed in so that waiting can be tested without waiting. */
export interface Clock {
  /** Milliseconds that only grow. */
  now(): number;
  /** The time of day, for records. */
  date(): Date;
  /** Ends early, without an error, when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: async (ms, signal) => {
    // Bad only when aborted: the caller looks at the signal next.
    await delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
