import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { decodeText } from '../parsers/decode.ts';
import { loadGazetteer } from '../src/places/load-gazetteer.ts';
import { generateCase, RECIPES } from '../test/generate/corpus.ts';
import { built } from './built.ts';

/** Reading and checking a page against the bare HTML parser on the same page: npm run build && npx tsx bench/parse.ts */
const ROUNDS = 60;
const WARM_UP = 20;
/** Calls a round, of which the fastest counts: on a busy machine the others measure who else is running. */
const CALLS = 5;
const PROCESSES = 7;
const MOST_RATIO = 1.5;
const MOST_BESIDE_MS = 3;
const MOST_TEXT_MS = 5;
const MOST_PROCESS_MS = 800;

const PAGES = [
  'html-plain-2021',
  'html-word-2021',
  'html-lost-spans',
  'html-nested',
  'html-gbk-as-utf8',
  'html-traps',
];
const TEXTS = [
  'text-l2-2021',
  'text-l3p-blanks-shown',
  'text-l7-2021',
  'text-l8-2021',
  'text-l9-2019',
  'text-l3-blanks-lost',
];

const root = join(import.meta.dirname, '..');
const { parseDocument, readAgain } = await built<typeof import('../parsers/index.ts')>('parsers/index');
const { validateReading } = await built<typeof import('../src/validators/index.ts')>('src/validators/index');
const gazetteer = loadGazetteer();
let missed = 0;

for (const name of PAGES) await benchPage(name);
for (const name of TEXTS) await benchText(name);
benchProcess();
process.exitCode = missed > 0 ? 1 : 0;

/** The two take turns, so that a slower moment of the machine slows both; medians over all rounds are compared. */
async function benchPage(name: string): Promise<void> {
  const bytes = documentOf(name);
  const { text } = decodeText(bytes);
  const bare: number[] = [];
  const whole: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const bareMs = await time(() => load(text));
    const wholeMs = await time(() => readAndCheck(bytes));
    if (round < 0) continue;
    bare.push(bareMs);
    whole.push(wholeMs);
  }
  const [bareMs, wholeMs] = [median(bare), median(whole)];
  const most = bareMs * MOST_RATIO + MOST_BESIDE_MS;
  tell(
    name,
    `${kilobytes(bytes)}  cheerio.load ${ms(bareMs)}, read and checked ${ms(wholeMs)}: ${(wholeMs / bareMs).toFixed(2)} ×, at most ${ms(most)}`,
    wholeMs <= most,
  );
}

async function benchText(name: string): Promise<void> {
  const bytes = documentOf(name);
  const whole: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const wholeMs = await time(() => readAndCheck(bytes));
    if (round >= 0) whole.push(wholeMs);
  }
  tell(
    name,
    `${kilobytes(bytes)}  read and checked ${ms(median(whole))}, at most ${ms(MOST_TEXT_MS)}`,
    median(whole) <= MOST_TEXT_MS,
  );
}

/** `gongkai extract` of the bundled report, from the start of the process to its end; the fastest counts here too. */
function benchProcess(): void {
  const program = join(root, 'dist', 'src', 'cli', 'main.js');
  const report = join(root, 'data', 'sample', 'shuangliao-2021.txt');
  if (!existsSync(program)) {
    console.log('gongkai extract: not built, not measured (npm run build)');
    return;
  }
  const times = Array.from({ length: PROCESSES }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [program, 'extract', '--format', 'json', report], {
      stdio: 'ignore',
    });
    if (status !== 0) throw new Error(`gongkai extract ended with ${status}`);
    return performance.now() - start;
  });
  tell(
    'gongkai extract',
    `one text as a process ${ms(Math.min(...times))}, at most ${ms(MOST_PROCESS_MS)}`,
    Math.min(...times) <= MOST_PROCESS_MS,
  );
}

function documentOf(name: string): Uint8Array {
  const recipe = RECIPES.find((one) => one.name === name);
  if (!recipe) throw new Error(`no recipe ${name}`);
  return generateCase(recipe, 7).bytes;
}

async function readAndCheck(bytes: Uint8Array): Promise<unknown> {
  return validateReading(await parseDocument(bytes, { gazetteer }), {
    readAgain: () => readAgain(bytes),
  });
}

async function time(work: () => unknown): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let call = 0; call < CALLS; call++) {
    const start = performance.now();
    await work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function tell(name: string, line: string, reached: boolean): void {
  if (!reached) missed++;
  console.log(`${reached ? 'ok    ' : 'MISSED'} ${name.padEnd(24)} ${line}`);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function kilobytes(bytes: Uint8Array): string {
  return `${(bytes.byteLength / 1024).toFixed(0)} KB`.padStart(7);
}
