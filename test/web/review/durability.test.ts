import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { verifyLog } from '../../../src/store/review/verify-log.ts';
import { createRandom } from '../../generate/random.ts';
import { printSeed } from '../../store/review/make-findings.ts';
import { query } from '../../store/temp-store.ts';
import { SAME_ORIGIN } from '../log-in-as.ts';
import { makeDatabase } from './serve-findings.ts';

const MAIN = resolve(import.meta.dirname, '../../../dist/src/cli/main.js');
const LONG = process.env['GONGKAI_LONG'] === '1';
const KILLS = LONG ? 200 : 3;
/** Later than this an answer is there, on a machine that has nothing else to do. */
const LONGEST_WAIT_MS = 40;

// A browser or a process on a machine that is busy with other tests.
vi.setConfig({ testTimeout: LONG ? 3_600_000 : 300_000 });

/** `gongkai review` as a process, and where it answers. */
async function startServer(file: string): Promise<{ server: ChildProcess; address: string }> {
  const args = [
    MAIN,
    'review',
    '--port',
    '0',
    '--database',
    file,
    '--archive',
    `${file}.archive`,
    '--lang',
    'en',
  ];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void server.kill('SIGKILL'));
  let said = '';
  for await (const chunk of server.stdout ?? []) {
    said += chunk;
    const [address] = /http:\/\/\S+/.exec(said) ?? [];
    if (address) return { server, address };
  }
  throw new Error(`the server ended: ${said}`);
}

/** What is seen of a finding. A page that takes too long on a machine that is busy with other tests is asked for again. */
async function seenOf(address: string, id: number): Promise<object> {
  const response = await fetch(`${address}/findings/${id}.json`);
  if (response.status === 504) return seenOf(address, id);
  expect(response.status).toBe(200);
  return ((await response.json()) as { seen: object }).seen;
}

const post = (address: string, id: number, seen: object): Promise<Response> =>
  fetch(`${address}/findings/${id}/verdict`, {
    method: 'POST',
    headers: { ...SAME_ORIGIN, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ verdict: 'unsure', ...seen, request: `request ${id}` }),
  });

test('wherever the server is killed, a verdict that was answered is there, and one that is sent again is saved once', async () => {
  const { file, folder } = makeDatabase(KILLS);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const random = createRandom(printSeed(Number(process.env['GONGKAI_SEED'] ?? 20_260_301)));
  let { server, address } = await startServer(file);
  let answered = 0;
  for (let id = 1; id <= KILLS; id++) {
    const seen = await seenOf(address, id);
    const ended = new Promise((done) => server.once('exit', done));
    const answer = post(address, id, seen).then(
      ({ status }) => status,
      () => null,
    );
    // The first one is killed when it has answered, the others at any moment.
    await (id === 1 ? answer : setTimeout(random.integer(0, LONGEST_WAIT_MS)));
    server.kill('SIGKILL');
    const status = await answer;
    expect([200, null]).toContain(status);
    if (status === 200) answered++;
    await ended;
    ({ server, address } = await startServer(file));
    const again = await post(address, id, seen);
    expect(again.status).toBe(200);
    const { outcome } = (await again.json()) as { outcome: string };
    if (status === 200) expect(outcome).toBe('repeated');
    const store = openStore(file, { readonly: true });
    expect(query(store, 'SELECT max(finding_id) AS last, count(*) AS n FROM decisions')).toEqual([
      { last: id, n: id },
    ]);
    expect(verifyLog(store).problem).toBeNull();
    store.close();
  }
  expect(answered).toBeGreaterThan(0);
});
