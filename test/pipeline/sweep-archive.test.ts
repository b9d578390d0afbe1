import { hash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendExchange } from '../../src/archive/append-exchange.ts';
import type { CaptureContext } from '../../src/archive/capture-context.ts';
import { captures } from '../../src/archive/captures.ts';
import { checkFixity } from '../../src/archive/check-fixity.ts';
import { readIndex } from '../../src/archive/index-file.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { compactFile, movedOffsets } from '../../src/archive/sweep/compact-file.ts';
import { withoutAnswers } from '../../src/archive/sweep/exchanges.ts';
import { listWarcFiles } from '../../src/archive/warc-files.ts';
import { sweepArchive } from '../../src/pipeline/sweep-archive.ts';
import { saveCapture } from '../../src/store/crawl/captures.ts';
import { moveRecords } from '../../src/store/crawl/move-records.ts';
import { makeExchange } from '../archive/make-exchange.ts';
import { tempDir } from '../archive/temp-archive.ts';
import { makeExtraction } from '../store/make-extraction.ts';
import { load, tempStore } from '../store/temp-store.ts';

const DAY_MS = 86_400_000;
const HOST = 'http://www.shuangliao.gov.cn';
const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
const dayOf = (day: number): Date => new Date(Date.UTC(2026, 0, day));

type Fetched = readonly [
  day: number,
  role: CaptureContext['role'],
  path: string,
  status: number,
  body: string,
];

/** Forty nights of a list that changes, one report in two versions, and failures. */
const NIGHTS: readonly Fetched[] = Array.from({ length: 40 }, (_, night): readonly Fetched[] => [
  [night + 1, 'robots', '/robots.txt', 200, 'User-agent: *'],
  [night + 1, 'list', '/list.html', 200, `list of night ${night}`.repeat(200)],
  [night + 1, 'report', '/lost.html', 404, `not here in night ${night}`],
  ...(night % 20 === 0 ? [[night + 1, 'report', '/report.html', 200, `report as of ${night}`] as const] : []),
]).flat();

/** The archive and the database after these nights: many small files, a report loaded from each version. */
async function madeNights() {
  const dir = tempDir();
  const store = tempStore();
  const archive = await openArchive(dir, { fileLimitBytes: 20_000 });
  for (const [day, role, path, status, body] of NIGHTS) {
    const url = `${HOST}${path}`;
    const date = dayOf(day);
    const payload = Buffer.from(body);
    const { record, place } = await appendExchange(archive, makeExchange({ url, date, status, payload }), {
      role,
    });
    saveCapture(store, { ...record, url, date: date.toISOString(), status, role });
    if (role === 'report' && place)
      if (status === 200)
        load(
          store,
          { ...makeExtraction({ year: 2021 + Number(day > 20) }), sha256: place.sha256 },
          { archived: place },
        );
  }
  await archive.close();
  return { dir, store };
}

type Made = Awaited<ReturnType<typeof madeNights>>;
const sweepOn = ({ dir, store }: Made, day: number, dryRun = false) =>
  sweepArchive({ dir, store, now: dayOf(day), keepMs: 10 * DAY_MS, graceMs: 7 * DAY_MS, dryRun });

const sizeOf = (dir: string): number =>
  listWarcFiles(dir).reduce((sum, file) => sum + statSync(join(dir, file)).size, 0);

/** All that has to be so of an archive and its database. */
async function checkWhole({ dir, store }: Made): Promise<void> {
  for (let part = 0; part < 30; part++) expect(checkFixity(dir, { part }).damages).toEqual([]);
  const documents = store.sqlite
    .prepare(
      'SELECT lower(hex(sha256)) AS sha256, name AS file, archive_offset AS offset, archive_length AS length FROM document JOIN archive_file a ON a.id = archive_file',
    )
    .all() as { sha256: string; file: string; offset: number; length: number }[];
  expect(documents).toHaveLength(2);
  for (const place of documents) expect(sha256Of(await readRecord(dir, place))).toBe(place.sha256);
  const known = store.sqlite
    .prepare('SELECT name AS file, offset, url FROM capture JOIN archive_file a ON a.id = file')
    .all() as { file: string; offset: number; url: string }[];
  const there = [...captures({ dir })].map(({ record, url }) => ({
    file: record.file,
    offset: record.offset,
    url,
  }));
  const inOrder = (a: { file: string; offset: number }, b: { file: string; offset: number }) =>
    a.file.localeCompare(b.file) || a.offset - b.offset;
  expect(known.toSorted(inOrder)).toEqual(there.toSorted(inOrder));
  expect(store.sqlite.pragma('foreign_key_check')).toEqual([]);
}

describe('sweeping the archive', () => {
  test('says what may go and writes nothing; marks; and takes out what was marked seven days ago', async () => {
    const made = await madeNights();
    const before = sizeOf(made.dir);
    const names = readdirSync(made.dir);
    const dry = sweepOn(made, 40, true);
    expect(dry).toMatchObject({ answers: 0, bytes: 0 });
    expect(Object.fromEntries(dry.mayGo.map(({ reason, answers }) => [reason, answers]))).toEqual({
      // The first robots.txt is what all later ones say they are the same as.
      superseded: 29 + 28,
      failed: 29,
    });
    expect(readdirSync(made.dir)).toEqual(names);

    expect(sweepOn(made, 40)).toEqual(dry);
    expect(sizeOf(made.dir)).toBe(before);

    const swept = sweepOn(made, 48);
    expect(swept.answers).toBeGreaterThan(60);
    expect(sizeOf(made.dir)).toBe(before - swept.bytes);
    await checkWhole(made);
    const left = [...captures({ dir: made.dir })].filter(({ url }) => url === `${HOST}/report.html`);
    expect(left).toHaveLength(2);
    expect(sweepOn(made, 48)).toMatchObject({ answers: 0, bytes: 0 });
  });

  test('is written on as before, and its index can be made again', async () => {
    const made = await madeNights();
    sweepOn(made, 40);
    sweepOn(made, 48);
    const there = [...captures({ dir: made.dir })].length;
    for (const name of readdirSync(made.dir)) if (name.endsWith('.jsonl')) rmSync(join(made.dir, name));
    const archive = await openArchive(made.dir);
    await appendExchange(archive, makeExchange({ url: `${HOST}/new.html` }), { role: 'report' });
    await archive.close();
    expect([...captures({ dir: made.dir })]).toHaveLength(there + 1);
  });

  test.each(['draft', 'revision', 'database'] as const)(
    'goes on after it was cut off behind the %s',
    async (step) => {
      const made = await madeNights();
      const { dir, store } = made;
      sweepOn(made, 40);
      const [file = ''] = listWarcFiles(dir);
      const entries = readIndex(dir, file);
      const lists = entries.flatMap(({ id, uri }) => (id && uri?.endsWith('/list.html') ? [id] : []));
      const later = compactFile(dir, file, withoutAnswers(entries, new Set(lists)));
      if (step === 'draft') {
        copyFileSync(join(dir, later), join(dir, `${later}.new`));
        rmSync(join(dir, later));
      }
      if (step === 'database') moveRecords(store, file, later, movedOffsets(dir, file, later));
      // Until it is gone the old file is the one that counts.
      expect(listWarcFiles(dir)[0]).toBe(file);
      sweepOn(made, 48);
      expect(existsSync(join(dir, file))).toBe(false);
      await checkWhole(made);
    },
  );

  test('refuses to lose what the database needs', async () => {
    const { dir, store } = await madeNights();
    const [file = ''] = listWarcFiles(dir);
    expect(() => moveRecords(store, file, 'gongkai-000001.r1.warc.gz', new Map())).toThrow(/needs record/);
    expect(store.sqlite.prepare('SELECT count(*) FROM capture').pluck().get()).toBe(NIGHTS.length);
  });
});
