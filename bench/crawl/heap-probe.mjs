/*
 * Loaded into a crawl by the benchmark (node --expose-gc --import heap-probe.mjs): twice a second collects all garbage and
 * writes a line of JSON to GONGKAI_BENCH_HEAP: the time, the MiB that are still held, buffers included, and those that
 * the process has from the system. The latter hold also what was freed and not handed back, and the page cache of the
 * database.
 */
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 500;
const MIB = 1024 ** 2;
const { GONGKAI_BENCH_HEAP: file } = process.env;

if (isMainThread && file !== undefined) {
  setInterval(() => {
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    const sample = { at: Date.now(), held: (heapUsed + external) / MIB, resident: rss / MIB };
    appendFileSync(file, `${JSON.stringify(sample)}\n`);
  }, EVERY_MS).unref();
}
