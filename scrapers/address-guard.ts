import { BlockList, isIP } from 'node:net';
import { GLOBAL_UNICAST_IPV6, SPECIAL_IPV4, SPECIAL_IPV6, SPECIAL_NAMES } from './special-addresses.ts';

/** From and to, both included. */
export type PortRange = readonly [from: number, to: number];

/** The ports that public sites were seen on. */
export const DEFAULT_PORTS: readonly PortRange[] = [
  [80, 80],
  [443, 443],
  [8000, 8999],
];

const special = blockList([...SPECIAL_IPV4, ...SPECIAL_IPV6]);
const globalIpv6 = blockList([GLOBAL_UNICAST_IPV6]);

/**
 * Why no connection may be made to an address, or null when it is a public one. IPv6 is judged by what is
 * public, so that IPv4-mapped, NAT64, unique-local and whatever comes later are refused without being named.
 */
export function refuseAddress(address: string): string | null {
  const family = isIP(address);
  if (family === 0) return `${address} is no address`;
  const isPublic =
    family === 4
      ? !special.check(address, 'ipv4')
      : !address.includes('%') && globalIpv6.check(address, 'ipv6') && !special.check(address, 'ipv6');
  return isPublic ? null : `${address} is no public address`;
}

/**
 * Why an address of the web is not asked for, or null: by its scheme, user, port and name, before any name is
 * resolved. `url` as the URL parser gives it: it has made `0x7f.1`, `2130706433` and `①②⑦.0.0.1` to 127.0.0.1.
 */
export function refuseUrl(url: URL, ports: readonly PortRange[] = DEFAULT_PORTS): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `scheme ${url.protocol} is not fetched`;
  if (url.username !== '' || url.password !== '') return 'a user name in the address';
  const port = portOf(url);
  if (!ports.some(([from, to]) => from <= port && port <= to)) return `port ${port} is not fetched`;
  const literal = literalAddress(url);
  return literal === null ? refuseName(url.hostname) : refuseAddress(literal);
}

/** The port, also when it is the scheme's own. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The address that stands in place of a name, without the brackets of IPv6; null for a name. */
export function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? null : bare;
}

function refuseName(hostname: string): string | null {
  const labels = hostname.replace(/\.$/, '').toLowerCase().split('.');
  // A name without a dot is completed with the machine's own search domain.
  if (labels.length < 2 || labels.includes('')) return `${hostname} is no public name`;
  const ends = labels.map((_, at) => labels.slice(at).join('.'));
  return ends.some((end) => SPECIAL_NAMES.includes(end)) ? `${hostname} is no public name` : null;
}

function blockList(blocks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = '', bits = ''] = block.split('/');
    list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
