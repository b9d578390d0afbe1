import type { Statement } from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { build } from './build.ts';
import { explaining } from './explain-sqlite-error.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

/** A query compiled once, when the program starts: building it anew costs more than running it. */
export interface Prepared<Row> {
  readonly sql: string;
  /** Only a type: what a row of the answer is. */
  readonly row?: Row;
}

/** Stands in a query for a parameter that is given when it is run; parameters come in the order of the SQL. */
export const PARAMETER = 0 as never;

export const prepare = <Row>(query: Compilable<Row>): Prepared<Row> => ({ sql: query.compile().sql });

/** An insert of `rows` rows of these columns, in this order. */
export function prepareInsert<Table extends keyof Schema & string>(
  table: Table,
  columns: readonly (keyof Schema[Table] & string)[],
  rows = 1,
): Prepared<never> {
  const row = Object.fromEntries(columns.map((column) => [column, PARAMETER]));
  return prepare(build.insertInto(table).values(Array(rows).fill(row) as never) as Compilable<never>);
}

/** A query whose shape depends on a count of parameters or rows, made once for each count. */
export function byCount<Row>(make: (count: number) => Prepared<Row>): (count: number) => Prepared<Row> {
  const made = new Map<number, Prepared<Row>>();
  return (count) => {
    const query = made.get(count) ?? make(count);
    made.set(count, query);
    return query;
  };
}

const statements = new WeakMap<Store, Map<string, Statement>>();

/** The statement of a prepared query on this connection, kept for the next time. */
export function statementOf(store: Store, { sql }: Prepared<unknown>): Statement {
  const kept = statements.get(store) ?? new Map<string, Statement>();
  statements.set(store, kept);
  const statement = kept.get(sql) ?? store.sqlite.prepare(sql);
  kept.set(sql, statement);
  return statement;
}

/** Runs an insert, update or delete; returns the id of the row inserted. */
export function run(store: Store, query: Prepared<unknown>, ...parameters: readonly unknown[]): number {
  return Number(statementOf(store, query).run(...parameters).lastInsertRowid);
}

export function getRow<Row>(
  store: Store,
  query: Prepared<Row>,
  ...parameters: readonly unknown[]
): Row | undefined {
  return statementOf(store, query).get(...parameters) as Row | undefined;
}

export function getRows<Row>(store: Store, query: Prepared<Row>, ...parameters: readonly unknown[]): Row[] {
  return statementOf(store, query).all(...parameters) as Row[];
}

/** The first column alone: no object and no array a row. */
export function getValues<Value>(
  store: Store,
  query: Prepared<Value>,
  ...parameters: readonly unknown[]
): Value[] {
  const statement = statementOf(store, query);
  return statement.pluck().all(...parameters) as Value[];
}

/** Builds and runs a query whose shape depends on its filters. Throws StoreError when the database is at fault. */
export function selectRows<Row>(store: Store, query: Compilable<Row>): Row[] {
  const { sql, parameters } = query.compile();
  return explaining(store.file, () => store.sqlite.prepare(sql).all(...parameters) as Row[]);
}
