import type { FetchCause } from '../../model/exchange.ts';

/** Failures that our own network would cause just as well as the other side. */
const NETWORK_CAUSES: readonly FetchCause[] = ['dns', 'connect', 'timeout', 'reset'];

/** Fewer hosts than this prove nothing; requirement D-06 sets the share. */
const FEWEST_HOSTS = 8;
const DOWN_SHARE = 0.6;

export interface NetworkJudge {
  /** Told of every fetch; calls `onDown` once when most hosts fail in ways that are ours rather than theirs. */
  readonly onFetch: (host: string, cause: FetchCause | null) => void;
  isDown(): boolean;
}

/**
 * Tells "this host is down" from "we are offline": of the hosts asked so far, the share whose last answer was
 * none. A host that answered anything at all, a 500 too, is up.
 */
export function judgeNetwork(onDown: () => void): NetworkJudge {
  const failing = new Map<string, boolean>();
  let down = false;
  return {
    onFetch: (host, cause) => {
      if (cause === 'aborted' || cause === 'host_paused' || cause === 'budget') return;
      failing.set(host, cause !== null && NETWORK_CAUSES.includes(cause));
      const failed = [...failing.values()].filter(Boolean).length;
      if (down || failing.size < FEWEST_HOSTS || failed < failing.size * DOWN_SHARE) return;
      down = true;
      onDown();
    },
    isDown: () => down,
  };
}
