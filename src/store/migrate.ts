import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import { StoreError } from './store-error.ts';

/** Marks our files (`PRAGMA application_id`, "gkai"), so that another program's database is never migrated. */
export const APPLICATION_ID = 0x676b6169;

const LEDGER = `CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL
) STRICT`;

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings the schema to the last migration, each in a transaction of its own: a kill leaves old or new.
 * Throws StoreError when the file was written by a newer version, or a migration that has run was edited,
 * renamed or put in another place.
 */
export function migrate(sqlite: Database, file: string, migrations: readonly Migration[] = MIGRATIONS): void {
  requireOrder(migrations);
  // SQLite has none, and the log of decisions is chained by it (0007-review.ts).
  sqlite.function('sha256', { deterministic: true }, (text) => hash('sha256', String(text), 'buffer'));
  for (const migration of migrations) {
    // Read again under the lock each time: another process may have migrated in the meantime.
    sqlite.transaction(() => applyOnce(sqlite, file, migrations, migration)).immediate();
  }
  checkSchema(sqlite, file, migrations);
}

/** Throws StoreError unless the file has exactly these migrations. */
export function checkSchema(sqlite: Database, file: string, migrations = MIGRATIONS): void {
  const applied = readApplied(sqlite);
  checkApplied(applied, migrations, file);
  if (applied.length < migrations.length) {
    throw new StoreError(
      'older_schema',
      file,
      `has schema ${applied.length}, ${migrations.length} is needed`,
    );
  }
}

function applyOnce(sqlite: Database, file: string, all: readonly Migration[], migration: Migration): void {
  sqlite.exec(LEDGER);
  const applied = readApplied(sqlite);
  checkApplied(applied, all, file);
  if (applied.length >= migration.number) return;
  sqlite.exec(migration.sql);
  const { number, name } = migration;
  sqlite.prepare('INSERT INTO migration VALUES (?, ?, ?)').run(number, name, checksum(migration));
  sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  sqlite.pragma(`user_version = ${number}`);
}

function readApplied(sqlite: Database): Applied[] {
  const ledger = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get();
  return ledger ? (sqlite.prepare('SELECT * FROM migration ORDER BY number').all() as Applied[]) : [];
}

function checkApplied(applied: readonly Applied[], migrations: readonly Migration[], file: string): void {
  if (applied.length > migrations.length) {
    const detail = `has schema ${applied.length}, this version knows ${migrations.length}`;
    throw new StoreError('newer_schema', file, detail);
  }
  applied.forEach((row, index) => {
    const migration = migrations[index];
    if (row.number === index + 1 && row.name === migration?.name && row.checksum === checksum(migration))
      return;
    throw new StoreError(
      'changed_migration',
      file,
      `migration ${row.number} (${row.name}) is not the one that ran`,
    );
  });
}

function requireOrder(migrations: readonly Migration[]): void {
  const wrong = migrations.findIndex(({ number }, index) => number !== index + 1);
  if (wrong >= 0) throw new Error(`migration ${migrations[wrong]?.name} is numbered out of order`);
}

function checksum({ sql }: Migration): string {
  return hash('sha256', sql, 'hex');
}
