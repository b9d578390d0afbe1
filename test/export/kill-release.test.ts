import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRandom } from '../generate/random.ts';
import { tempDir } from '../store/temp-store.ts';
import { correctTwo, MIXED, makeDatabase } from './make-release.ts';

const KILLS = process.env['GONGKAI_LONG'] ? 100 : 3;
const SEED = 20;
const EACH_MS = 60_000;

/** Resolves when the process has staged so many files, or is done. */
async function staged(dir: string, files: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const [partial] = readdirSync(dir).filter((name) => name.startsWith('new.partial-'));
    if (partial && readdirSync(join(dir, partial), { recursive: true }).length >= files) return;
    if (existsSync(join(dir, 'new'))) return;
    await new Promise((done) => setTimeout(done, 1));
  }
}

test(
  `a release that is killed is not there, or whole (${KILLS} times, seed ${SEED})`,
  async () => {
    const random = createRandom(SEED);
    const root = tempDir();
    makeDatabase(join(root, 'db.sqlite'), MIXED, correctTwo);
    let whole = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const dir = join(root, String(kill));
      mkdirSync(dir);
      cpSync(join(root, 'db.sqlite'), join(dir, 'db.sqlite'));
      const args = ['--import', 'tsx', join(import.meta.dirname, 'build-release.ts')];
      const child = spawn(process.execPath, [
        ...args,
        join(dir, 'db.sqlite'),
        join(dir, 'new'),
        'csv,parquet',
      ]);
      const ended = once(child, 'exit');
      // The last time it is let through: otherwise a release that is never there would pass.
      if (kill < KILLS - 1) {
        await staged(dir, 1 + random.integer(0, 60), child);
        child.kill('SIGKILL');
      }
      await ended;
      if (!existsSync(join(dir, 'new'))) continue;
      whole++;
      const sums = readFileSync(join(dir, 'new', 'SHA256SUMS'), 'utf8')
        .trimEnd()
        .split('\n');
      for (const line of sums) expect(existsSync(join(dir, 'new', line.slice(66)))).toBe(true);
      expect(readdirSync(dir).filter((name) => name.includes('.partial-'))).toEqual([]);
    }
    expect(whole).toBeGreaterThan(0);
  },
  KILLS * EACH_MS,
);
