import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PARSER_VERSION } from '../../parsers/index.ts';
import { extractDocument } from '../../src/pipeline/extract-document.ts';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';
import { runIn } from '../cli/run-in.ts';
import { createRandom } from '../generate/random.ts';
import { tempDir } from '../store/temp-store.ts';
import { readCsv } from './read-csv.ts';

const LONG = process.env['GONGKAI_LONG'] === '1';
const SEED = LONG ? Number(process.env['GONGKAI_SEED'] ?? Math.floor(Date.now() / 86_400_000)) : 1;
const [CELLS, DOCUMENTS] = LONG ? [200, 100] : [40, 6];
const FIXTURES = join(import.meta.dirname, '../fixtures');

/** Of every kind of document; no expected reading, no scan. */
const documents = (): string[] =>
  [
    join(import.meta.dirname, '../../data/sample/shuangliao-2021.txt'),
    ...['generated', 'pdf'].flatMap((folder) =>
      readdirSync(join(FIXTURES, folder))
        .filter((name) => /\.(?:html|txt|pdf|docx|xlsx?)$/.test(name))
        .map((name) => join(FIXTURES, folder, name)),
    ),
  ].filter((_, index, all) => index % Math.ceil(all.length / DOCUMENTS) === 0);

/** The record as whoever has the WARC file and the release alone finds it. */
function readRecord(file: string, offset: number, length: number): { head: string; body: Buffer } {
  const descriptor = openSync(file, 'r');
  const bytes = Buffer.alloc(length);
  readSync(descriptor, bytes, 0, length, offset);
  closeSync(descriptor);
  const record = gunzipSync(bytes);
  const end = record.indexOf('\r\n\r\n');
  return { head: record.toString('utf8', 0, end), body: record.subarray(end + 4, -4) };
}

test(`${CELLS} cells of a release are read again from the WARC records that it names, seed ${SEED}`, async () => {
  const dir = tempDir();
  expect((await runIn(dir, 'import', ...documents())).code).toBe(0);
  await runIn(dir, 'export', '--to', join(dir, 'r'), '--formats', 'csv');
  const reports = new Map(
    readCsv(join(dir, 'r', 'csv', 'reports.csv')).map((row) => [row['report_id'], row]),
  );
  const values = readCsv(join(dir, 'r', 'csv', 'report_values.csv'));
  const random = createRandom(SEED);
  const readings = new Map<string, ReturnType<typeof extractDocument>>();
  const seen = new Set<string>();
  for (let drawn = 0; drawn < CELLS; drawn++) {
    const row = values[Math.floor(random.next() * values.length)] ?? {};
    const report = reports.get(row['report_id'] ?? '') ?? {};
    const { warc_file = '', warc_record_id = '', sha256 = '' } = report;
    const place = [report['warc_offset'], report['warc_length']].map(Number) as [number, number];
    const { head, body } = readRecord(join(dir, 'archive', warc_file), ...place);
    expect(head).toContain(`WARC-Record-ID: <${warc_record_id}>`);
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    expect([row['sha256'], report['parser_version']]).toEqual([sha256, String(PARSER_VERSION)]);

    const reading =
      readings.get(sha256) ?? extractDocument(new Uint8Array(body), {}, { gazetteer: loadGazetteer() });
    readings.set(sha256, reading);
    const cell = (await reading).cells.find(({ variable }) => variable === row['variable']);
    const { source } = cell ?? {};
    const printed = [cell?.value, cell?.status, source?.kind, source?.table, source?.row, source?.column];
    expect(
      printed.map((field) => String(field ?? '')),
      `seed ${SEED}: ${warc_file} ${row['variable']}`,
    ).toEqual(
      ['reported', 'status', 'source_kind', 'source_table', 'source_row', 'source_column'].map(
        (name) => row[name],
      ),
    );
    seen.add(source?.kind ?? 'none');
  }
  expect(seen.size).toBeGreaterThan(2);
}, 300_000);
