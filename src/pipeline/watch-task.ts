import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Reading } from '../model/extraction.ts';
import { threadMs } from '../processes/thread-time.ts';

/** What a document's thread tells while it works. */
export type Sign =
  /** By what name its processor time is found. */
  | { readonly kind: 'begun'; readonly thread: string | null }
  /** It goes on: reading a scan takes seconds a page, and hangs nowhere. */
  | { readonly kind: 'alive' }
  /** What it has read, before it looks a second time. */
  | ({ readonly kind: 'read' } & Read);

export interface Read {
  readonly reading: Reading;
  /** Which of the documents it was read from. */
  readonly winner: number;
}

export interface TimeLimits {
  /** Of the document's own thread. On a busy machine it takes a multiple of it by the clock. */
  readonly processorMs: number;
  /** By the clock: for a thread that waits for what never comes. */
  readonly wallMs: number;
}

export interface Watch {
  /** For the thread, to tell signs. */
  readonly alive: MessagePort;
  /** Aborts at a limit; both begin anew with each sign. */
  readonly signal: AbortSignal;
  /** What was read before. */
  read(): Read | null;
  end(): void;
}

/** The limit that was reached is the reason of the abort. */
export class TimeLimitReached extends Error {
  override readonly name = 'TimeLimitReached';
  readonly limit: string;
  constructor(limit: string) {
    super(limit);
    this.limit = limit;
  }
}

/** Looks at a document's time whenever it could have used it up. */
export function watchTask({ processorMs, wallMs }: TimeLimits): Watch {
  const { port1: heard, port2: alive } = new MessageChannel();
  const controller = new AbortController();
  let thread: string | null = null;
  let read: Read | null = null;
  let since = { processor: threadMs(thread), wall: performance.now() };
  let timer = setTimeout(look, Math.min(processorMs, wallMs));

  function look(): void {
    const left = {
      processor: processorMs - (threadMs(thread) - since.processor),
      wall: wallMs - (performance.now() - since.wall),
    };
    const limit = left.wall <= 0 ? wallMs : left.processor <= 0 ? processorMs : null;
    if (limit !== null) controller.abort(new TimeLimitReached(`${limit / 1000} s`));
    // It cannot have used up its time before.
    else timer = setTimeout(look, Math.ceil(Math.min(left.processor, left.wall)));
  }

  heard.on('message', (sign: Sign) => {
    if (sign.kind === 'begun') thread = sign.thread;
    if (sign.kind === 'read') read = { reading: sign.reading, winner: sign.winner };
    since = { processor: threadMs(thread), wall: performance.now() };
  });
  return {
    alive,
    signal: controller.signal,
    read: () => read,
    end: (): void => {
      clearTimeout(timer);
      heard.close();
    },
  };
}
