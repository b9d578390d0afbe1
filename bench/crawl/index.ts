/*
 * Crawling beside the crawlers that others use, on the same local web, in one run: npm run bench:crawl.
 *
 *   npm run bench:crawl -- --hosts 60 --rounds 5 --memory-hosts 800
 *
 * GONGKAI_BENCH_CRAWLEE names a folder that has Crawlee already; else it is installed into a folder of the run. With 0
 * rounds, or 0 hosts for memory, that part is left out.
 *
 * Ours walks the lists, fetches, writes requests, answers and metadata to the archive, syncs them and keeps the
 * frontier in the database; Crawlee and Scrapy fetch the same pages, parse each and follow its links, and keep
 * nothing. Every figure is of a whole process, its start included.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { captures } from '../../src/archive/captures.ts';
import { PAGE_CACHE_KIB } from '../../src/store/pragmas.ts';
import type { Served } from './bench-web.ts';
import { type Absent, type Contender, crawlee, ours, scrapy, writeOrder } from './contenders.ts';
import { type OpenBenchWeb, openBenchWeb } from './open-bench-web.ts';
import type { Watched } from './watch-process.ts';

const LEAST_RATIO = 2;
/** Of what is held after a collection of garbage (requirement C-11). Pages that stay would be 5 and more. */
const MOST_MIB_A_THOUSAND = 0.1;
const SAMPLES_TOGETHER = 4;

/** After a collection of garbage, in MiB. */
interface MemorySample {
  /** Unix time in milliseconds. */
  readonly at: number;
  /** By objects and buffers. */
  readonly held: number;
  /** That the process has from the system. */
  readonly resident: number;
}
type Measure = 'held' | 'resident';

interface Turn extends Watched {
  readonly pages: number;
}

const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '5' },
    'memory-hosts': { type: 'string', default: '800' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-crawl-'));
let missed = 0;
try {
  if (Number(values.rounds) > 0) await compare(Number(values.hosts), Number(values.rounds));
  if (Number(values['memory-hosts']) > 0) await watchMemory(Number(values['memory-hosts']));
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = missed > 0 ? 1 : 0;

async function compare(hosts: number, rounds: number): Promise<void> {
  const web = await openBenchWeb(hosts, folder);
  try {
    const own = ours(web, folder);
    // The first turn warms the disk's cache and says what there is to fetch.
    const first = await own.crawl('first');
    if (first.exitCode !== 0) throw new Error(`${own.name} ended with ${first.exitCode}\n${first.output}`);
    const pages = documentsOf(await web.takeServed());
    const types = [...new Set([...pages.values()].map((type) => type.replace(/;.*/, '')))];
    requireKept(join(folder, 'first', 'archive'), pages.size);
    console.log(`${hosts} hosts, ${pages.size} pages and files, ${rounds} rounds`);
    const order = writeOrder(folder, {
      lists: web.lists,
      pages: [...pages.keys()],
      types,
      concurrency: hosts,
    });
    const all = [own, crawlee(order, folder), scrapy(order, hosts)];
    for (const one of all) if ('reason' in one) console.log(`${one.name}: left out, ${one.reason}`);
    const present = all.filter(isPresent);
    const turns = await takeTurns(present, web, rounds, pages.size);
    for (const { name } of present)
      tellContender(
        name,
        turns.map((turn) => turn.get(name) as Turn),
      );
    for (const { name } of present.slice(1)) tellRatio(name, own.name, turns);
  } finally {
    web.close();
  }
}

function isPresent(one: Contender | Absent): one is Contender {
  return 'crawl' in one;
}

/** They take turns, and each round begins with another: a slower moment of the machine slows all. */
async function takeTurns(
  present: readonly Contender[],
  web: OpenBenchWeb,
  rounds: number,
  pages: number,
): Promise<ReadonlyMap<string, Turn>[]> {
  const turns: Map<string, Turn>[] = [];
  for (let round = 0; round < rounds; round++) {
    const turn = new Map<string, Turn>();
    for (let at = 0; at < present.length; at++) {
      const one = present[(round + at) % present.length] as Contender;
      const watched = await one.crawl(`round-${round}`);
      const fetched = documentsOf(await web.takeServed()).size;
      if (fetched !== pages) {
        throw new Error(`${one.name} fetched ${fetched} of ${pages} pages\n${watched.output}`);
      }
      turn.set(one.name, { ...watched, pages: fetched });
    }
    requireKept(join(folder, `round-${round}`, 'archive'), pages);
    turns.push(turn);
  }
  return turns;
}

/** Addresses that were answered with a document, and its type. */
function documentsOf(served: readonly Served[]): ReadonlyMap<string, string> {
  return new Map(served.filter(({ status }) => status === 200).map(({ url, type }) => [url, type]));
}

/** Throws unless each document is in the archive, under its address. */
function requireKept(dir: string, pages: number): void {
  const kept = [...captures({ dir })].filter(({ sha256, status }) => sha256 !== undefined && status === 200);
  const { size } = new Set(kept.map(({ url }) => url));
  if (size !== pages) throw new Error(`the archive has ${size} of ${pages} documents`);
}

function tellContender(name: string, turns: readonly Turn[]): void {
  const rate = median(turns.map(({ pages, seconds }) => pages / seconds));
  const cpu = median(turns.map(({ pages, cpuSeconds }) => (1000 * cpuSeconds) / pages));
  const peak = median(turns.map(({ peakMib }) => peakMib));
  console.log(
    `${name.padEnd(24)} ${rate.toFixed(0).padStart(5)} pages a second  ${cpu.toFixed(2).padStart(6)} ms of processor a page  peak ${peak.toFixed(0).padStart(4)} MiB`,
  );
}

function tellRatio(peer: string, own: string, turns: readonly ReadonlyMap<string, Turn>[]): void {
  const ratio = median(
    turns.map((turn) => (turn.get(peer)?.seconds ?? Number.NaN) / (turn.get(own)?.seconds ?? 0)),
  );
  const target = peer.startsWith('Crawlee') ? verdict(ratio >= LEAST_RATIO, `at least ${LEAST_RATIO}`) : '';
  console.log(`${own} is ${ratio.toFixed(2)} × as fast as ${peer}${target}`);
}

async function watchMemory(hosts: number): Promise<void> {
  const web = await openBenchWeb(hosts, folder);
  try {
    const heap = join(folder, 'heap.jsonl');
    const probe = ['--expose-gc', '--import', join(import.meta.dirname, 'heap-probe.mjs')];
    const { seconds, peakMib } = await ours(web, folder, probe, { GONGKAI_BENCH_HEAP: heap }).crawl('memory');
    const served = await web.takeServed();
    const pages = documentsOf(served).size;
    requireKept(join(folder, 'memory', 'archive'), pages);
    const samples = readSamples(heap);
    const held = slopeOf(samples, 'held', served);
    const resident = slopeOf(samples, 'resident', served);
    const databaseMib = statSync(join(folder, 'memory', 'bench.sqlite')).size / 1024 ** 2;
    console.log(
      `memory: ${pages} pages in ${seconds.toFixed(0)} s, at most ${peakMib.toFixed(0)} MiB resident; in the second half of the pages, with each 1,000 of them:`,
    );
    console.log(
      `  ${held.toFixed(2)} MiB more held${verdict(held <= MOST_MIB_A_THOUSAND, `at most ${MOST_MIB_A_THOUSAND}`)}`,
    );
    console.log(`  ${resident.toFixed(2)} MiB more resident, ${tellCache(databaseMib / 2)}`);
  } finally {
    web.close();
  }
}

/** Until it is full, the page cache takes what the database grows by: that ends, and is no growth with the pages. */
function tellCache(mib: number): string {
  const fullMib = PAGE_CACHE_KIB / 1024;
  return mib >= fullMib
    ? 'the page cache of the database being full'
    : `of it the page cache of the database, which was not full: ${mib.toFixed(0)} of ${fullMib.toFixed(0)} MiB at half of the pages`;
}

function readSamples(file: string): MemorySample[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as MemorySample);
}

function leastOf(samples: readonly MemorySample[], measure: Measure): MemorySample[] {
  const groups = samples
    .filter((_, at) => at % SAMPLES_TOGETHER === 0)
    .map((_, at) => samples.slice(at * SAMPLES_TOGETHER, (at + 1) * SAMPLES_TOGETHER));
  return groups.map((some) => some.reduce((least, one) => (one[measure] < least[measure] ? one : least)));
}

/**
 * MiB a thousand pages by least squares, over the second half of the pages: by then all that is loaded once is. Of
 * samples that follow each other the least counts, in which the least was under way.
 */
function slopeOf(samples: readonly MemorySample[], measure: Measure, served: readonly Served[]): number {
  const times = served.filter(({ status }) => status === 200).map(({ at }) => at);
  const points = leastOf(samples, measure)
    .map(({ at, [measure]: mib }) => ({ pages: times.filter((time) => time <= at).length / 1000, mib }))
    .filter(({ pages }) => pages >= times.length / 2000 && pages < times.length / 1000);
  const mean = (pick: (point: (typeof points)[number]) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [x, y] = [mean(({ pages }) => pages), mean(({ mib }) => mib)];
  return mean(({ pages, mib }) => (pages - x) * (mib - y)) / mean(({ pages }) => (pages - x) ** 2);
}

function verdict(reached: boolean, target: string): string {
  if (!reached) missed++;
  return ` (${target}: ${reached ? 'ok' : 'MISSED'})`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
