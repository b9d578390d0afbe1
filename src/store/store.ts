import type { Database } from 'better-sqlite3';

/** An open database. Made by openStore; whoever opens it closes it. */
export interface Store {
  readonly file: string;
  readonly readonly: boolean;
  /** The connection, for src/store only: everyone else uses the queries beside this file. */
  readonly sqlite: Database;
  /** Brings the log back into the file and closes. Harmless when closed already. */
  close(): void;
}
