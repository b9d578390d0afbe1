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
