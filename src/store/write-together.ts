import { closeSync, fsync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { diskFault } from '../disk-fault.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { write } from './write.ts';

const sync = promisify(fsync);

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Work that was done, and what it returned. */
interface Done extends Waiting {
  readonly result: unknown;
}

const waiting = new WeakMap<Store, Waiting[]>();

/**
 * As `writeDurably`, in one transaction with all that comes while an earlier one is synced: a sync takes as long for
 * many rows as for one, and the process goes on meanwhile. What is returned is on the disk. When the transaction
 * fails, each piece of work is done again alone, so that only the one at fault is refused: `work` does nothing but
 * write to the database. Rejects with StoreError.
 */
export function writeTogether<T>(store: Store, work: () => T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const one = { work, resolve, reject };
    const queue = waiting.get(store);
    if (queue) {
      queue.push(one);
      return;
    }
    waiting.set(store, [one]);
    setImmediate(() => writeWaiting(store));
  });
}

async function writeWaiting(store: Store): Promise<void> {
  const log = new Log(store);
  for (let group = take(store); group.length > 0; group = take(store)) {
    const done = writeGroup(store, group);
    try {
      await log.sync();
      for (const { resolve, result } of done) resolve(result as never);
    } catch (error) {
      for (const { reject } of done) reject(error);
    }
    // Those who were told may have more to write: it comes along.
    await new Promise(setImmediate);
  }
  log.close();
  waiting.delete(store);
}

const take = (store: Store): Waiting[] => waiting.get(store)?.splice(0) ?? [];

function writeGroup(store: Store, group: readonly Waiting[]): readonly Done[] {
  try {
    return write(store, () => group.map((one) => ({ result: one.work(), ...one })));
  } catch {
    return group.flatMap((one) => writeAlone(store, one));
  }
}

function writeAlone(store: Store, one: Waiting): readonly Done[] {
  try {
    return [{ result: write(store, one.work), ...one }];
  } catch (error) {
    one.reject(error);
    return [];
  }
}

/**
 * The log of the database. A transaction is on the disk when the log is, which is what SQLite itself does at a commit
 * with `synchronous = full` (https://www.sqlite.org/pragma.html#pragma_synchronous), holding up the process. What a
 * checkpoint has moved out of the log meanwhile it has synced. SQLite holds no lock on the log, which closing a file of
 * the same process would drop; and while the database is open it only ever empties the log, and never makes another.
 */
class Log {
  readonly #file: string;
  #descriptor: number | undefined;

  constructor({ file }: Store) {
    this.#file = file;
  }

  async sync(): Promise<void> {
    try {
      this.#descriptor ??= openSync(`${this.#file}-wal`, 'r');
      await sync(this.#descriptor);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      throw new StoreError(diskFault(code), this.#file, `cannot be brought to the disk (${code})`, {
        cause: error,
      });
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
  }
}
