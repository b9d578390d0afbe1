import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { EvidenceView } from '../../../src/evidence/evidence.ts';
import { type EvidenceMaker, type MakerOptions, openMaker } from '../../../src/evidence/maker/open-maker.ts';
import { HOSTILE_PDFS, ONE_PAGE } from '../../parsers/pdf/hostile-pdfs.ts';
import { isAlive } from '../../processes/is-alive.ts';
import { COMPILED_CHILD } from '../open-chromium.ts';

const NAUGHTY = new URL('./naughty-child.mjs', import.meta.url);
const VIEW: EvidenceView = { places: [], page: null, zoom: 50, turn: 0, lang: 'en' };
/** Those that cost most, and the rest where there is time. */
const HOSTILE = HOSTILE_PDFS.filter(
  ([name]) => process.env['GONGKAI_LONG'] === '1' || /encrypted|10,000|10 GB|itself|parent/.test(name),
);
/** A task for the naughty child: the same bytes are not asked for twice. */
const task = (first: number, name = 0) => ({ sha256: `${first} ${name}`, bytes: Uint8Array.of(first, name) });

const open: EvidenceMaker[] = [];
const make = (options: MakerOptions): EvidenceMaker => {
  const maker = openMaker(options);
  open.push(maker);
  return maker;
};
afterEach(() => {
  for (const maker of open.splice(0)) maker.close();
});

test('what hangs is ended when its time is over, and the next document is made', async () => {
  const maker = make({ program: NAUGHTY, processes: 1, timeoutMs: 1500 });
  const [hung, next] = await Promise.all([maker.show(task(1), VIEW), maker.show(task(0), VIEW)]);
  expect(hung).toEqual({ fault: 'too_large', detail: '1.5 s' });
  expect(next).toMatchObject({ body: 'sound' });
});

test('a process that breaks costs its document only', async () => {
  const maker = make({ program: NAUGHTY, processes: 1 });
  expect(await maker.show(task(2), VIEW)).toEqual({ fault: 'unrenderable', detail: '3' });
  expect(await maker.show(task(0), VIEW)).toMatchObject({ body: 'sound' });
});

test('a process that holds more than it may is ended at once, whatever it is doing', async () => {
  const maker = make({ program: COMPILED_CHILD, memoryMb: 64 });
  const made = await maker.show({ sha256: 'pdf', bytes: ONE_PAGE }, VIEW);
  expect(made).toEqual({ fault: 'too_large', detail: '64 MB' });
});

test('what is made is kept: the same document costs no second process time', async () => {
  const maker = make({ program: NAUGHTY, processes: 1 });
  const first = await maker.show(task(0), VIEW);
  maker.close();
  expect(await maker.show(task(0), VIEW)).toBe(first);
});

test('processes end when there is nothing to do, and when the maker is closed', async () => {
  const idle = make({ program: NAUGHTY, processes: 1, idleMs: 50 });
  await idle.show(task(0), VIEW);
  const [pid = 0] = idle.pids();
  while (isAlive(pid)) await sleep(20);
  expect(idle.pids()).toEqual([]);
  const closed = make({ program: NAUGHTY, processes: 1 });
  await closed.show(task(0), VIEW);
  const [other = 0] = closed.pids();
  closed.close();
  while (isAlive(other)) await sleep(20);
});

test('hostile PDFs give a page or a fault, and the process of the app does not grow', {
  timeout: 400_000,
}, async () => {
  const maker = make({ program: COMPILED_CHILD, processes: 1, timeoutMs: 20_000 });
  const before = process.memoryUsage().rss;
  for (const [name, bytes] of HOSTILE) {
    const made = await maker.show({ sha256: name, bytes }, VIEW);
    if ('fault' in made) expect(['unrenderable', 'too_large'], name).toContain(made.fault);
    else expect(made.body.length, name).toBeLessThan(2_000_000);
    expect(await maker.show({ sha256: `after ${name}`, bytes: ONE_PAGE }, VIEW), name).toMatchObject({
      pages: 1,
    });
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
});
