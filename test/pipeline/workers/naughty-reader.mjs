// Answers as the reader's thread does, and for ever runs in a circle at a page that asks for it, or fills the memory.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (tasks) => {
  const answers = tasks.map(({ page: { url } }) => {
    while (url.endsWith('hang'));
    if (url.endsWith('exit')) process.exit(1);
    return url.endsWith('throw') ? { error: new Error('broken') } : { reading: { title: url } };
  });
  parentPort.postMessage(answers);
});
