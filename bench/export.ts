import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { MIGRATIONS } from '../src/store/migrations/index.ts';
import { exportFrom } from './export-peer/export-from.ts';
import { readEverything } from './export-peer/read-everything.ts';
import { loadNational } from './national/load-national.ts';

/**
 * Export of some four million values to CSV and to Parquet against DuckDB's own export, in turns in one run:
 * npm run bench:export [-- REPORTS]. DuckDB reads the database itself where its sqlite extension can be loaded.
 * Where it cannot (no network), its share is no less than what is measured instead: SQLite reading every value of
 * the views, plus DuckDB writing the same rows, which it holds in memory already. Wall time, in turns: a slower moment of the machine slows both.
 */
const REPORTS = Number(process.argv[2] ?? 20_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const MOST_RATIO = 1.5;
const MOST_SECONDS = 20;
const TABLES = ['report_values', 'derived_values', 'panel', 'panel_status', 'reports', 'findings'] as const;

/** A database of an older schema is made anew. */
const folder = join(tmpdir(), `gongkai-bench-export-${REPORTS}-${MIGRATIONS.length}`);
const database = join(folder, 'national.sqlite');
mkdirSync(folder, { recursive: true });
if (!existsSync(database)) {
  const { values } = loadNational(`${database}.new`, REPORTS);
  rmSync(database, { force: true });
  renameSync(`${database}.new`, database);
  console.log(`${REPORTS} reports with ${values} values loaded`);
}

const duck = await (await DuckDBInstance.create(':memory:')).connect();
const attached = await attach(duck);
console.log(
  attached ? 'DuckDB reads the database itself' : 'DuckDB has no sqlite extension here: lower bound',
);
const [ours, peer] = [join(folder, 'ours'), join(folder, 'duckdb')];

for (const format of ['csv', 'parquet'] as const) {
  const turns = [];
  for (let round = 0; round < ROUNDS; round++) {
    rmSync(ours, { recursive: true, force: true });
    const own = await timed(() => exportFrom(database, ours, [format]));
    if (format === 'csv' && round === 0 && !attached) await loadTables();
    turns.push({ own, duckdb: await timed(() => exportByDuck(format)) });
  }
  report(format, turns);
}
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most, DuckDB's tables included`);
duck.closeSync();

async function attach(connection: DuckDBConnection): Promise<boolean> {
  try {
    await connection.run('INSTALL sqlite; LOAD sqlite');
    await connection.run(`ATTACH '${database}' AS db (TYPE sqlite, READ_ONLY)`);
    return true;
  } catch {
    return false;
  }
}

/** The very rows that are exported, as tables of DuckDB. */
async function loadTables(): Promise<void> {
  for (const table of TABLES)
    await duck.run(
      `CREATE TABLE ${table} AS FROM read_csv('${join(ours, 'csv', `${table}.csv`)}', header = true, sample_size = 200000)`,
    );
}

async function exportByDuck(format: 'csv' | 'parquet'): Promise<void> {
  rmSync(peer, { recursive: true, force: true });
  mkdirSync(peer, { recursive: true });
  const how = format === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT parquet';
  if (attached) {
    const joined = 'SELECT v.*, r.sha256, r.url FROM db.report_values v JOIN db.reports r USING (report_id)';
    await duck.run(`COPY (${joined}) TO '${join(peer, `values.${format}`)}' (${how})`);
    for (const view of ['panel', 'reports', 'findings'])
      await duck.run(`COPY db.${view} TO '${join(peer, `${view}.${format}`)}' (${how})`);
    return;
  }
  readEverything(database);
  for (const table of TABLES)
    await duck.run(`COPY ${table} TO '${join(peer, `${table}.${format}`)}' (${how})`);
}

/** In seconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function report(format: string, turns: readonly { readonly own: number; readonly duckdb: number }[]): void {
  const [own, other] = [median(turns.map((turn) => turn.own)), median(turns.map((turn) => turn.duckdb))];
  const ratio = median(turns.map((turn) => turn.own / turn.duckdb));
  const verdict = ratio <= MOST_RATIO && own <= MOST_SECONDS ? 'ok' : 'TOO SLOW';
  console.log(
    `${format}: ${own.toFixed(1)} s, DuckDB ${other.toFixed(1)} s, ratio ${ratio.toFixed(2)} ${verdict}`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
