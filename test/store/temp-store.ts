import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import { type DocumentInput, type LoadResult, loadExtraction } from '../../src/store/load-extraction.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import type { Store } from '../../src/store/store.ts';
import { VARIABLES } from './make-extraction.ts';

/** A directory that is gone when the test is over. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A new database that knows the made-up variables. */
export function tempStore(file = join(tempDir(), 'test.sqlite')): Store {
  const store = openStore(file);
  onTestFinished(() => store.close());
  seedVariables(store, VARIABLES);
  return store;
}

export function load(
  store: Store,
  extraction: Extraction,
  document: Partial<DocumentInput> = {},
): LoadResult {
  const { sha256 } = extraction;
  const origin = { url: `http://www.shuangliao.gov.cn/${sha256.slice(0, 8)}.html` };
  return loadExtraction(store, { sha256, byteLength: 80_000, kind: 'html', origin, ...document }, extraction);
}

/** Every row of every table, and the schema: equal only when nothing at all has changed. */
export function dump({ sqlite }: Store): Record<string, unknown[]> {
  const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  const names = ['sqlite_schema', ...(tables as { name: string }[]).map(({ name }) => name)];
  return Object.fromEntries(names.map((name) => [name, sqlite.prepare(`SELECT * FROM ${name}`).all()]));
}

export function query<Row = Record<string, unknown>>(
  { sqlite }: Store,
  sql: string,
  ...parameters: unknown[]
): Row[] {
  return sqlite.prepare(sql).all(...parameters) as Row[];
}
