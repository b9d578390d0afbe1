/** So many requests at once, and so many a second after that: far more than a person makes, with pages fetched ahead. */
const BURST = 300;
const A_SECOND = 50;
/** More clients than this at one time are forgotten, the oldest first. */
const CLIENTS = 10_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Counts the requests of each client, by session or else address. Returns false for one too many. */
export function rateGate(now: () => Date): (client: string) => boolean {
  const buckets = new Map<string, Bucket>();
  return (client) => {
    const at = now().getTime();
    const { left, at: before } = buckets.get(client) ?? { left: BURST, at };
    const filled = Math.min(BURST, left + ((at - before) / 1000) * A_SECOND);
    const allowed = filled >= 1;
    buckets.delete(client);
    buckets.set(client, { left: allowed ? filled - 1 : filled, at });
    for (const oldest of buckets.keys()) {
      if (buckets.size <= CLIENTS) break;
      buckets.delete(oldest);
    }
    return allowed;
  };
}
