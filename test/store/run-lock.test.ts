import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { lockRun } from '../../src/store/run-lock.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { tempDir } from './temp-store.ts';

const holding = (database: string): string =>
  `import { lockRun } from './src/store/run-lock.ts';
   lockRun(${JSON.stringify(database)}, new Date('2026-01-01T00:00:00Z'));
   console.log('held'); setInterval(() => {}, 1000);`;

async function holdElsewhere(database: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', holding(database)]);
  await once(child.stdout, 'data');
  return child;
}

test('a second run is refused at once, and told who holds the lock; it is free when the holder is killed', async () => {
  const database = join(tempDir(), 'night.sqlite');
  const child = await holdElsewhere(database);
  const refused = () => lockRun(database, new Date());
  expect(refused).toThrow(StoreError);
  expect(refused).toThrow(new RegExp(`${child.pid}@.*2026-01-01T00:00:00`));
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockRun(database, new Date())();
});

test('given back, the lock can be taken again by the same process', () => {
  const database = join(tempDir(), 'night.sqlite');
  const release = lockRun(database, new Date());
  expect(() => lockRun(database, new Date())).toThrow(/run/);
  release();
  lockRun(database, new Date())();
});

test('a holder that has not written its name yet is waited for: the one before it is not named in its place', async () => {
  const database = join(tempDir(), 'night.sqlite');
  const name = `${database}.lock.json`;
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  const release = lockRun(database, new Date());
  const holder = readFileSync(name, 'utf8');
  writeFileSync(name, JSON.stringify({ ...JSON.parse(holder), pid: gone.pid }));
  // The name comes a little later, from outside: this thread waits.
  const script = `setTimeout(() => require('fs').writeFileSync(${JSON.stringify(name)}, ${JSON.stringify(holder)}), 100)`;
  const writer = spawn(process.execPath, ['-e', script]);
  await once(writer, 'spawn');
  expect(() => lockRun(database, new Date())).toThrow(StoreError);
  await once(writer, 'exit');
  expect(() => lockRun(database, new Date())).toThrow(new RegExp(`${process.pid}@`));
  release();
});

test('of 50 that start at once exactly one holds the lock, and each other is told at once which', {
  timeout: 240_000,
}, async () => {
  // The built program: fifty compilers at once would be what is measured.
  spawnSync(process.execPath, ['scripts/setup.mjs', '--build-only'], { stdio: 'inherit' });
  const database = join(tempDir(), 'night.sqlite');
  const script = `import { lockRun } from './dist/src/store/run-lock.js';
    process.stdin.once('data', () => {
      const start = performance.now();
      try {
        lockRun(${JSON.stringify(database)}, new Date());
        console.log(JSON.stringify({ held: true }));
        setInterval(() => {}, 1000);
      } catch (error) {
        console.log(JSON.stringify({ held: false, ms: performance.now() - start, facts: error.facts }));
        process.exit(5);
      }
    });
    console.log('ready');`;
  const children = Array.from({ length: 50 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  const readers = children.map((child) => createInterface({ input: child.stdout })[Symbol.asyncIterator]());
  for (const reader of readers) expect((await reader.next()).value).toBe('ready');
  for (const child of children) child.stdin.write('go');
  const answers = await Promise.all(readers.map(async (reader) => JSON.parse((await reader.next()).value)));
  const holders = children.filter((_, at) => answers[at].held);
  expect(holders).toHaveLength(1);
  for (const { held, ms, facts } of answers) {
    if (held) continue;
    // By itself it waits half a second at most; fifty processes on a busy machine wait for each other too.
    expect(ms).toBeLessThan(5_000);
    expect(facts).toContain(`${holders[0]?.pid}@`);
  }
});
