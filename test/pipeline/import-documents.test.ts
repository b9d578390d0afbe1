import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readRecord } from '../../src/archive/read-record.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { type ImportDeps, type ImportInput, importDocuments } from '../../src/pipeline/import-documents.ts';
import { countRows } from '../../src/store/count-rows.ts';
import { listReports } from '../../src/store/list-reports.ts';
import type { ArchivePlace } from '../../src/store/save-document.ts';
import { DATE, tempArchive } from '../archive/temp-archive.ts';
import { makeExtraction } from '../store/make-extraction.ts';
import { dump, tempStore } from '../store/temp-store.ts';

/** A document's bytes are its path; what it says follows from the number in it. */
const inputs: ImportInput[] = ['1.html', '2.html', '3.txt', '4.html'].map((name) => ({
  path: `/in/${name}`,
  file: name,
}));

async function extract(bytes: Uint8Array): Promise<Extraction> {
  const text = Buffer.from(bytes).toString();
  if (text.includes('bad')) throw new Error('the parser broke');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...makeExtraction({ seed: Number(/\d+/.exec(text)?.[0]), cells: 20 }), sha256 };
}

async function makeDeps(overrides: Partial<ImportDeps> = {}): Promise<ImportDeps> {
  return {
    store: tempStore(),
    archive: await tempArchive(),
    readBytes: async (path) => Buffer.from(path),
    extract,
    sniff: () => ({ kind: 'html', contentType: 'text/html' }),
    now: () => DATE,
    parserVersion: '0.1.0',
    ...overrides,
  };
}

test('each document is archived, read and loaded; its report points to its bytes', async () => {
  const deps = await makeDeps();
  const seen: number[] = [];
  const { documents, totals } = await importDocuments(inputs, deps, (_, index) => seen.push(index));
  expect(totals).toEqual({ inserted: 4, updated: 0, unchanged: 0, failed: 0, skipped: 0 });
  expect(documents.map(({ input }) => input)).toEqual(inputs);
  expect(documents[0]).toMatchObject({
    outcome: 'inserted',
    findings: { error: 1, warning: 0, question: 0, info: 0 },
  });
  expect(seen.toSorted()).toEqual([0, 1, 2, 3]);
  for (const { archive_file, archive_offset, archive_length, sha256, file } of listReports(deps.store).rows) {
    const place = { file: archive_file, offset: archive_offset, length: archive_length } as ArchivePlace;
    expect(Buffer.from(await readRecord(deps.archive.dir, { ...place, sha256 })).toString()).toBe(
      `/in/${file}`,
    );
  }
});

test('documents are archived and stored in the order given, whichever is parsed first', async () => {
  const names = ['1', '2', '3', '4', '5', '6'];
  const versions = names.map((name) => ({ path: `/in/${name}`, file: name }));
  const ended: string[] = [];
  const deps = await makeDeps({
    extract: async (bytes) => {
      const name = Buffer.from(bytes).toString().slice(-1);
      await sleep([0, 40, 1, 30, 2, 20, 3][Number(name)]);
      ended.push(name);
      const extraction = await extract(bytes);
      // Versions of one report: all of one body, year and day.
      const report = { ...makeExtraction({ seed: 1 }).report, division: '220382', year: 2021 };
      return { ...extraction, report };
    },
    concurrency: 4,
  });
  await importDocuments(versions, deps);
  expect(ended).not.toEqual(names);
  const { rows } = listReports(deps.store);
  const byId = rows.toSorted((a, b) => a.report_id - b.report_id);
  expect(byId.map(({ report_id, file }) => [report_id, file])).toEqual(
    names.map((name, index) => [index + 1, name]),
  );
  const places = byId.map(({ archive_offset }) => archive_offset ?? 0);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(rows.filter(({ current }) => current).map(({ file }) => file)).toEqual(['6']);
});

test('importing the same documents again changes neither archive nor database', async () => {
  const deps = await makeDeps();
  await importDocuments(inputs, deps);
  const files = () =>
    readdirSync(deps.archive.dir).map((name) => [name, readFileSync(join(deps.archive.dir, name), 'latin1')]);
  const before = [dump(deps.store), files(), readFileSync(deps.store.file, 'latin1')];
  const { totals } = await importDocuments(inputs, { ...deps, now: () => new Date() });
  expect(totals).toMatchObject({ unchanged: 4, inserted: 0 });
  expect([dump(deps.store), files(), readFileSync(deps.store.file, 'latin1')]).toEqual(before);
  expect(existsSync(`${deps.store.file}-wal`) ? statSync(`${deps.store.file}-wal`).size : 0).toBe(0);
});

test('a document that fails says why, and the others are loaded', async () => {
  const deps = await makeDeps({
    readBytes: async (path) => {
      if (path.includes('3')) throw new Error('ENOENT: no such file');
      return Buffer.from(path.includes('2') ? 'bad' : path);
    },
  });
  const { documents, totals, stoppedBy } = await importDocuments(inputs, deps);
  expect(totals).toEqual({ inserted: 2, updated: 0, unchanged: 0, failed: 2, skipped: 0 });
  expect(documents.map(({ reason }) => reason)).toEqual([
    undefined,
    'the parser broke',
    'ENOENT: no such file',
    undefined,
  ]);
  expect(stoppedBy).toBeUndefined();
});

test('a record that the store cannot take is one failure, not the end', async () => {
  const deps = await makeDeps({
    extract: async (bytes) => {
      const extraction = await extract(bytes);
      const claims = extraction.claims.map((claim) => ({ ...claim, variable: 'no.such' }));
      return Buffer.from(bytes).includes('2') ? { ...extraction, claims } : extraction;
    },
  });
  const { totals } = await importDocuments(inputs, deps);
  expect(totals).toMatchObject({ inserted: 3, failed: 1 });
  expect(countRows(deps.store)).toMatchObject({ document: 3, report: 3 });
});

test('when the database cannot be written the rest is skipped, and the totals balance', async () => {
  const deps = await makeDeps({ concurrency: 1 });
  deps.store.sqlite.pragma('query_only = 1');
  const { totals, stoppedBy } = await importDocuments(inputs, deps);
  expect(totals).toMatchObject({ failed: 1, skipped: 3 });
  expect(stoppedBy).toMatchObject({ problem: 'no_access' });
  expect(Object.values(totals).reduce((sum, count) => sum + count)).toBe(inputs.length);
});
