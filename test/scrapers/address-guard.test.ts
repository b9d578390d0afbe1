import { describe, expect, test } from 'vitest';
import { refuseAddress, refuseUrl } from '../../scrapers/address-guard.ts';
import { canonicalUrl } from '../../scrapers/canonical-url.ts';
import { HOSTILE_URLS, PUBLIC_URLS } from './hostile-urls.ts';

/** What the client does with an address before any name is resolved. */
const refusal = (href: string): string | null => {
  const url = canonicalUrl(href);
  return url === null ? 'no address to fetch' : refuseUrl(new URL(url));
};

test('the table is long enough to mean something', () => expect(HOSTILE_URLS.length).toBeGreaterThan(80));

test.each(HOSTILE_URLS)('%s is refused before any name is resolved', (href) =>
  expect(refusal(href)).not.toBeNull(),
);

test.each(PUBLIC_URLS)('%s is let through', (href) => expect(refusal(href)).toBeNull());

describe('what a name resolves to', () => {
  test.each([
    ...[
      '127.0.0.1',
      '127.255.255.254',
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '100.100.100.200',
      '169.254.169.254',
    ],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '192.0.0.192',
      '198.18.0.1',
      '198.19.255.255',
      '203.0.113.9',
    ],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '168.63.129.16', '192.88.99.1'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1'],
    ...['100::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1'],
    ...['2001::1', '2002:7f00:1::', '3fff::1', '2606:4700::1%eth0', '5f00::1', 'no address', ''],
  ])('%s is refused', (address) => expect(refuseAddress(address)).not.toBeNull());

  test.each([
    ...['8.8.8.8', '61.150.65.235', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0'],
    ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '223.255.255.255', '168.63.129.17'],
    ...['2400:3200::1', '2606:4700:4700::1111', '2001:4860:4860::8888', '240e::1'],
  ])('%s is public', (address) => expect(refuseAddress(address)).toBeNull());
});
