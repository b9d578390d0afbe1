import PQueue from 'p-queue';
import { mapInOrder } from './map-in-order.ts';

/** What became of one job, at its place in the list. `skipped`: the batch was stopped before its turn. */
export type JobResult<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'skipped' };

/** The two halves of a job. */
export interface JobSteps<Job, Prepared, Value> {
  /** Done for several jobs at a time. They begin in the order of the jobs, and end in any. */
  readonly prepare: (job: Job, index: number) => Promise<Prepared>;
  /** Done for one job after the other in their order, so that what is written never tells which was prepared first. */
  readonly finish: (prepared: Prepared, job: Job, index: number) => Value | Promise<Value>;
}

export interface BatchOptions<Job, Value> {
  /** How many jobs are prepared at a time. */
  readonly concurrency: number;
  /** Called after each job, in their order. */
  readonly onResult?: (result: JobResult<Value>, job: Job, index: number) => void;
  /** True for an error that every later job would meet too (the disk is full): the rest is skipped. */
  readonly stopsBatch?: (error: unknown) => boolean;
  /** Stops the batch from outside: jobs that have begun are finished. */
  readonly signal?: AbortSignal;
}

/** Jobs that are prepared, or being so, while an earlier one is not: without a limit one slow job would fill memory. */
const AHEAD_OF_EACH = 8;

/**
 * Prepares several jobs at a time, finishes each in its turn, and returns their results in the order of the jobs. A
 * job that fails never keeps another from being done. Jobs are plain data, so that a queue outside this process can
 * carry them.
 */
export async function runBatch<Job, Prepared, Value>(
  jobs: readonly Job[],
  { prepare, finish }: JobSteps<Job, Prepared, Value>,
  { concurrency, onResult, stopsBatch = () => false, signal }: BatchOptions<Job, Value>,
): Promise<readonly JobResult<Value>[]> {
  const queue = new PQueue({ concurrency });
  let stopping = false;
  const prepareJob = async (job: Job, index: number): Promise<JobResult<Prepared>> => {
    if (stopping || signal?.aborted) return { status: 'skipped' };
    const prepared = await attempt(() => prepare(job, index));
    stopping ||= prepared.status === 'failed' && stopsBatch(prepared.error);
    return prepared;
  };
  const finishJob = async (
    prepared: JobResult<Prepared>,
    job: Job,
    index: number,
  ): Promise<JobResult<Value>> =>
    prepared.status === 'done' ? attempt(() => finish(prepared.value, job, index)) : prepared;

  const results: JobResult<Value>[] = [];
  let stopped = false;
  const inOrder = mapInOrder(
    jobs.entries(),
    concurrency * AHEAD_OF_EACH,
    ([index, job]) => queue.add(() => prepareJob(job, index)) as Promise<JobResult<Prepared>>,
  );
  for await (const prepared of inOrder) {
    const index = results.length;
    const job = jobs[index] as Job;
    const result: JobResult<Value> = stopped ? { status: 'skipped' } : await finishJob(prepared, job, index);
    stopped ||= result.status === 'failed' && stopsBatch(result.error);
    stopping ||= stopped;
    onResult?.(result, job, index);
    results.push(result);
  }
  return results;
}

/** What work came to; never throws. */
export async function attempt<Value>(
  work: () => Value | Promise<Value>,
): Promise<Exclude<JobResult<Value>, { status: 'skipped' }>> {
  try {
    return { status: 'done', value: await work() };
  } catch (error) {
    return { status: 'failed', error };
  }
}
