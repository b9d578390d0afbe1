import type { FetchCause } from '../../model/exchange.ts';

/** Failures that our own network would cause just as well as the other side. */
const NETWORK_CAUSES: readonly FetchCause[] = ['dns', 'connect', 'timeout', 'reset'];

/** Fewer hosts than this prove nothing. */
const FEWEST_HOSTS = 8;
const DOWN_SHARE = 0.6;
/** What a host said before says nothing of the network now: in the fifth hour, a thousand hosts have answered. */
const WINDOW_MS = 10 * 60_000;

export interface NetworkJudge {
  /** Told of every fetch. */
  readonly onFetch: (host: string, cause: FetchCause | null) => void;
  /** Whether the network is down, when all that was asked to find out has been answered. */
  isDown(): Promise<boolean>;
}

export interface JudgeSettings {
  /** Called once, when most hosts fail in ways that are ours rather than theirs. */
  readonly onDown: () => void;
  /** Asks hosts that are known to be up; without it most hosts are evidence enough. */
  readonly askCanaries?: () => Promise<boolean>;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/**
 * Tells "this host is down" from "we are offline": of the hosts asked in the last ten minutes, the share whose last
 * answer was none. A host that answered anything at all, a 500 too, is up. When a canary answers, it was the hosts
 * after all, a platform that many share: what was heard so far counts no more.
 */
export function judgeNetwork({
  onDown,
  askCanaries = async () => false,
  now = () => performance.now(),
}: JudgeSettings): NetworkJudge {
  /** The host that was heard of longest ago comes first. */
  const heard = new Map<string, { readonly failed: boolean; readonly atMs: number }>();
  /** How many of them failed. */
  let failed = 0;
  const forget = (host: string): void => {
    if (heard.get(host)?.failed) failed--;
    heard.delete(host);
  };
  let verdict: Promise<boolean> | null = null;
  const judge = async (): Promise<boolean> => {
    // One that cannot even be asked has not answered.
    const isUp = await askCanaries().catch(() => false);
    if (!isUp) onDown();
    else {
      heard.clear();
      failed = 0;
      verdict = null;
    }
    return !isUp;
  };
  return {
    onFetch: (host, cause) => {
      if (cause === 'aborted' || cause === 'host_paused' || cause === 'budget') return;
      forget(host);
      const said = { failed: cause !== null && NETWORK_CAUSES.includes(cause), atMs: now() };
      heard.set(host, said);
      if (said.failed) failed++;
      for (const [name, { atMs }] of heard) {
        if (atMs > now() - WINDOW_MS) break;
        forget(name);
      }
      if (heard.size < FEWEST_HOSTS || failed < heard.size * DOWN_SHARE) return;
      verdict ??= judge();
    },
    isDown: async () => (await verdict) ?? false,
  };
}
