import { literalAddress, type PortRange, portOf, refuseAddress, refuseUrl } from './address-guard.ts';
import { type ConnectTo, findConnectTo } from './connect-to.ts';
import { FetchFailure } from './fetch-failure.ts';
import { type Resolve, resolveHost } from './resolve-host.ts';

/** Where a connection is made to. */
export interface Target {
  readonly address: string;
  readonly port: number;
  /** Chosen by a person: not of the web, and not part of the evidence. */
  readonly redirected: boolean;
}

export interface TargetFinder {
  readonly connectTo: readonly ConnectTo[];
  readonly ports: readonly PortRange[];
  readonly resolve: Resolve;
  readonly timeoutMs: number;
}

/**
 * The addresses that a request may be sent to, every one of them checked; a connection is made to one of these and to
 * nothing that is resolved later. Throws FetchFailure `dns` or `private_address`: one bad address among good ones is
 * enough, since who answers so once will answer with the bad one next.
 */
export async function findTargets(finder: TargetFinder, url: URL): Promise<readonly Target[]> {
  const port = portOf(url);
  const target = findConnectTo(finder.connectTo, url.hostname, port);
  if (target) return [{ address: target.address, port: target.toPort, redirected: true }];
  const literal = literalAddress(url);
  refuse(url, refuseUrl(url, finder.ports));
  const addresses = literal ? [literal] : await resolveHost(finder.resolve, url.hostname, finder.timeoutMs);
  for (const address of addresses) refuse(url, refuseAddress(address));
  return addresses.map((address) => ({ address, port, redirected: false }));
}

function refuse(url: URL, reason: string | null): void {
  if (reason !== null) throw new FetchFailure('private_address', `${url.host}: ${reason}`);
}
