import type { MessagePort } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { openStore } from '../../store/open-store.ts';
import { beginSnapshot } from '../../store/release/read-snapshot.ts';
import type { Store } from '../../store/store.ts';
import { buffersOf, type EncodedPart, type EncodeTask, encodePart as encode } from './encode-part.ts';
import type { ReleaseSetup } from './part.ts';
import { makeTables, type ReleaseTables } from './read-part.ts';
import { type WholeTask, writeWhole as write } from './write-whole.ts';

export interface BeginTask {
  readonly file: string;
  readonly setup: ReleaseSetup;
  /** How many threads have begun. */
  readonly begun: Int32Array;
  readonly threads: number;
}

let opened: { readonly store: Store; readonly tables: ReleaseTables } | undefined;

/**
 * Opens the database in this thread and waits until all threads have: while one waits it takes no other task, so each
 * thread begins exactly once.
 */
export function begin({ file, setup, begun, threads }: BeginTask): void {
  try {
    const store = openStore(file, { readonly: true });
    beginSnapshot(store);
    opened = { store, tables: makeTables(setup) };
  } finally {
    // Also after a failure, which ends the release: the others must not wait for ever.
    Atomics.add(begun, 0, 1);
    Atomics.notify(begun, 0);
  }
  for (let seen = Atomics.load(begun, 0); seen < threads; seen = Atomics.load(begun, 0))
    Atomics.wait(begun, 0, seen);
}

export function encodePart(task: EncodeTask): EncodedPart {
  const { store, tables } = ofThread();
  const part = encode(store, tables, task);
  // Handed over, not copied: the bytes of a part are tens of megabytes.
  return move({ [transferableSymbol]: buffersOf(part), [valueSymbol]: part }) as unknown as EncodedPart;
}

/** @param heard - is told after each part how many reports were written */
export function writeWhole({ heard, ...task }: WholeTask & { readonly heard: MessagePort }): void {
  const { store, tables } = ofThread();
  for (const reports of write(store, tables, task)) heard.postMessage(reports);
}

function ofThread(): { readonly store: Store; readonly tables: ReleaseTables } {
  if (!opened) throw new Error('this thread has not begun');
  return opened;
}
