import { expect, test } from 'vitest';
import { DEFAULT_PORTS } from '../../scrapers/address-guard.ts';
import { FetchFailure } from '../../scrapers/fetch-failure.ts';
import { findTargets, type TargetFinder } from '../../scrapers/find-target.ts';

const finderOf = (...answers: string[][]): TargetFinder => ({
  ...{ connectTo: [], ports: DEFAULT_PORTS, timeoutMs: 50 },
  resolve: async () => answers.shift() ?? [],
});

test('a name is resolved once for a request, and again for the next: what turned private is refused', async () => {
  const finder = finderOf(['8.8.8.8', '240e::1'], ['127.0.0.1']);
  const url = new URL('http://rebind.gov.cn:8080/');
  expect(await findTargets(finder, url)).toEqual([
    { address: '8.8.8.8', port: 8080, redirected: false },
    { address: '240e::1', port: 8080, redirected: false },
  ]);
  await expect(findTargets(finder, url)).rejects.toMatchObject({ reason: 'private_address' });
});

test('an address in place of a name is never resolved', async () => {
  const finder = finderOf();
  expect(await findTargets(finder, new URL('https://[2400:3200::1]/'))).toEqual([
    { address: '2400:3200::1', port: 443, redirected: false },
  ]);
});

test('connect-to lets through exactly its target: the same host on another port is guarded', async () => {
  const finder = {
    ...finderOf(['10.0.0.1']),
    connectTo: [{ host: 'a.gov.cn', port: 80, address: '127.0.0.1', toPort: 9 }],
  };
  expect(await findTargets(finder, new URL('http://a.gov.cn/'))).toEqual([
    { address: '127.0.0.1', port: 9, redirected: true },
  ]);
  for (const url of ['http://a.gov.cn:8080/', 'http://127.0.0.1/', 'http://127.0.0.1:9/']) {
    await expect(findTargets(finder, new URL(url)), url).rejects.toMatchObject({ reason: 'private_address' });
  }
});

test('a name service that does not answer is not waited for without end', async () => {
  const finder = { ...finderOf(), resolve: () => new Promise<never>(() => undefined) };
  await expect(findTargets(finder, new URL('http://a.gov.cn/'))).rejects.toBeInstanceOf(FetchFailure);
});
