import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadPdfjs, packagedResources } from '../parsers/pdf/load-pdfjs.ts';
import { readPdf } from '../parsers/pdf/read-pdf.ts';

/**
 * Reading a PDF against bare pdf.js, text and operator list of every page, of the same file:
 * npx tsx bench/pdf.ts [FILE OR DIRECTORY]…   (default: the PDF fixtures)
 */
const ROUNDS = 25;
const WARM_UP = 2;
const MOST_RATIO = 1.5;

const asked = process.argv.slice(2);
const files = (asked.length > 0 ? asked : ['test/fixtures/pdf']).flatMap(listPdfs);
if (files.length === 0) {
  console.error('no PDF to read: npx tsx bench/pdf.ts FILE…');
  process.exit(2);
}
await loadPdfjs();
const ratios: number[] = [];
let read = 0;
let bare = 0;
for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file));
  // The two take turns, and each turn gives a ratio of its own: on a busy machine both slow down together, while the
  // fastest of each would be from different moments.
  const turns: { readonly read: number; readonly bare: number }[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const turn = { read: await time(() => readPdf(bytes)), bare: await time(() => readBare(bytes)) };
    if (round >= WARM_UP) turns.push(turn);
  }
  const ownMs = median(turns.map((turn) => turn.read));
  const bareMs = median(turns.map((turn) => turn.bare));
  const ratio = median(turns.map((turn) => turn.read / turn.bare));
  ratios.push(ratio);
  read += ownMs;
  bare += bareMs;
  const own = ownMs.toFixed(0);
  const other = bareMs.toFixed(0);
  console.log(`${own.padStart(6)} ms  bare ${other.padStart(6)} ms  ${ratio.toFixed(2)}  ${basename(file)}`);
}
const worst = Math.max(...ratios);
console.log(`ratio in all  ${(read / bare).toFixed(2)}, median ${median(ratios).toFixed(2)}`);
console.log(
  `ratio worst   ${worst.toFixed(2)} (at most ${MOST_RATIO}: ${worst <= MOST_RATIO ? 'ok' : 'TOO MUCH'})`,
);
console.log(`peak memory   ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);

function listPdfs(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(path, name));
}

/** What any reader of the file has to pay: pdf.js as it comes, with the resources of its package. */
async function readBare(bytes: Uint8Array): Promise<void> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({ ...packagedResources(), data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent({ disableNormalization: true });
    await page.getOperatorList();
  }
  await task.destroy();
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
