/** Networks that are no public web server, as CIDR blocks. */
export const SPECIAL_IPV4: readonly string[] = [
  // IANA IPv4 Special-Purpose Address Registry (RFC 6890 and later)
  '0.0.0.0/8', // this network; 0.0.0.0 reaches the machine itself
  '10.0.0.0/8', // private, RFC 1918
  '100.64.0.0/10', // carrier-grade NAT, RFC 6598; 100.100.100.200 is a cloud's metadata service
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local; 169.254.169.254 is most clouds' metadata service
  '172.16.0.0/12', // private
  '192.0.0.0/24', // IETF protocol assignments; 192.0.0.192 is a cloud's metadata service
  '192.0.2.0/24', // TEST-NET-1
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays, deprecated
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // TEST-NET-2
  '203.0.113.0/24', // TEST-NET-3
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and broadcast
  // Public by its range, yet answered by the host machine of one cloud (its metadata and health service).
  '168.63.129.16/32',
];

/** The only IPv6 block that is given to public hosts (IANA IPv6 Global Unicast Address Assignments). */
export const GLOBAL_UNICAST_IPV6 = '2000::/3';

/** Parts of the block above that are not public, or that carry an IPv4 address a guard would not see. */
export const SPECIAL_IPV6: readonly string[] = [
  '2001::/23', // IETF protocol assignments: Teredo, ORCHID, benchmarking
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: an IPv4 address inside
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation, RFC 9637
];

/** Names that mean this machine, its network or a cloud's metadata service, whatever they resolve to. */
export const SPECIAL_NAMES: readonly string[] = [
  'localhost', // RFC 6761
  'localdomain',
  'local', // RFC 6762
  'internal', // reserved by ICANN for private use; metadata.google.internal
  'intranet',
  'lan',
  'home.arpa', // RFC 8375
  'corp',
  'test', // RFC 6761
  'invalid',
  'onion', // RFC 7686
];
