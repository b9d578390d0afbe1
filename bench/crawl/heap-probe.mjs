/*
 * Loaded into a crawl by the benchmark (node --expose-gc --import heap-probe.mjs): twice a second collects all garbage and
 * writes a line of JSON to GONGKAI_BENCH_HEAP, with the time and the MiB that are still held, buffers included. What
 * the process has taken from the system says little of that: the collector leaves garbage while there is room.
 */
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 500;
const { GONGKAI_BENCH_HEAP: file } = process.env;

if (isMainThread && file !== undefined) {
  setInterval(() => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), mib: (heapUsed + external) / 1024 ** 2 })}\n`);
  }, EVERY_MS).unref();
}
