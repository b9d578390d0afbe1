import { expect, test } from 'vitest';
import { judgeNetwork } from '../../../src/pipeline/crawl/network-judge.ts';

const hosts = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.gov.cn`);

test('most hosts out of reach at once: it is our network, said once', async () => {
  let said = 0;
  const judge = judgeNetwork({ onDown: () => said++ });
  for (const host of hosts(20)) judge.onFetch(host, 'dns');
  expect(await judge.isDown()).toBe(true);
  expect(said).toBe(1);
});

test('a few dead hosts among many that answer are theirs to mend', async () => {
  const judge = judgeNetwork({ onDown: () => undefined });
  for (const [index, host] of hosts(40).entries()) judge.onFetch(host, index % 2 === 0 ? 'connect' : null);
  expect(await judge.isDown()).toBe(false);
});

test('a host that answers with an error is up', async () => {
  const judge = judgeNetwork({ onDown: () => undefined });
  for (const host of hosts(30)) judge.onFetch(host, 'server_error');
  expect(await judge.isDown()).toBe(false);
});

test('a handful of hosts proves nothing, and what a stop leaves undone says nothing of the network', async () => {
  const judge = judgeNetwork({ onDown: () => undefined });
  for (const host of hosts(5)) judge.onFetch(host, 'timeout');
  for (const host of hosts(50)) judge.onFetch(`x${host}`, 'aborted');
  expect(await judge.isDown()).toBe(false);
});

test('a network that goes down in the fifth hour is noticed by what is heard then, however many hosts answered before', async () => {
  let ms = 0;
  const judge = judgeNetwork({ onDown: () => undefined, now: () => ms });
  for (const host of hosts(1_000)) judge.onFetch(host, null);
  ms = 10 * 60_000 - 1;
  for (const host of hosts(20)) judge.onFetch(`x${host}`, 'timeout');
  expect(await judge.isDown()).toBe(false);
  ms += 2;
  judge.onFetch('xh0.gov.cn', 'timeout');
  expect(await judge.isDown()).toBe(true);
});

test('eight dead hosts, one after another over a night, are no network that is down', async () => {
  let ms = 0;
  const judge = judgeNetwork({ onDown: () => undefined, now: () => ms });
  for (const host of hosts(20)) {
    judge.onFetch(host, 'dns');
    ms += 5 * 60_000;
  }
  expect(await judge.isDown()).toBe(false);
});

test('a canary that answers says that it is the hosts, not the network; one that does not, that it is', async () => {
  let answers = true;
  let asked = 0;
  let said = 0;
  const askCanaries = async () => {
    asked++;
    return answers;
  };
  const judge = judgeNetwork({ onDown: () => said++, askCanaries });
  for (const host of hosts(8)) judge.onFetch(host, 'timeout');
  expect([await judge.isDown(), said, asked]).toEqual([false, 0, 1]);
  // Of those eight no more is made; the next eight are new evidence.
  answers = false;
  for (const host of hosts(7)) judge.onFetch(`x${host}`, 'timeout');
  expect(await judge.isDown()).toBe(false);
  judge.onFetch('y.gov.cn', 'timeout');
  expect([await judge.isDown(), said, asked]).toEqual([true, 1, 2]);
});

test('a canary that cannot be asked has not answered', async () => {
  const judge = judgeNetwork({
    onDown: () => undefined,
    askCanaries: () => Promise.reject(new Error('broken')),
  });
  for (const host of hosts(8)) judge.onFetch(host, 'dns');
  expect(await judge.isDown()).toBe(true);
});
