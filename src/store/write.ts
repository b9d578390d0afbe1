import { explaining } from './explain-sqlite-error.ts';
import { SYNCHRONOUS } from './pragmas.ts';
import type { Store } from './store.ts';

type Runner = (work: () => unknown) => unknown;

/** One transaction function a connection: making one costs as much as a small insert. */
const runners = new WeakMap<Store, Runner>();

/**
 * Runs `work` in one write transaction and returns what it returns; when it throws, nothing is written.
 * BEGIN IMMEDIATE: a transaction that reads first and writes later could be refused half way (SQLITE_BUSY).
 */
export function write<T>(store: Store, work: () => T): T {
  return explaining(store.file, () => runnerOf(store)(work) as T);
}

/** As `write`, and on the disk when it returns: for what cannot be computed again, such as a decision. */
export function writeDurably<T>(store: Store, work: () => T): T {
  store.sqlite.pragma(`synchronous = ${SYNCHRONOUS.full}`);
  try {
    return write(store, work);
  } finally {
    store.sqlite.pragma(`synchronous = ${SYNCHRONOUS.normal}`);
  }
}

function runnerOf(store: Store): Runner {
  const known = runners.get(store);
  if (known) return known;
  const made: Runner = store.sqlite.transaction((work: () => unknown) => work()).immediate;
  runners.set(store, made);
  return made;
}
