import { Worker } from 'node:worker_threads';
import { type TimeLimits, watchTime } from '../watch-time.ts';
import type { PageReader } from './page-reader.ts';
import type { ReadAnswer, ReaderTells, ReadTask } from './read-worker.ts';

/** A reader in a thread beside the one that fetches and keeps; whoever opens it closes it. */
export interface ReadThread extends PageReader {
  close(): Promise<void>;
}

export interface ReadThreadOptions {
  /** Processor time of the pages that are handed over at one time. */
  readonly timeoutMs?: number;
  /** The same by the clock; far longer, for beside other work a page that is not at fault takes long too. */
  readonly wallMs?: number;
  /** The module that answers; tests give one that hangs. */
  readonly worker?: URL;
}

interface Waiting {
  readonly task: ReadTask;
  readonly resolve: (reading: never) => void;
  readonly reject: (error: unknown) => void;
}

/** A page takes a millisecond; one that takes so long would never end. */
const TIMEOUT_MS = 60_000;
const WALL_TIMES = 10;
/** A page leaves its whole tree behind: where young objects have little room a fifth of the time goes to collecting them. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 96 };
/** To hand one page over takes as long as to hand over many. */
const MOST_TOGETHER = 16;

/**
 * Reads pages in a thread that can be killed: one that would take for ever costs its source that night, and no other.
 * While pages are read the next are fetched and kept. The thread begins at once, while the first page is fetched.
 */
export function openReadThread({
  timeoutMs = TIMEOUT_MS,
  wallMs = timeoutMs * WALL_TIMES,
  worker: module = ownWorker(),
}: ReadThreadOptions = {}): ReadThread {
  const start = (): Reader => startReader(module, { processorMs: timeoutMs, wallMs });
  const waiting: Waiting[] = [];
  let reader = start();
  let working = false;

  const readGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await reader.ask(group.map(({ task }) => task));
      for (const [at, answer] of answers.entries()) settle(group[at] as Waiting, answer);
    } catch (cause) {
      await reader.end();
      reader = start();
      // One of them is at fault: each gets the thread for itself.
      if (group.length > 1) for (const one of group) await readGroup([one]);
      else for (const one of group) settle(one, { error: cause });
    }
  };

  const readWaiting = async (): Promise<void> => {
    working = true;
    // Whatever is asked for in the same turn of the event loop comes along.
    await Promise.resolve();
    while (waiting.length > 0) await readGroup(waiting.splice(0, MOST_TOGETHER));
    working = false;
  };

  const read = <Reading>(task: ReadTask): Promise<Reading> =>
    new Promise<Reading>((resolve, reject) => {
      waiting.push({ task, resolve, reject });
      if (!working) void readWaiting();
    });
  return {
    readList: (family, page) => read({ as: 'list', family, page }),
    readArticle: (family, page) => read({ as: 'article', family, page }),
    close: async () => {
      await reader.end();
    },
  };
}

/** One thread, for as long as it answers. */
interface Reader {
  /** Rejects when its time is over, or when the thread ends. */
  ask(tasks: readonly ReadTask[]): Promise<readonly ReadAnswer[]>;
  end(): Promise<unknown>;
}

function startReader(module: URL, limits: TimeLimits): Reader {
  const worker = new Worker(module, { resourceLimits: MEMORY });
  /** By which its processor time is found. */
  let thread: string | null = null;
  let hear: (told: ReaderTells) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  let gone: unknown;
  const end = (error: unknown): void => {
    gone ??= error;
    fail(error);
  };
  worker.on('message', (told: ReaderTells) => {
    if (told.kind === 'begun') thread = told.thread;
    hear(told);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the thread ended with ${code}`)));
  const ask = async (tasks: readonly ReadTask[]): Promise<readonly ReadAnswer[]> => {
    if (gone !== undefined) throw gone;
    const time = watchTime(limits, thread);
    try {
      return await new Promise((resolve, reject) => {
        hear = (told) => (told.kind === 'begun' ? time.beginAnew(told.thread) : resolve(told.answers));
        fail = reject;
        time.signal.addEventListener('abort', () => reject(time.signal.reason));
        worker.postMessage(tasks);
      });
    } finally {
      time.end();
    }
  };
  return { ask, end: () => worker.terminate() };
}

function settle({ task, resolve, reject }: Waiting, answer: ReadAnswer): void {
  if ('reading' in answer) resolve(answer.reading as never);
  else
    reject(
      new Error(`${task.page.url} could not be read as a page of ${task.family}`, { cause: answer.error }),
    );
}

function ownWorker(): URL {
  const fromSources = import.meta.url.endsWith('.ts');
  return new URL(fromSources ? './read-worker-source.mjs' : './read-worker.js', import.meta.url);
}
