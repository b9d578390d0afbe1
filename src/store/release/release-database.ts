import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export interface ReleaseTableSpec {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'text' | 'integer' | 'number' }[];
  readonly key: readonly string[];
}

/** A new SQLite file of plain tables, filled row by row. */
export interface ReleaseDatabase {
  readonly addTable: (spec: ReleaseTableSpec) => (values: readonly (string | number | null)[]) => void;
  /** Indexes, and closes. */
  readonly close: () => void;
}

const TYPES = { text: 'TEXT', integer: 'INTEGER', number: 'NUMERIC' } as const;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Makes the SQLite file of a release: the same rows in the same order give the same bytes (no journal, fixed page
 * size, nothing deleted). NUMERIC keeps 27 an integer and 1798.66 a real number.
 *
 * @param meta - rows of the table `meta`
 */
export function createReleaseDatabase(file: string, meta: Readonly<Record<string, string>>): ReleaseDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const sqlite = new Database(file);
  sqlite.pragma('page_size = 4096');
  sqlite.pragma('journal_mode = OFF');
  sqlite.pragma('synchronous = OFF');
  sqlite.exec('BEGIN; CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  const insertMeta = sqlite.prepare('INSERT INTO meta VALUES (?, ?)');
  for (const [key, value] of Object.entries(meta)) insertMeta.run(key, value);
  const specs: ReleaseTableSpec[] = [];
  return {
    addTable: (spec) => {
      specs.push(spec);
      const columns = spec.columns.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`);
      sqlite.exec(`CREATE TABLE ${quoted(spec.name)} (${columns.join(', ')})`);
      const insert = sqlite.prepare(
        `INSERT INTO ${quoted(spec.name)} VALUES (${spec.columns.map(() => '?').join(', ')})`,
      );
      return (values) => void insert.run(...values);
    },
    close: () => {
      for (const { name, key } of specs)
        sqlite.exec(
          `CREATE INDEX ${quoted(`${name}_key`)} ON ${quoted(name)} (${key.map(quoted).join(', ')})`,
        );
      sqlite.exec('COMMIT');
      sqlite.close();
    },
  };
}
