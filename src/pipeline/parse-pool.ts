import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { Piscina } from 'piscina';
import { documentFinding } from '../../parsers/document-findings.ts';
import { refused } from '../../parsers/refused.ts';
import type { Extraction } from '../model/extraction.ts';
import { validateUnexplained } from '../validators/index.ts';
import { nothingChecked } from '../validators/nothing-checked.ts';
import type { Origin, UnitedExtraction } from './extract-document.ts';
import type { ParseTask } from './parse-worker.ts';
import { sha256Of } from './sha256.ts';
import { type Read, watchTask } from './watch-task.ts';
import { TimeLimitReached } from './watch-time.ts';

/** Documents parsed in threads that can be killed: what hangs or bursts one costs that document only. */
export interface ParsePool {
  readonly threads: number;
  /** The record of one document; a limit that was reached is a finding in it. Throws what a broken parser throws. */
  extract(bytes: Uint8Array, origin: Origin): Promise<Extraction>;
  /** The record of a page and its attachments, the page first. */
  extractReport(documents: readonly ParseTask[]): Promise<UnitedExtraction>;
  close(): Promise<void>;
}

export interface ParsePoolOptions {
  readonly threads?: number;
  /** Processor time of one document (requirement C-43); it begins anew whenever lines of a scan are read. */
  readonly timeoutMs?: number;
  /** The same by the clock; far longer, for beside other work a document that is not at fault takes long too. */
  readonly wallMs?: number;
  /** Heap of one thread. */
  readonly memoryMb?: number;
  /** The module whose `extractInWorker` does the work; tests give one that hangs. */
  readonly worker?: URL;
}

const TIMEOUT_MS = 60_000;
const WALL_TIMES = 10;
const MEMORY_MB = 512;
const IDLE_MS = 60_000;

/** Threads start with the first document; the caller closes the pool. */
export function openParsePool(options: ParsePoolOptions = {}): ParsePool {
  const {
    threads = availableParallelism(),
    timeoutMs = TIMEOUT_MS,
    wallMs = timeoutMs * WALL_TIMES,
    memoryMb = MEMORY_MB,
    worker = ownWorker(),
  } = options;
  const pool = new Piscina({
    filename: worker.href,
    minThreads: 0,
    maxThreads: threads,
    // A polite crawl has a document every few seconds: a thread that ended with each would be loaded anew for each.
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // A document's time begins with its thread: one that waits behind another that hangs is not late itself.
  const queue = new PQueue({ concurrency: threads });
  const runWatched = async <Value>(name: string, task: object, onLimit: OnLimit<Value>): Promise<Value> => {
    const { alive, signal, read, end } = watchTask({ processorMs: timeoutMs, wallMs });
    try {
      return (await pool.run({ ...task, alive }, { name, signal, transferList: [alive] })) as Value;
    } catch (error) {
      const limit = limitReached(error, signal, memoryMb);
      if (limit === null) throw error;
      return onLimit(recordAtLimit(limit, read()), read()?.winner ?? 0);
    } finally {
      end();
    }
  };
  const run = async <Value>(name: string, task: object, onLimit: OnLimit<Value>): Promise<Value> =>
    (await queue.add(() => runWatched(name, task, onLimit))) as Value;
  return {
    threads,
    extract: (bytes, origin) =>
      run(
        'extractInWorker',
        { bytes, origin } satisfies ParseTask,
        (record): Extraction => ({
          ...record,
          sha256: sha256Of(bytes),
        }),
      ),
    extractReport: (documents) =>
      run(
        'extractReportInWorker',
        { documents },
        (record, winner): UnitedExtraction => ({
          extraction: { ...record, sha256: sha256Of(documents[winner]?.bytes ?? new Uint8Array()) },
          winner,
        }),
      ),
    close: () => pool.destroy(),
  };
}

type OnLimit<Value> = (record: Omit<Extraction, 'sha256'>, winner: number) => Value;

/** What was read before the limit was reached stays; else there is only the finding. */
function recordAtLimit(limit: string, read: Read | null): Omit<Extraction, 'sha256'> {
  if (read !== null) {
    return validateUnexplained(read.reading, {
      zh: `已到限度（${limit}）`,
      en: `the limit was reached (${limit})`,
    });
  }
  const {
    paragraphs: _,
    unordered: __,
    joined: ___,
    ...record
  } = refused(documentFinding('too_complex', { limit }));
  return { ...record, ...nothingChecked(record) };
}

function ownWorker(): URL {
  const fromSources = import.meta.url.endsWith('.ts');
  return new URL(fromSources ? './parse-worker-source.mjs' : './parse-worker.js', import.meta.url);
}

function limitReached(error: unknown, { reason }: AbortSignal, memoryMb: number): string | null {
  if (reason instanceof TimeLimitReached) return reason.limit;
  const { code } = error as { code?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? `${memoryMb} MB` : null;
}
