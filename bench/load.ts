import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadExtraction } from '../src/store/load-extraction.ts';
import { openStore } from '../src/store/open-store.ts';
import { seedVariables } from '../src/store/seed-variables.ts';
import type { Store } from '../src/store/store.ts';
import { makeExtraction, VARIABLES } from '../test/store/make-extraction.ts';

/** Loading reports against bare prepared inserts of the very same rows: npx tsx bench/load.ts */
const REPORTS = 300;
const CELLS = 200;
const ROUNDS = 25;
/** Until the machine code of both is made: what is asked is how a load of a nation's reports runs. */
const WARM_UP_ROUNDS = 5;
const MOST_RATIO = 1.5;
const MOST_BYTES = 6 * 1024;
/** Parents before children. */
const TABLES = ['document', 'origin', 'report', 'cell', 'place', 'claim', 'finding'] as const;

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
const extractions = Array.from({ length: REPORTS }, (_, seed) =>
  makeExtraction({
    seed,
    cells: CELLS,
    kind: seed % 2 === 0 ? 'html' : 'text',
    division: String(110_000 + seed),
  }),
);

try {
  const rows = readRows(loadAll('rows').store);
  // The two take turns and are compared turn by turn: a slower moment of the machine slows both.
  const turns = Array.from({ length: WARM_UP_ROUNDS + ROUNDS }, (_, round) => {
    return { load: loadAll(`load-${round}`).milliseconds, bare: insertBare(`bare-${round}`, rows) };
  });
  report(turns.slice(WARM_UP_ROUNDS), bytesEach());
} finally {
  rmSync(folder, { recursive: true });
}

function loadAll(name: string): { store: Store; milliseconds: number } {
  const store = openSeeded(name);
  const milliseconds = time(() => {
    for (const extraction of extractions) {
      const origin = {
        url: `http://www.shuangliao.gov.cn/zwgk/zfxxgknb/202201/t20220120_${extraction.evaluated.pass}.html`,
      };
      const archived = { file: 'gongkai-000001.warc.gz', offset: 123_456, length: 20_000 };
      const document = { sha256: extraction.sha256, byteLength: 81_234, kind: 'html', origin, archived };
      loadExtraction(store, { ...document, parserVersion: '0.1.0' }, extraction);
    }
  });
  return { store, milliseconds };
}

type Row = readonly unknown[];
type Rows = readonly ReadonlyMap<string, readonly Row[]>[];

/** Every row that the load wrote, report by report. */
function readRows({ sqlite }: Store): Rows {
  return Array.from({ length: REPORTS }, (_, index) => {
    const of = (table: string) =>
      sqlite
        .prepare(`SELECT * FROM ${table} WHERE ${ownerColumn(table)} = ?`)
        .raw()
        .all(index + 1) as Row[];
    return new Map(TABLES.map((table) => [table, of(table)]));
  });
}

function ownerColumn(table: string): string {
  if (table === 'document') return 'id';
  return table === 'origin' || table === 'report' ? 'document' : 'report';
}

function insertBare(name: string, rows: Rows): number {
  const { sqlite } = openSeeded(name);
  sqlite.exec("INSERT INTO archive_file VALUES (1, 'gongkai-000001.warc.gz')");
  const inserts = TABLES.map((table) => {
    const width = sqlite.prepare(`SELECT * FROM ${table}`).columns().length;
    return {
      table,
      insert: sqlite.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill('?').join(', ')})`),
    };
  });
  const insertReport = sqlite.transaction((report: Rows[number]) => {
    for (const { table, insert } of inserts) for (const row of report.get(table) ?? []) insert.run(...row);
  }).immediate;
  return time(() => {
    for (const report of rows) insertReport(report);
  });
}

function bytesEach(): number {
  const { store } = loadAll('size');
  const before = openSeeded('empty');
  const [full, empty] = [store, before].map(({ sqlite, file, close }) => {
    sqlite.exec('VACUUM');
    close();
    return statSync(file).size;
  });
  return ((full ?? 0) - (empty ?? 0)) / REPORTS;
}

function openSeeded(name: string): Store {
  const store = openStore(join(folder, `${name}.sqlite`));
  seedVariables(store, VARIABLES);
  return store;
}

interface Turn {
  readonly load: number;
  readonly bare: number;
}

function report(turns: readonly Turn[], bytes: number): void {
  const load = median(turns.map((turn) => turn.load));
  const bare = median(turns.map((turn) => turn.bare));
  const ratio = median(turns.map((turn) => turn.load / turn.bare));
  const verdict = (value: number, most: number): string => (value <= most ? 'ok' : 'TOO MUCH');
  console.log(
    `loadExtraction         ${(load / REPORTS).toFixed(2)} ms a report (${REPORTS} reports of ${CELLS} cells)`,
  );
  console.log(`bare prepared inserts  ${(bare / REPORTS).toFixed(2)} ms a report`);
  console.log(
    `ratio                  ${ratio.toFixed(2)} (at most ${MOST_RATIO}: ${verdict(ratio, MOST_RATIO)})`,
  );
  console.log(
    `bytes a report         ${bytes.toFixed(0)} after VACUUM (at most ${MOST_BYTES}: ${verdict(bytes, MOST_BYTES)})`,
  );
}

/** Time of this process: others on the machine do not count. */
function time(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
