import { parseArgs } from 'node:util';
import { checkAcrossReports } from '../../../src/pipeline/across/check-across-reports.ts';
import { loadRecord } from '../../../src/pipeline/load-record.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { bodiesIn } from '../made-bodies.ts';
import { makeNight } from './make-night.ts';

/**
 * A night's load as a process of its own, until it is told to stop: reports in transactions of their own, and after
 * each batch what can be said of them beside others. Says at its end, as JSON, how long its transactions held the lock.
 */
const { values } = parseArgs({ options: { database: { type: 'string', default: '' } } });
/** Reports a batch, as a night brings them from a handful of sources. */
const BATCH = 200;
/** Ten reports a second: more than the parsers and the politeness of a night give. */
const PAUSE_MS = 100;
const YEAR = 2024;

const store = openStore(values.database);
const { heldMs, workMs } = timeTransactions(store);
const bodies = bodiesIn(YEAR);
let stopped = false;
let loaded = 0;
const errors: string[] = [];
process.on('SIGTERM', () => {
  stopped = true;
});
process.stdout.write('begun\n');
while (!stopped) {
  for (let at = 0; at < BATCH && !stopped; at++) {
    const { document, extraction } = makeNight(loaded, bodies, YEAR);
    attempt(() => loadRecord(store, document, extraction));
    loaded++;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  attempt(() => checkAcrossReports(store, { corrections: [] }));
}
store.close();
process.stdout.write(`${JSON.stringify({ loaded, heldMs, workMs, errors })}\n`);

function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    errors.push(String(error));
  }
}

type Work = (argument: unknown) => unknown;

/**
 * Notes of each write transaction how long others had to wait for it, from its first statement to its commit, and the
 * processor time that it took: what else the machine does is no part of that.
 */
function timeTransactions({ sqlite }: Store): { readonly heldMs: number[]; readonly workMs: number[] } {
  const [heldMs, workMs]: [number[], number[]] = [[], []];
  const make = sqlite.transaction.bind(sqlite) as (
    work: Work,
  ) => Work & Record<'immediate' | 'deferred', Work>;
  const timed = (work: Work) => {
    let start = 0;
    let before = process.cpuUsage();
    const transaction = make((argument) => {
      start = performance.now();
      before = process.cpuUsage();
      return work(argument);
    });
    // What only reads holds up nobody, and is begun in another way.
    const immediate: Work = (argument) => {
      const result = transaction.immediate(argument);
      heldMs.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      workMs.push((user + system) / 1000);
      return result;
    };
    const { deferred } = transaction;
    return { immediate, deferred };
  };
  Object.defineProperty(sqlite, 'transaction', { value: timed });
  return { heldMs, workMs };
}
