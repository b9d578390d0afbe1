import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export interface ReleaseColumnSpec {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number';
  /** The closed list of its values. */
  readonly categories?: readonly string[];
  readonly required?: true;
  /** It has a value exactly where another column has this one. */
  readonly heldWhen?: { readonly column: string; readonly is: string };
}

export interface ReleaseTableSpec {
  readonly name: string;
  readonly columns: readonly ReleaseColumnSpec[];
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

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What the schema promises of a column, the file itself refuses to break. */
function definitionOf({ name, type, categories, required, heldWhen }: ReleaseColumnSpec): string {
  const column = quoted(name);
  return [
    `${column} ${TYPES[type]}`,
    ...(required ? ['NOT NULL'] : []),
    ...(categories ? [`CHECK (${column} IN (${categories.map(literal).join(', ')}))`] : []),
    ...(heldWhen
      ? [`CHECK ((${column} IS NOT NULL) = (${quoted(heldWhen.column)} = ${literal(heldWhen.is)}))`]
      : []),
  ].join(' ');
}

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
      const columns = spec.columns.map(definitionOf);
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
