// A child in one call that never ends, as a statement of SQLite may be.
import { register } from 'tsx/esm/api';

register();
const { watchChild } = await import('../../src/processes/watch-child.ts');
watchChild(1024 * 1024 * 1024);
process.on('message', () => {
  for (;;);
});
process.send('ready');
