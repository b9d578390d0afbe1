import PQueue from 'p-queue';

/** What became of one job, at its place in the list. `skipped`: the batch was stopped before its turn. */
export type JobResult<Value> =
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'skipped' };

export interface BatchOptions<Job, Value> {
  readonly concurrency: number;
  /** Called after each job, in the order in which they end. */
  readonly onResult?: (result: JobResult<Value>, job: Job, index: number) => void;
  /** True for an error that every later job would meet too (the disk is full): the rest is skipped. */
  readonly stopsBatch?: (error: unknown) => boolean;
  /** Stops the batch from outside: jobs that have begun are finished. */
  readonly signal?: AbortSignal;
}

/**
 * Does each job, several at a time, and returns their results in the order of the jobs. A job that fails
 * never keeps another from being done. Jobs are plain data, so that a queue outside this process can carry them.
 */
export async function runBatch<Job, Value>(
  jobs: readonly Job[],
  work: (job: Job, index: number) => Promise<Value>,
  { concurrency, onResult, stopsBatch, signal }: BatchOptions<Job, Value>,
): Promise<readonly JobResult<Value>[]> {
  const queue = new PQueue({ concurrency });
  let stopped = false;
  const runJob = async (job: Job, index: number): Promise<JobResult<Value>> => {
    const result =
      stopped || signal?.aborted ? ({ status: 'skipped' } as const) : await attempt(job, index, work);
    if (result.status === 'failed' && stopsBatch?.(result.error)) stopped = true;
    onResult?.(result, job, index);
    return result;
  };
  return Promise.all(
    jobs.map((job, index) => queue.add(() => runJob(job, index)) as Promise<JobResult<Value>>),
  );
}

async function attempt<Job, Value>(
  job: Job,
  index: number,
  work: (job: Job, index: number) => Promise<Value>,
): Promise<JobResult<Value>> {
  try {
    return { status: 'done', value: await work(job, index) };
  } catch (error) {
    return { status: 'failed', error };
  }
}
