import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import PQueue from 'p-queue';
import { Piscina } from 'piscina';
import { documentFinding } from '../../parsers/document-findings.ts';
import { refused } from '../../parsers/refused.ts';
import type { Extraction } from '../model/extraction.ts';
import { nothingChecked } from '../validators/nothing-checked.ts';
import type { Origin, UnitedExtraction } from './extract-document.ts';
import type { ParseTask } from './parse-worker.ts';
import { sha256Of } from './sha256.ts';

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
  /** Wall time of one document (requirement C-43); it begins anew whenever lines of a scan are read. */
  readonly timeoutMs?: number;
  /** Heap of one thread. */
  readonly memoryMb?: number;
  /** The module whose `extractInWorker` does the work; tests give one that hangs. */
  readonly worker?: URL;
}

const TIMEOUT_MS = 60_000;
const MEMORY_MB = 512;
const IDLE_MS = 60_000;

/** Threads start with the first document; the caller closes the pool. */
export function openParsePool(options: ParsePoolOptions = {}): ParsePool {
  const {
    threads = availableParallelism(),
    timeoutMs = TIMEOUT_MS,
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
  const runWatched = async <Value>(name: string, task: object): Promise<Value> => {
    const { alive, signal, end } = startWatch(timeoutMs);
    try {
      return (await pool.run({ ...task, alive }, { name, signal, transferList: [alive] })) as Value;
    } finally {
      end();
    }
  };
  const run = async <Value>(
    name: string,
    task: object,
    onLimit: (record: Omit<Extraction, 'sha256'>) => Value,
  ) => {
    try {
      return (await queue.add(() => runWatched<Value>(name, task))) as Value;
    } catch (error) {
      const limit = limitReached(error, timeoutMs, memoryMb);
      if (limit === null) throw error;
      const {
        paragraphs: _,
        unordered: __,
        joined: ___,
        ...record
      } = refused(documentFinding('too_complex', { limit }));
      return onLimit({ ...record, ...nothingChecked(record) });
    }
  };
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
        (record): UnitedExtraction => ({
          extraction: { ...record, sha256: sha256Of(documents[0]?.bytes ?? new Uint8Array()) },
          winner: 0,
        }),
      ),
    close: () => pool.destroy(),
  };
}

/** Aborts when nothing was heard from the port for so long. */
function startWatch(timeoutMs: number) {
  const { port1: heard, port2: alive } = new MessageChannel();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  heard.on('message', () => timer.refresh());
  return {
    alive,
    signal: controller.signal,
    end: (): void => {
      clearTimeout(timer);
      heard.close();
    },
  };
}

function ownWorker(): URL {
  const fromSources = import.meta.url.endsWith('.ts');
  return new URL(fromSources ? './parse-worker-source.mjs' : './parse-worker.js', import.meta.url);
}

function limitReached(error: unknown, timeoutMs: number, memoryMb: number): string | null {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'AbortError') return `${timeoutMs / 1000} s`;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? `${memoryMb} MB` : null;
}
