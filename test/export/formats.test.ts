import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvRecords } from '../../src/export/csv-lines.ts';
import { csvField } from '../../src/export/formats/csv.ts';
import { guardText } from '../../src/export/formats/guard-text.ts';
import { tempDir } from '../store/temp-store.ts';
import { correctTwo, exportFrom, MIXED, makeDatabase, makeReport } from './make-release.ts';
import { parse, readCsv } from './read-csv.ts';
import { readDta } from './read-dta.ts';

type Counts = Record<string, number>;

let release = '';
let folder = '';
let version = '';
let duck: DuckDBConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-formats-'));
  release = join(folder, 'release');
  makeDatabase(join(folder, 'db.sqlite'), MIXED, correctTwo);
  ({ version } = await exportFrom(join(folder, 'db.sqlite'), { to: release }));
  duck = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  duck?.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

const query = async (sql: string) =>
  (await duck.runAndReadAll(sql)).getRowObjectsJson() as Record<string, string | number | null>[];
const countsOf = (statuses: readonly (string | null | undefined)[]): Counts => {
  const counts: Counts = {};
  for (const status of statuses) counts[String(status)] = (counts[String(status)] ?? 0) + 1;
  return counts;
};
/** From the made-up reports themselves, before anything was stored or written. */
const expected = (): Counts => {
  const counts = countsOf(MIXED.flatMap((made) => makeReport(made).cells.map(({ status }) => status)));
  return { ...counts, absent: (counts['absent'] ?? 0) + 1 };
};
const sumOf = (rows: readonly { readonly value?: unknown }[]): number =>
  Math.round(rows.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0) * 100) / 100;
const csvSum = (): number =>
  sumOf(readCsv(join(release, 'csv', 'report_values.csv')).map(({ value }) => ({ value: Number(value) })));

describe('counts by status and the sum of the values are the same', () => {
  test('in CSV, as DuckDB reads it', async () => {
    const rows = await query(
      `SELECT status, count(*)::INT AS n FROM read_csv('${release}/csv/report_values.csv', header = true) GROUP BY status`,
    );
    expect(Object.fromEntries(rows.map(({ status, n }) => [status, n]))).toEqual(expected());
  });

  test('in Parquet, as DuckDB reads it, a file for each year', async () => {
    const files = `${release}/parquet/report_values/*.parquet`;
    const rows = await query(`SELECT status, count(*)::INT AS n FROM '${files}' GROUP BY status`);
    expect(Object.fromEntries(rows.map(({ status, n }) => [status, n]))).toEqual(expected());
    const [total] = await query(
      `SELECT round(sum(value), 2) AS s, count(DISTINCT year)::INT AS y FROM '${files}'`,
    );
    expect(total).toEqual({ s: csvSum(), y: 5 });
    expect(readdirSync(join(release, 'parquet', 'report_values'))).toContain('report_values-none.parquet');
  });

  test('in SQLite', () => {
    const sqlite = new Database(join(release, 'sqlite', 'gongkai.sqlite'), { readonly: true });
    const rows = sqlite.prepare('SELECT status, value, raw FROM report_values').all() as {
      status: string;
      value: number | null;
      raw: string | null;
    }[];
    expect(countsOf(rows.map(({ status }) => status))).toEqual(expected());
    expect(sumOf(rows)).toBe(csvSum());
    expect(rows.some(({ raw }) => raw === '=/')).toBe(true);
    const types = sqlite
      .prepare('SELECT DISTINCT typeof(value) AS t FROM report_values ORDER BY t')
      .pluck()
      .all();
    expect(types).toEqual(['integer', 'null', 'real']);
    expect(sqlite.prepare("SELECT value FROM meta WHERE key = 'version'").pluck().get()).toBe(version);
    sqlite.close();
  });

  test('in XLSX', () => {
    const rows = readXlsx(join(release, 'xlsx', 'report_values.xlsx'));
    const [head = [], ...body] = rows;
    const at = (name: string) => head.indexOf(name);
    expect(countsOf(body.map((row) => String(row[at('status')])))).toEqual(expected());
    expect(sumOf(body.map((row) => ({ value: row[at('value')] })))).toBe(csvSum());
    expect(body[0]?.[at('division')]).toBe('220382');
  });

  test('in Stata, with a missing value for each status', () => {
    const { names, rows, labelOf, valueLabels, label } = readDta(join(release, 'stata', 'report_values.dta'));
    const at = (name: string) => names.indexOf(name);
    const statusOf = valueLabels.get(labelOf[at('status')] ?? '');
    const told = rows.map((row) => statusOf?.get(Number(row[at('status')])));
    expect(countsOf(told)).toEqual(expected());
    expect(sumOf(rows.map((row) => ({ value: row[at('value')] })))).toBe(csvSum());
    expect(label).toContain(version);
    const LETTERS: Counts = {};
    rows.forEach((row, index) => {
      const value = row[at('value')];
      if (typeof value === 'string')
        LETTERS[`${value} ${told[index]}`] = (LETTERS[`${value} ${told[index]}`] ?? 0) + 1;
    });
    const missing = ['.a blank', '.b dash', '.c absent', '.d unreadable', '.e ambiguous', '.f no_table'];
    expect(Object.keys(LETTERS).sort()).toEqual(missing);
  });

  test('in rows that import.py gives, with the standard library alone', () => {
    const script = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("release", sys.argv[1])
release = importlib.util.module_from_spec(spec)
spec.loader.exec_module(release)
counts, total = {}, 0.0
for row in release.rows("report_values"):
    counts[row["status"]] = counts.get(row["status"], 0) + 1
    total += row["value"] or 0
print(json.dumps([counts, round(total, 2)]))
`;
    const out = execFileSync('python3', ['-B', '-c', script, join(release, 'import.py')], {
      encoding: 'utf8',
    });
    expect(JSON.parse(out)).toEqual([expected(), csvSum()]);
  });

  test.skipIf(!hasPandas())('in pandas', () => {
    const script = `
import json, sys, pandas
d = pandas.read_stata(sys.argv[1] + "/stata/report_values.dta", convert_categoricals=False)
c = pandas.read_csv(sys.argv[1] + "/csv/report_values.csv", dtype={"division": str}, keep_default_na=False, na_values=[""])
print(json.dumps([round(float(d.value.sum()), 2), round(float(c.value.sum()), 2), c.status.value_counts().to_dict()]))
`;
    const out = execFileSync('python3', ['-c', script, release], { encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([csvSum(), csvSum(), expected()]);
  });
});

test.skipIf(!runs('Rscript', '--version'))('import.R gives the same counts and sum', () => {
  const script = `
setwd(commandArgs(TRUE)[1]); source("import.R"); d <- read_gongkai("report_values")
cat(class(d$division), sprintf("%.2f", sum(d$value, na.rm = TRUE)), paste(names(table(d$status)), table(d$status)))
`;
  const out = execFileSync('Rscript', ['--vanilla', '-e', script, release], { encoding: 'utf8' });
  const counts = Object.entries(expected()).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(out).toBe(`character ${csvSum().toFixed(2)} ${counts.map((each) => each.join(' ')).join(' ')}`);
});

test('import.do tells of every column whether it is text or number, and numbers are doubles', () => {
  const script = readFileSync(join(release, 'import.do'), 'utf8');
  const imports = [...script.matchAll(/^import delimited using "csv\/(\w+)\.csv", (.*)$/gm)];
  expect(imports.length).toBeGreaterThan(8);
  for (const [, table = '', options = ''] of imports) {
    const [head = ''] = readFileSync(join(release, 'csv', `${table}.csv`), 'utf8').split('\n', 1);
    const of = (option: string) =>
      (new RegExp(`${option}\\(([^)]*)\\)`).exec(options)?.[1] ?? '').split(' ').flatMap((stretch) => {
        const [first = 0, last = first] = stretch.split('/').map(Number);
        return stretch === '' ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
      });
    const told = [...of('stringcols'), ...of('numericcols')].sort((a, b) => a - b);
    expect(told).toEqual(head.split(',').map((_, index) => index + 1));
    expect(options).toContain(' asdouble ');
    const codes = of('stringcols').map((column) => head.split(',')[column - 1]);
    for (const name of ['division', 'agency_id', 'status'].filter((each) => head.split(',').includes(each)))
      if (table !== 'panel_status') expect(codes).toContain(name);
  }
});

function hasPandas(): boolean {
  return runs('python3', '-c', 'import pandas');
}

function runs(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('the panel of Stata says in one file what panel and panel_status say in two', () => {
  const dta = readDta(join(release, 'stata', 'panel.dta'));
  const panel = readCsv(join(release, 'csv', 'panel.csv'));
  const statuses = readCsv(join(release, 'csv', 'panel_status.csv'));
  const missing = dta.valueLabels.get('status_of_missing');
  const wordOf = (value: string) => missing?.get(2147483621 + value.charCodeAt(1) - 96);
  expect(dta.names).toEqual(Object.keys(panel[0] ?? {}));
  let compared = 0;
  dta.rows.forEach((row, index) => {
    dta.names.forEach((name, at) => {
      const value = row[at];
      const [text, status] = [panel[index]?.[name], statuses[index]?.[name]];
      if (!/^(?:app|dis|cha|sta|d|h)_/.test(name)) return;
      compared++;
      if (typeof value === 'number') expect(value).toBe(Number(text));
      else expect([text, wordOf(value ?? '')]).toEqual(['', status]);
    });
  });
  expect(compared).toBe(6 * 322);
  expect(dta.labels.every((label) => [...label].length <= 80 && label !== '')).toBe(true);
});

test('an Excel file has no formula, and what a person reads as text is text', () => {
  for (const name of readdirSync(join(release, 'xlsx'))) {
    const parts = unzipSync(readFileSync(join(release, 'xlsx', name)));
    for (const [path, bytes] of Object.entries(parts)) {
      const xml = strFromU8(bytes);
      expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<'), path).toBe(true);
      expect(/<f[ >]/.test(xml), path).toBe(false);
    }
  }
  const [head = [], ...rows] = readXlsx(join(release, 'xlsx', 'reports.xlsx'));
  const agencies = rows.map((row) => row[head.indexOf('agency')]);
  expect(agencies).toContain('=cmd|calc');
  expect(agencies).toContain('双辽市“办公室”, 一');
});

/** Cells of the first sheet: texts and numbers, null where there is none. */
function readXlsx(file: string): (string | number | null)[][] {
  const xml = strFromU8(unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const plain = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [
      ...row.matchAll(
        /<c\/>|<c><v>(.*?)<\/v><\/c>|<c t="inlineStr"[^>]*><is><t[^>]*>(.*?)<\/t><\/is><\/c>/gs,
      ),
    ].map(([, number, text]) =>
      number !== undefined ? Number(number) : text === undefined ? null : plain(text),
    ),
  );
}

test('ten thousand texts are guarded, and read back as they were written', () => {
  const dir = tempDir();
  const triggers = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    '"',
    ',',
    '',
  );
  const texts = fc.sample(fc.tuple(triggers, fc.string({ unit: 'binary' })), { numRuns: 10_000, seed: 7 });
  const fields = texts.map((parts) => guardText(Buffer.from(parts.join('')).toString()));
  expect(fields.filter((field) => /^[=+\-@\t\r\n＝＋－＠]/.test(field))).toEqual([]);
  const csv = fields.map((field, index) => `${index},${csvField(field)}\n`).join('');
  expect(parse(csv).map(([, field]) => field)).toEqual(fields);
  writeFileSync(join(dir, 'texts.csv'), csv);
  expect([...csvRecords(join(dir, 'texts.csv'))].map(([, field]) => field)).toEqual(fields);
});
