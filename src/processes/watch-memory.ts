import { Worker } from 'node:worker_threads';

const EVERY_MS = 50;

/**
 * Ends this process at once when it holds more memory than it may. A thread of its own asks, for the work itself may
 * be one long call, and what pictures cost is not in the heap that V8 limits.
 */
export function watchMemory(mostBytes: number): void {
  // As text: a module of its own would have to be found from the sources and from dist alike.
  const watch = `setInterval(() => {
    if (process.memoryUsage.rss() > ${mostBytes}) process.kill(process.pid, 'SIGKILL');
  }, ${EVERY_MS});`;
  new Worker(watch, { eval: true }).unref();
}
