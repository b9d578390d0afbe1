import { join } from 'node:path';
import { batchOf } from './batch.ts';
import type { ExportOptions } from './export-options.ts';
import { buffersToKeep } from './formats/chunks.ts';
import type { Written } from './formats/output-file.ts';
import { openPieceFiles } from './formats/piece-files.ts';
import { type EncodedPart, PIECE_FORMATS } from './parts/encode-part.ts';
import type { Part } from './parts/part.ts';
import type { PartRunner } from './parts/part-runner.ts';
import { planRelease } from './plan-release.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseTable } from './release-table.ts';
import type { ReleaseWork } from './release-work.ts';
import { REPORT_VALUES } from './tables/report-values.ts';

/** The long table as CSV in a release, or in a folder laid out as one. */
export const longTable = (folder: string): string => join(folder, 'csv', `${REPORT_VALUES.name}.csv`);
/** What is staged and no part of the release. */
export const SCRATCH = '.scratch';

/** Reads every part and writes it as CSV and Parquet; returns what was found, and where the long table lies as CSV. */
export async function writePieces(
  options: ExportOptions,
  { runner, listed, agencies, withdrawn, staged, before }: ReleaseWork,
  parts: readonly Part[],
): Promise<{ plan: ReleasePlan; values: string | undefined; digests: ReadonlyMap<string, Written> }> {
  const { formats, since } = options;
  const values = formats.includes('csv')
    ? longTable(staged)
    : since === undefined
      ? undefined
      : longTable(join(staged, SCRATCH));
  const { reportTables } = runner.tables;
  const compared = new Map(values === undefined ? [] : [[REPORT_VALUES as ReleaseTable, values]]);
  const files = openPieceFiles(staged, reportTables, formats, compared);
  try {
    const found: Omit<EncodedPart, 'reports'>[] = [];
    const spare: ArrayBuffer[] = [];
    for await (const part of encodeAll(options, runner, parts, spare)) {
      for (const [at, table] of reportTables.entries()) {
        const piece = part.tables[at];
        if (piece) await files.append(table, part.year, piece);
      }
      // Measures are kept; bytes are not, but their memory is used again.
      for (const { csv = [] } of part.tables) spare.push(...buffersToKeep(csv));
      found.push({ ...part, tables: part.tables.map(({ facts }) => ({ facts })) });
    }
    const plan = planRelease(options, { runner, listed, agencies, withdrawn, before, found });
    for (const table of plan.fixedTables) files.addWhole(table, batchOf(table, table.rows));
    return { plan, values, digests: files.close(plan.version) };
  } catch (error) {
    files.discard();
    throw error;
  }
}

/** Parts in their order, some of them in work at a time: as many as there are threads, and two to wait. */
async function* encodeAll(
  { formats, since, signal, onReport }: ExportOptions,
  runner: PartRunner,
  parts: readonly Part[],
  spare: ArrayBuffer[],
): AsyncGenerator<EncodedPart> {
  const asked = PIECE_FORMATS.filter((format) => formats.includes(format));
  const compares = since !== undefined;
  const running: Promise<EncodedPart>[] = [];
  const start = (at: number): void => {
    const part = parts[at];
    if (!part) return;
    const encoded = runner.encode({ part, formats: asked, compares, spare: spare.splice(0) });
    // An error is thrown where the part is awaited; until then it must not end the process.
    encoded.catch(() => {});
    running.push(encoded);
  };
  const ahead = runner.threads === 1 ? 1 : runner.threads + 2;
  for (let at = 0; at < ahead; at++) start(at);
  for (let at = 0; at < parts.length; at++) {
    const part = await running.shift();
    if (!part) break;
    for (let n = 0; n < part.reports; n++) onReport?.();
    signal?.throwIfAborted();
    yield part;
    start(at + ahead);
  }
}
