import { expect, test } from 'vitest';
import { judgeNetwork } from '../../../src/pipeline/crawl/network-judge.ts';

const hosts = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.gov.cn`);

test('most hosts out of reach at once: it is our network, said once', () => {
  let said = 0;
  const judge = judgeNetwork(() => said++);
  for (const host of hosts(20)) judge.onFetch(host, 'dns');
  expect(judge.isDown()).toBe(true);
  expect(said).toBe(1);
});

test('a few dead hosts among many that answer are theirs to mend', () => {
  const judge = judgeNetwork(() => undefined);
  for (const [index, host] of hosts(40).entries()) judge.onFetch(host, index % 2 === 0 ? 'connect' : null);
  expect(judge.isDown()).toBe(false);
});

test('a host that answers with an error is up', () => {
  const judge = judgeNetwork(() => undefined);
  for (const host of hosts(30)) judge.onFetch(host, 'server_error');
  expect(judge.isDown()).toBe(false);
});

test('a handful of hosts proves nothing, and what a stop leaves undone says nothing of the network', () => {
  const judge = judgeNetwork(() => undefined);
  for (const host of hosts(5)) judge.onFetch(host, 'timeout');
  for (const host of hosts(50)) judge.onFetch(`x${host}`, 'aborted');
  expect(judge.isDown()).toBe(false);
});

test('a network that goes down in the fifth hour is noticed by what is heard then, however many hosts answered before', () => {
  let ms = 0;
  const judge = judgeNetwork(
    () => undefined,
    () => ms,
  );
  for (const host of hosts(1_000)) judge.onFetch(host, null);
  ms = 10 * 60_000 - 1;
  for (const host of hosts(20)) judge.onFetch(`x${host}`, 'timeout');
  expect(judge.isDown()).toBe(false);
  ms += 2;
  judge.onFetch('xh0.gov.cn', 'timeout');
  expect(judge.isDown()).toBe(true);
});

test('eight dead hosts, one after another over a night, are no network that is down', () => {
  let ms = 0;
  const judge = judgeNetwork(
    () => undefined,
    () => ms,
  );
  for (const host of hosts(20)) {
    judge.onFetch(host, 'dns');
    ms += 5 * 60_000;
  }
  expect(judge.isDown()).toBe(false);
});
