import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { verifyLog } from '../../../src/store/review/verify-log.ts';
import { query } from '../../store/temp-store.ts';
import { SAME_ORIGIN } from '../log-in-as.ts';
import { makeDatabase } from './serve-findings.ts';

// A browser or a process on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 300_000 });

const MAIN = resolve(import.meta.dirname, '../../../dist/src/cli/main.js');
const KILLS = process.env['GONGKAI_LONG'] === '1' ? 20 : 2;

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

test('a verdict that was answered is there after the server is killed at once', async () => {
  const { file, folder } = makeDatabase(KILLS);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (let id = 1; id <= KILLS; id++) {
    const { server, address } = await startServer(file);
    const seen = (await (await fetch(`${address}/findings/${id}.json`)).json()) as { seen: object };
    const ended = new Promise((done) => server.once('exit', done));
    const answer = await fetch(`${address}/findings/${id}/verdict`, {
      method: 'POST',
      headers: { ...SAME_ORIGIN, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ verdict: 'unsure', ...seen.seen, request: `request ${id}` }),
    });
    server.kill('SIGKILL');
    expect(answer.status).toBe(200);
    await ended;
    const store = openStore(file, { readonly: true });
    expect(query(store, 'SELECT max(finding_id) AS last, count(*) AS n FROM decisions')).toEqual([
      { last: id, n: id },
    ]);
    expect(verifyLog(store).problem).toBeNull();
    store.close();
  }
});
