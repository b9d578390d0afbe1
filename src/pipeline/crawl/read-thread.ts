import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PageReader } from './page-reader.ts';
import type { ReadAnswer, ReadTask } from './read-worker.ts';

/** A reader in a thread beside the one that fetches and keeps; whoever opens it closes it. */
export interface ReadThread extends PageReader {
  close(): Promise<void>;
}

export interface ReadThreadOptions {
  /** For the pages that are handed over at one time. */
  readonly timeoutMs?: number;
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
  worker: module = ownWorker(),
}: ReadThreadOptions = {}): ReadThread {
  const start = (): Worker => new Worker(module, { resourceLimits: MEMORY });
  const waiting: Waiting[] = [];
  let worker = start();
  let working = false;

  const ask = async (tasks: readonly ReadTask[]): Promise<readonly ReadAnswer[]> => {
    worker.postMessage(tasks);
    // Not AbortSignal.timeout: each of its timers stays until it is due.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeoutMs);
    try {
      const [answers] = (await once(worker, 'message', late)) as [readonly ReadAnswer[]];
      return answers;
    } finally {
      clearTimeout(timer);
    }
  };

  const readGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await ask(group.map(({ task }) => task));
      for (const [at, answer] of answers.entries()) settle(group[at] as Waiting, answer);
    } catch (cause) {
      await worker.terminate();
      worker = start();
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
      await worker.terminate();
    },
  };
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
