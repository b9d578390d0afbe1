import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { StoreError } from './store-error.ts';

/** Who holds the lock, as that process wrote it. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/**
 * Makes this process the only one that runs the nightly job on this database; call what is returned to give it
 * back. The lock is SQLite's on a file beside the database, which is the kernel's (fcntl): when the process is
 * killed it is gone, and two checkouts that share the database share it too.
 *
 * @throws StoreError `run_locked` at once when another process holds it, naming that process
 */
export function lockRun(database: string, now: Date): () => void {
  const file = `${database}.lock`;
  const sqlite = open(file);
  try {
    sqlite.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    sqlite.close();
    if (isBusy(error)) {
      throw new StoreError('run_locked', file, 'is held by another run', {
        facts: describe(readHolder(file)),
      });
    }
    throw explainSqliteError(error, file);
  }
  const holder: Holder = { pid: process.pid, host: hostname(), since: now.toISOString() };
  // Beside the lock, not in it: nobody else can read a file that is locked exclusively.
  writeFileSync(`${file}.json`, `${JSON.stringify(holder)}\n`);
  return () => {
    if (sqlite.open) sqlite.close();
  };
}

export const holderName = (): string => `${process.pid}@${hostname()}`;

function open(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 });
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/** A holder writes its name just after it has the lock: until then the file may name the one before it, which is gone. */
const NAMING_TRIES = 10;
const NAMING_MS = 50;

function readHolder(file: string): Holder | null {
  let holder = parseHolder(file);
  for (let tries = 1; tries < NAMING_TRIES && !mayHold(holder); tries++) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAMING_MS);
    holder = parseHolder(file);
  }
  return holder;
}

function parseHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** Of another host nobody can tell. */
function mayHold(holder: Holder | null): boolean {
  if (holder === null || holder.host !== hostname()) return holder !== null;
  try {
    return process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const describe = (holder: Holder | null): string =>
  holder ? `${holder.pid}@${holder.host}, ${holder.since}` : '?';
