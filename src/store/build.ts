import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Builds typed queries and compiles them; it has no connection. Queries are run by run.ts, synchronously, on the
 * store's own connection, so that a transaction is never interleaved with another query
 * (https://kysely.dev/docs/recipes/splitting-query-building-and-execution).
 */
export const build = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
