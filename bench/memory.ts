import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openParsePool } from '../src/pipeline/parse-pool.ts';
import { generateCase, RECIPES } from '../test/generate/corpus.ts';

/**
 * Memory over many documents in one process: npm run bench:memory [-- DOCUMENTS]   (default 10,000)
 *
 * Pages, texts and, one in forty, PDFs through the pool of two threads. The peak of each tenth of the run is printed;
 * after the first quarter, in which heaps find their size, memory must stay flat.
 */
const DOCUMENTS = Number(process.argv[2] ?? 10_000);
const IN_FLIGHT = 4;
const PDF_EVERY = 40;
/** Growth of the resident set by the straight line through its samples. */
const MOST_GROWTH_MIB = 50;
const FIXTURES = join(import.meta.dirname, '..', 'test', 'fixtures', 'pdf');

const pdfs = ['office-dotted.pdf', 'office-cut-row.pdf', 'office-no-borders.pdf'].map((name) =>
  readFileSync(join(FIXTURES, name)),
);
const samples: { readonly done: number; readonly rss: number }[] = [];
const pool = openParsePool({ threads: 2 });
const start = performance.now();
let next = 0;
let done = 0;
await Promise.all(Array.from({ length: IN_FLIGHT }, work));
await pool.close();

const minutes = (performance.now() - start) / 60_000;
const tenth = Math.max(1, Math.floor(samples.length / 10));
for (let at = 0; at < samples.length; at += tenth) {
  const part = samples.slice(at, at + tenth);
  console.log(
    `${String(part.at(-1)?.done).padStart(7)} documents  peak ${mib(Math.max(...part.map(({ rss }) => rss)))}`,
  );
}
const settled = samples.slice(Math.floor(samples.length / 4));
const slope = slopeOf(settled) * 10_000;
const reached = slope <= MOST_GROWTH_MIB * 1024 * 1024;
console.log(
  `${done} documents in ${minutes.toFixed(1)} minutes: ${(done / minutes / 60).toFixed(1)} a second`,
);
console.log(
  `growth over 10,000 documents ${mib(slope)} (at most ${MOST_GROWTH_MIB} MiB: ${reached ? 'ok' : 'TOO MUCH'})`,
);
process.exitCode = reached ? 0 : 1;

async function work(): Promise<void> {
  while (next < DOCUMENTS) {
    const index = next++;
    await pool.extract(documentOf(index), {});
    done++;
    if (done % 20 === 0) samples.push({ done, rss: process.memoryUsage.rss() });
  }
}

/** A different document each time, so that no cache answers. */
function documentOf(index: number): Uint8Array {
  const pdf = pdfs[Math.floor(index / PDF_EVERY) % pdfs.length];
  if (index % PDF_EVERY === 0 && pdf) return pdf;
  const recipe = RECIPES[index % RECIPES.length];
  if (!recipe) throw new RangeError('no recipe');
  return generateCase(recipe, index).bytes;
}

/** Bytes a document: the slope of the line with the least squares. */
function slopeOf(points: typeof samples): number {
  const meanX = points.reduce((sum, { done: x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { rss }) => sum + rss, 0) / points.length;
  const covariance = points.reduce((sum, { done: x, rss }) => sum + (x - meanX) * (rss - meanY), 0);
  return covariance / points.reduce((sum, { done: x }) => sum + (x - meanX) ** 2, 0);
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
}
