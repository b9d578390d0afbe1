import { expect, test } from 'vitest';
import type { Clock } from '../../scrapers/clock.ts';
import { Lane } from '../../scrapers/lane.ts';

/** A clock that moves on to the next thing that waits as soon as nothing else is left to do. */
function virtualClock(): Clock & { run(): Promise<void> } {
  let now = 0;
  const waiting: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    date: () => new Date(now),
    sleep: (ms) => new Promise((wake) => void waiting.push({ at: now + ms, wake })),
    async run() {
      for (;;) {
        await new Promise((done) => setImmediate(done));
        waiting.sort((a, b) => a.at - b.at);
        const next = waiting.shift();
        if (!next) return;
        now = next.at;
        next.wake();
      }
    },
  };
}

test('300 hosts take no longer than the busiest of them, and a dead one holds nobody up', async () => {
  const clock = virtualClock();
  const DELAY = 3_000;
  const WORK = 200;
  const ends: number[] = [];
  const visit = (lane: Lane, workMs: number) =>
    lane.run(async () => {
      await clock.sleep(workMs);
      lane.restFor(DELAY);
      ends.push(clock.now());
    });
  for (let host = 0; host < 300; host += 1) {
    const lane = new Lane(clock, 1);
    const pages = host === 0 ? 10 : 1 + (host % 5);
    for (let page = 0; page < pages; page += 1) void visit(lane, WORK);
  }
  void visit(new Lane(clock, 1), 600_000);
  await clock.run();
  expect(ends.at(-1)).toBe(600_000);
  expect(ends.at(-2)).toBe(10 * WORK + 9 * DELAY);
});

test('a pause that grows while it is waited for is waited for whole', async () => {
  const clock = virtualClock();
  const lane = new Lane(clock, 1);
  lane.restFor(100);
  const turn = lane.run(async () => clock.now());
  void clock.sleep(50).then(() => lane.restFor(500));
  await clock.run();
  expect(await turn).toBe(550);
});

test('an abort ends the waiting and lets the work see to it', async () => {
  const clock: Clock = {
    now: () => 0,
    date: () => new Date(0),
    sleep: (_, signal) => new Promise((wake) => signal?.addEventListener('abort', () => wake())),
  };
  const lane = new Lane(clock, 1);
  lane.restFor(1_000);
  const stop = new AbortController();
  const turns = [lane.run(async () => 'first', stop.signal), lane.run(async () => 'second', stop.signal)];
  stop.abort();
  expect(await Promise.all(turns)).toEqual(['first', 'second']);
});
