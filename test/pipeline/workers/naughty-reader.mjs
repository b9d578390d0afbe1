// Answers as the reader's thread does, but at a page that asks for it it runs in a circle for ever, waits, or ends.
import { readlinkSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

function thread() {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return null;
  }
}

/** As a thread does that gets no processor because others have it. */
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

parentPort.postMessage({ kind: 'begun', thread: thread() });
parentPort.on('message', (tasks) => {
  const answers = tasks.map(({ page: { url } }) => {
    while (url.endsWith('hang'));
    if (url.endsWith('exit')) process.exit(1);
    if (url.endsWith('wait')) wait(1_500);
    if (url.endsWith('sleep')) wait();
    return url.endsWith('throw') ? { error: new Error('broken') } : { reading: { title: url } };
  });
  parentPort.postMessage({ kind: 'read', answers });
});
