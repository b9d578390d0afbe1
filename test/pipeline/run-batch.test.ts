import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runBatch } from '../../src/pipeline/run-batch.ts';

const jobs = Array.from({ length: 12 }, (_, index) => index);

/** The second half of a job that gives what the first gave. */
const finish = <Prepared>(prepared: Prepared): Prepared => prepared;

test('jobs are finished and told of in their order, whichever is prepared first', async () => {
  const [prepared, finished, told]: number[][] = [[], [], []];
  const prepare = async (job: number) => {
    await sleep((12 - job) * 2);
    prepared?.push(job);
    return job * 10;
  };
  const put = (value: number, job: number) => {
    finished?.push(job);
    return value;
  };
  const onResult = (_: unknown, job: number) => told?.push(job);
  const results = await runBatch(jobs, { prepare, finish: put }, { concurrency: 4, onResult });
  expect(results).toEqual(jobs.map((job) => ({ status: 'done', value: job * 10 })));
  expect(prepared).not.toEqual(jobs);
  expect([finished, told]).toEqual([jobs, jobs]);
});

test('no more than some jobs are prepared ahead of one that takes long', async () => {
  let begun = 0;
  let free: (() => void) | undefined;
  const first = new Promise<void>((resolve) => {
    free = resolve;
  });
  const prepare = async (job: number) => {
    begun++;
    if (job === 0) await first;
  };
  const many = Array.from({ length: 500 }, (_, index) => index);
  const batch = runBatch(many, { prepare, finish }, { concurrency: 2 });
  await sleep(20);
  expect(begun).toBeGreaterThan(2);
  expect(begun).toBeLessThanOrEqual(16);
  free?.();
  await batch;
  expect(begun).toBe(500);
});

test('no more jobs than asked for run at a time', async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await sleep(2);
    running--;
  };
  await runBatch(jobs, { prepare: work, finish }, { concurrency: 3 });
  expect(most).toBe(3);
});

test('a job that fails, even at once, keeps no other from being done', async () => {
  const work = (job: number): Promise<number> => {
    if (job === 2) throw new Error('at once');
    return job === 5 ? Promise.reject(new Error('later')) : Promise.resolve(job);
  };
  const results = await runBatch(jobs, { prepare: work, finish }, { concurrency: 2 });
  expect(results.map(({ status }) => status)).toEqual(
    jobs.map((job) => (job === 2 || job === 5 ? 'failed' : 'done')),
  );
});

test('an error that stops the batch skips what has not begun', async () => {
  const work = async (job: number) => {
    if (job === 3) throw new Error('disk full');
  };
  const results = await runBatch(jobs, { prepare: work, finish }, { concurrency: 1, stopsBatch: () => true });
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
  const results = await runBatch(
    jobs,
    { prepare: work, finish },
    { concurrency: 2, signal: controller.signal },
  );
  expect(results.map(({ status }) => status)).toEqual(['done', 'done', ...Array(10).fill('skipped')]);
});
