import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Reading } from '../model/extraction.ts';
import { type TimeLimits, watchTime } from './watch-time.ts';

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

export interface Watch {
  /** For the thread, to tell signs. */
  readonly alive: MessagePort;
  /** Aborts at a limit; both begin anew with each sign. */
  readonly signal: AbortSignal;
  /** What was read before. */
  read(): Read | null;
  end(): void;
}

/** Watches a document's time, and hears what its thread tells. */
export function watchTask(limits: TimeLimits): Watch {
  const { port1: heard, port2: alive } = new MessageChannel();
  const time = watchTime(limits);
  let read: Read | null = null;
  heard.on('message', (sign: Sign) => {
    if (sign.kind === 'read') read = { reading: sign.reading, winner: sign.winner };
    time.beginAnew(sign.kind === 'begun' ? sign.thread : undefined);
  });
  return {
    alive,
    signal: time.signal,
    read: () => read,
    end: (): void => {
      time.end();
      heard.close();
    },
  };
}
