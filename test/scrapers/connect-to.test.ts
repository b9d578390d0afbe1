import { expect, test } from 'vitest';
import { findConnectTo, parseConnectTo } from '../../scrapers/connect-to.ts';

test.each([
  ['*:80:127.0.0.1:8080', { host: '*', port: 80, address: '127.0.0.1', toPort: 8080 }],
  ['WWW.A.cn:443:mirror.cn:8443', { host: 'www.a.cn', port: 443, address: 'mirror.cn', toPort: 8443 }],
  ['::127.0.0.1:8080', { host: '*', port: null, address: '127.0.0.1', toPort: 8080 }],
  ['a.cn::[::1]:8080', { host: 'a.cn', port: null, address: '::1', toPort: 8080 }],
])('%s is read', (text, target) => expect(parseConnectTo(text)).toEqual(target));

test.each([
  '',
  '127.0.0.1:80',
  'a.cn:80:b.cn',
  'a.cn:80::80',
  'a.cn:80:b.cn:0',
  'a.cn:x:b.cn:80',
  'a.cn:80:b.cn:70000',
  'a.cn:80:::1:80',
])('%s is refused', (text) => expect(parseConnectTo(text)).toBeNull());

test('the first target that fits the host and port is taken', () => {
  const targets = ['a.cn:80:10.0.0.1:1', '*:80:10.0.0.2:2', 'b.cn::10.0.0.3:3'].flatMap(
    (text) => parseConnectTo(text) ?? [],
  );
  const port = (host: string, from: number) => findConnectTo(targets, host, from)?.toPort;
  expect([port('A.cn.', 80), port('b.cn', 80), port('b.cn', 443), port('c.cn', 443)]).toEqual([
    1,
    2,
    3,
    undefined,
  ]);
});
