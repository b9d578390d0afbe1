import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every benchmark of this folder, each in a process of its own, so that none warms up or crowds another. memory.ts
 * and whole-way.ts take a quarter of an hour and run by themselves (npm run bench:memory, npm run bench:whole-way).
 */
const folder = import.meta.dirname;
const APART = ['index.ts', 'memory.ts', 'whole-way.ts'];
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !APART.includes(name))
  .sort();

let failed = 0;
for (const file of files) {
  console.log(`\n${file.replace(/\.ts$/, '')}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(folder, file)], {
    stdio: 'inherit',
  });
  if (status !== 0) failed++;
}
console.log(failed === 0 ? '\nEvery target is reached.' : `\n${failed} of ${files.length} miss a target.`);
process.exitCode = failed === 0 ? 0 : 1;
