import { lookup } from 'node:dns/promises';
import { FetchFailure } from './fetch-failure.ts';

/** Gives every address of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Asks the system, in its order. Throws what the system gives. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address);

/** All addresses of a host. Throws FetchFailure `dns` when there is none or no answer in time. */
export async function resolveHost(
  resolve: Resolve,
  host: string,
  timeoutMs: number,
): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new FetchFailure('dns', `${host}: no answer of the name service`)),
      timeoutMs,
    );
  });
  try {
    const addresses = await Promise.race([resolve(host), late]);
    if (addresses.length > 0) return addresses;
    throw new FetchFailure('dns', `${host} has no address`, { transient: false });
  } catch (error) {
    throw error instanceof FetchFailure ? error : dnsFailure(host, error);
  } finally {
    clearTimeout(timer);
  }
}

function dnsFailure(host: string, error: unknown): FetchFailure {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  // The name service said that there is no such name, or no address of it; anything else is its own trouble.
  const certain = code === 'ENOTFOUND' || code === 'ENODATA';
  return new FetchFailure('dns', `${host}: ${code}`, { transient: !certain });
}
