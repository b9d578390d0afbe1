import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openChild } from '../../src/processes/open-child.ts';
import { isAlive } from './is-alive.ts';

const BUSY = new URL('./busy-child.mjs', import.meta.url);
const SOON = { timeout: 30_000, interval: 100 };

test('a child that is in one long call does not outlive its parent', async () => {
  const parent = spawn(process.execPath, [fileURLToPath(new URL('./parent.mjs', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(said);
  expect(isAlive(pid)).toBe(true);
  // It has begun, and nothing that is sent to it is heard any more.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), SOON).toBe(false);
});

test('a child whose time is over is ended in the middle of its call', async () => {
  const child = openChild<string, { heldBytes: number }>({ program: BUSY, timeoutMs: 300, memoryMb: 512 });
  await expect(child.run('never ends')).rejects.toMatchObject({ name: 'ChildDied', why: 'time' });
  await expect.poll(() => isAlive(child.pid ?? 0), SOON).toBe(false);
});
