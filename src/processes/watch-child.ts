import { Worker } from 'node:worker_threads';

const EVERY_MS = 50;

/**
 * Ends this process at once when it holds more memory than it may, or when its parent is gone. A thread of its own asks,
 * for the work itself may be one long call in which no message is heard, and what pictures cost is not in the heap that
 * V8 limits.
 */
export function watchChild(mostBytes: number): void {
  // As text: a module of its own would have to be found from the sources and from dist alike.
  const watch = `const parent = ${process.ppid};
  setInterval(() => {
    if (process.ppid !== parent || process.memoryUsage.rss() > ${mostBytes}) process.kill(process.pid, 'SIGKILL');
  }, ${EVERY_MS});`;
  new Worker(watch, { eval: true }).unref();
}
