import { setImmediate } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Store } from '../../store/store.ts';
import { type EncodedPart, type EncodeTask, encodePart } from './encode-part.ts';
import type { ReleaseSetup } from './part.ts';
import { makeTables, type ReleaseTables } from './read-part.ts';
import type { BeginTask } from './release-worker.ts';
import { type WholeTask, writeWhole } from './write-whole.ts';

/** Reads and encodes parts of a release, in this thread or in several; the bytes are the same. */
export interface PartRunner {
  readonly tables: ReleaseTables;
  /** How many tasks are worth giving at a time. */
  readonly threads: number;
  readonly encode: (task: EncodeTask) => Promise<EncodedPart>;
  /** @param onReports - after each part, with how many reports it had */
  readonly writeWhole: (
    task: WholeTask,
    onReports: (reports: number) => void,
    signal?: AbortSignal,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Everything in this thread, over the store's own snapshot: for few reports, which are done before a thread has started. */
export function localRunner(store: Store, setup: ReleaseSetup): PartRunner {
  const tables = makeTables(setup);
  return {
    ...{ tables, threads: 1 },
    // Signals are let in between parts.
    encode: async (task) => {
      await setImmediate();
      return encodePart(store, tables, task);
    },
    writeWhole: async (task, onReports, signal) => {
      for (const reports of writeWhole(store, tables, task)) {
        onReports(reports);
        await setImmediate();
        signal?.throwIfAborted();
      }
    },
    close: async () => {},
  };
}

/** A part is made of many short-lived objects: room for them is time that is not spent on clearing up. */
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 96 };

/**
 * Threads with connections of their own. All of them see the moment at which they began: the caller holds writers off
 * until this returns. Throws StoreError when a thread cannot open the database.
 */
export async function threadRunner(file: string, setup: ReleaseSetup, threads: number): Promise<PartRunner> {
  const fromSources = import.meta.url.endsWith('.ts');
  const worker = fromSources ? './release-worker-source.mjs' : './release-worker.js';
  const pool = new Piscina({
    filename: new URL(worker, import.meta.url).href,
    // A thread that is started anew would see another moment.
    ...{ minThreads: threads, maxThreads: threads, idleTimeout: Number.POSITIVE_INFINITY },
    resourceLimits: MEMORY,
  });
  const task: BeginTask = { file, setup, threads, begun: new Int32Array(new SharedArrayBuffer(4)) };
  try {
    await Promise.all(Array.from({ length: threads }, () => pool.run(task, { name: 'begin' })));
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  return {
    ...{ tables: makeTables(setup), threads },
    encode: (encode) =>
      pool.run(encode, { name: 'encodePart', transferList: encode.spare }) as Promise<EncodedPart>,
    writeWhole: async (whole, onReports, signal) => {
      const { port1, port2: heard } = new MessageChannel();
      port1.on('message', onReports);
      try {
        const options = { name: 'writeWhole', transferList: [heard], ...(signal ? { signal } : {}) };
        await pool.run({ ...whole, heard }, options);
      } finally {
        port1.close();
      }
    },
    close: () => pool.destroy(),
  };
}
