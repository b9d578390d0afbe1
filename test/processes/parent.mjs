// A parent that gives its child something to do, says which it is, and stays.
import { register } from 'tsx/esm/api';

register();
const { openChild } = await import('../../src/processes/open-child.ts');
const program = new URL('./busy-child.mjs', import.meta.url);
const child = openChild({ program, timeoutMs: 600_000, memoryMb: 512 });
child.run('never ends').catch(() => {});
process.stdout.write(`${child.pid}\n`);
setTimeout(() => {}, 600_000);
