import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openParsePool } from '../src/pipeline/parse-pool.ts';
import { generateCase, RECIPES } from '../test/generate/corpus.ts';

/** Documents a second through the pool of threads, with the peak memory of the process: npx tsx bench/throughput.ts */
const PAGES = 400;
const PDFS = 40;
const FIXTURES = join(import.meta.dirname, '..', 'test', 'fixtures', 'pdf');

const [kind, threads] = process.argv.slice(2);
if (kind === 'html' || kind === 'pdf') await measure(kind, Number(threads));
else {
  // Each in a process of its own, because peak memory is the process's.
  for (const each of ['html', 'pdf']) {
    for (const count of ['1', '2']) {
      const parameters = ['--import', 'tsx', import.meta.filename, each, count];
      const { status } = spawnSync(process.execPath, parameters, { stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    }
  }
}

async function measure(of: 'html' | 'pdf', count: number): Promise<void> {
  const documents = of === 'html' ? pages() : pdfs();
  const pool = openParsePool({ threads: count });
  // Threads start and warm up on the first documents.
  await Promise.all(documents.slice(0, 2 * count).map((bytes) => pool.extract(bytes, {})));
  const start = performance.now();
  await Promise.all(documents.map((bytes) => pool.extract(bytes, {})));
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  const rss = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  const rate = (documents.length / seconds).toFixed(1);
  console.log(
    `${of.padEnd(5)} ${count} thread${count === 1 ? ' ' : 's'}  ${rate.padStart(6)} documents a second, peak ${rss} MiB`,
  );
}

function pages(): readonly Uint8Array[] {
  const recipes = RECIPES.filter((recipe) => recipe.kind === 'html');
  return Array.from({ length: PAGES }, (_, index) => {
    const recipe = recipes[index % recipes.length];
    if (!recipe) throw new RangeError('no recipe');
    return generateCase(recipe, index).bytes;
  });
}

function pdfs(): readonly Uint8Array[] {
  const files = readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => new Uint8Array(readFileSync(join(FIXTURES, name))));
  return Array.from({ length: PDFS }, (_, index) => files[index % files.length] ?? new Uint8Array());
}
