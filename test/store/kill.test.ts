import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkIntegrity } from '../../src/store/check-integrity.ts';
import { getExtraction } from '../../src/store/get-extraction.ts';
import { makeExtraction } from './make-extraction.ts';
import { tempDir, tempStore } from './temp-store.ts';

const program = join(import.meta.dirname, 'load-forever.ts');
const start = (file: string): ChildProcess =>
  fork(program, [file], { execArgv: ['--import', 'tsx'], stdio: 'ignore' });

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('a process killed in the middle of a load leaves the old record or the new', {
  timeout: 60_000,
}, async () => {
  const file = join(tempDir(), 'killed.sqlite');
  const first = makeExtraction({ seed: 1 });
  const second = { ...makeExtraction({ seed: 2 }), sha256: first.sha256 };
  for (const delay of [0, 7, 31]) {
    const child = start(file);
    await once(child, 'message');
    await sleep(20 + delay);
    await kill(child);
    const store = tempStore(file);
    expect(checkIntegrity(store)).toEqual([]);
    expect([first, second]).toContainEqual(getExtraction(store, 1));
    store.close();
  }
});

test('a process killed while it creates the database leaves none or a whole one', {
  timeout: 60_000,
}, async () => {
  const dir = tempDir();
  for (let round = 0; round < 3; round++) {
    const file = join(dir, `${round}.sqlite`);
    const child = start(file);
    const message = once(child, 'message');
    while (child.exitCode === null && !isBegun(file, child)) await sleep(0);
    await kill(child);
    message.catch(() => undefined);
    expect(checkIntegrity(tempStore(file))).toEqual([]);
  }
});

/** From here on the child is writing the draft of its database. */
const isBegun = (file: string, child: ChildProcess): boolean =>
  existsSync(`${file}.new-${child.pid}`) || existsSync(file);
