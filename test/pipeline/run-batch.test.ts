import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runBatch } from '../../src/pipeline/run-batch.ts';

const jobs = Array.from({ length: 12 }, (_, index) => index);

test('results come in the order of the jobs, whichever ends first', async () => {
  const ended: number[] = [];
  const work = async (job: number) => {
    await sleep((12 - job) * 2);
    return job * 10;
  };
  const results = await runBatch(jobs, work, { concurrency: 4, onResult: (_, job) => ended.push(job) });
  expect(results).toEqual(jobs.map((job) => ({ status: 'done', value: job * 10 })));
  expect(ended).not.toEqual(jobs);
  expect(ended.toSorted((a, b) => a - b)).toEqual(jobs);
});

test('no more jobs than asked for run at a time', async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await sleep(2);
    running--;
  };
  await runBatch(jobs, work, { concurrency: 3 });
  expect(most).toBe(3);
});

test('a job that fails, even at once, keeps no other from being done', async () => {
  const work = (job: number): Promise<number> => {
    if (job === 2) throw new Error('at once');
    return job === 5 ? Promise.reject(new Error('later')) : Promise.resolve(job);
  };
  const results = await runBatch(jobs, work, { concurrency: 2 });
  expect(results.map(({ status }) => status)).toEqual(
    jobs.map((job) => (job === 2 || job === 5 ? 'failed' : 'done')),
  );
});

test('an error that stops the batch skips what has not begun', async () => {
  const work = async (job: number) => {
    if (job === 3) throw new Error('disk full');
  };
  const results = await runBatch(jobs, work, { concurrency: 1, stopsBatch: () => true });
  expect(results.map(({ status }) => status)).toEqual([
    ...['done', 'done', 'done', 'failed'],
    ...Array(8).fill('skipped'),
  ]);
});

test('a signal lets the jobs that have begun end', async () => {
  const controller = new AbortController();
  const work = async (job: number) => {
    if (job === 1) controller.abort();
    await sleep(1);
    return job;
  };
  const results = await runBatch(jobs, work, { concurrency: 2, signal: controller.signal });
  expect(results.map(({ status }) => status)).toEqual(['done', 'done', ...Array(10).fill('skipped')]);
});
