import Database from 'better-sqlite3';
import type { Store } from './store.ts';

/** The version of SQLite that is compiled in. Throws when the module was compiled for another Node.js. */
export function sqliteVersion(): string {
  const sqlite = new Database(':memory:');
  try {
    return String(sqlite.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    sqlite.close();
  }
}

/** Settings of an open database as `name=value`, for people who look for what is wrong. */
export const readPragmas = ({ sqlite }: Store, names: readonly string[]): string[] =>
  names.map((name) => `${name}=${String(sqlite.pragma(name, { simple: true }))}`);
