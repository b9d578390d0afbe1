import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ownThread, threadMs } from '../../src/processes/thread-time.ts';

const work = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

test.each([
  ['by its own name', ownThread()],
  ['by the whole process where it has no name', null],
  ['by the whole process when its name is that of none', 'nobody/task/0'],
])('the time of a thread grows with its work, %s', (_, thread) => {
  const before = threadMs(thread);
  work(200);
  expect(threadMs(thread) - before).toBeGreaterThan(5);
});

test('waiting takes hardly any', async () => {
  const thread = ownThread();
  const before = threadMs(thread);
  await sleep(500);
  expect(threadMs(thread) - before).toBeLessThan(250);
});
