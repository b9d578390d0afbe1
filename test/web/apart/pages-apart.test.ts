import { afterAll, expect, test } from 'vitest';
import { openPages } from '../../../src/web/apart/open-pages.ts';
import { buildApp } from '../../../src/web/app.tsx';
import { isAlive } from '../../processes/is-alive.ts';
import { openTools, TEST_NOW } from '../open-tools.ts';
import { routes } from './slow-routes.ts';

/** Pages are made in processes that can be killed (requirement A-23). */

const { tools, told, close } = openTools();
const pages = openPages(
  { ...tools, database: tools.reader.file },
  {
    routes: new URL('./slow-routes.ts', import.meta.url),
    processes: 2,
    timeoutMs: 3000,
    partTimeoutMs: 1500,
  },
);
const app = buildApp({ ...tools, pages }, routes);
afterAll(() => {
  pages.close();
  close();
});

const ask = (path: string, init: RequestInit = {}) => app.request(`http://localhost${path}`, init);

test('a page is made by another process, of who asks and when, on a connection that can only read', async () => {
  const response = await ask('/quick.json');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const { process: pid, ...facts } = (await response.json()) as { process: number };
  expect(facts).toEqual({ person: 'local', now: TEST_NOW.toISOString(), queryOnly: 1 });
  expect(pid).not.toBe(process.pid);
});

test('a statement that takes longer than a page may is ended with its process, and other pages go on', async () => {
  // Both processes are there before it begins.
  await pages.warm();
  const running = ask('/slow?lang=en');
  expect((await ask('/quick.json')).status).toBe(200);
  const before = pages.pids();
  expect(before).toHaveLength(2);
  const slow = await running;
  expect(slow.status).toBe(504);
  expect(await slow.text()).toContain('Narrow it down');
  await expect.poll(() => before.filter(isAlive)).toHaveLength(1);
  expect((await ask('/quick.json')).status).toBe(200);
});

test('a GET cannot write, whatever its page tries', async () => {
  expect((await ask('/writes')).status).toBe(500);
  expect(told.join()).toContain('readonly database');
});

test('a short CSV comes as it is, a long one from a process of its own, and both are whole', async () => {
  for (const count of [3, 5000]) {
    const response = await ask(`/rows-${count}.csv`);
    expect(response.headers.get('x-total-rows')).toBe(String(count));
    expect((await response.text()).split('\n')).toHaveLength(count + 2);
  }
  expect(pages.pids().length).toBeLessThanOrEqual(2);
});

test('rows that take too long break the file off', async () => {
  const response = await ask('/cut.csv');
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('1.5 s');
});

test('what is wrong with an address is told as in one process', async () => {
  const response = await ask('/quick?lang=en&nonsense=1');
  expect(response.status).toBe(200);
  expect((await ask('/nowhere')).status).toBe(404);
});
