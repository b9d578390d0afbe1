import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { recordIds } from '../archive/record-ids.ts';
import { documentPlaces } from '../store/release/document-places.ts';
import { endSnapshot } from '../store/release/read-snapshot.ts';
import { reportPages } from '../store/release/report-pages.ts';
import { reconcileAgencies } from './agencies.ts';
import { beginRelease } from './begin-release.ts';
import { writeChanges } from './changes.ts';
import type { ExportOptions } from './export-options.ts';
import { judgeRelease } from './gates.ts';
import { writePages } from './pages/write-pages.ts';
import { cutParts } from './parts/part.ts';
import { publish } from './publish.ts';
import { ReleaseError } from './release-error.ts';
import type { ReleaseWork } from './release-work.ts';
import { Statistics } from './statistics.ts';
import { latestDivisionIn, placeIdIn } from './tables/divisions.ts';
import { numberVintages } from './vintages.ts';
import { findWithdrawn } from './withdrawn.ts';
import { longTable, SCRATCH, writePieces } from './write-pieces.ts';
import { writeWholes } from './write-wholes.ts';

export interface Released {
  readonly version: string;
  readonly statistics: Statistics;
  readonly files: number;
  /** Reason → rows that changed since the release before. */
  readonly changes: ReadonlyMap<string, number>;
}

/**
 * Writes a release of all that the database holds now. Every report is read once, measured and written as CSV and
 * Parquet; then the figures are judged; Excel, SQLite and Stata need them first and read once more. Everything is
 * staged beside `to` and appears with one rename; after a failure there is nothing at `to`. Throws ReleaseError or
 * StoreError.
 */
export async function exportRelease(options: ExportOptions): Promise<Released> {
  const to = resolve(options.to);
  requireFree(to);
  const before = options.since === undefined ? null : readStatistics(options.since);
  const { runner, listed } = await beginRelease(options);
  const staged = `${to}.partial-${process.pid}`;
  try {
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(staged, { recursive: true });
    const released = await writeRelease({ ...options, to }, { runner, listed, staged, before });
    publish(staged, to);
    return released;
  } catch (error) {
    // However the work was broken off: a thread, a file and a loop each say it in their own way.
    throw options.signal?.aborted ? new ReleaseError('stopped', to, { cause: error }) : error;
  } finally {
    await runner.close();
    endSnapshot(options.store);
    rmSync(staged, { recursive: true, force: true });
  }
}

async function writeRelease(
  options: ExportOptions,
  begun: Omit<ReleaseWork, 'agencies' | 'withdrawn'>,
): Promise<Released> {
  const latestDivision = latestDivisionIn(options.gazetteer);
  const { idOf, agencies } = reconcileAgencies(begun.listed, options.gazetteer, options.data.agencies);
  const vintages = numberVintages(begun.listed);
  const withdrawn = findWithdrawn(begun.listed, reportPages(options.store));
  const warcRecords = new Map<number, string>();
  if (options.archive !== undefined)
    for (const [{ report }, id] of recordIds(options.archive, documentPlaces(options.store)))
      warcRecords.set(report, id);
  const work = { ...begun, agencies, withdrawn };
  const { data, softwareVersion, since, formats } = options;
  const parts = cutParts(work.listed, ({ id, division, year }) => ({
    id,
    divisionLatest: latestDivision(division, year),
    placeId: placeIdIn(options.gazetteer, division, year),
    agencyId: idOf.get(id) ?? null,
    vintage: vintages.get(id) ?? 1,
    withdrawn: withdrawn.get(id) ?? null,
    warcRecord: warcRecords.get(id) ?? null,
  }));
  const { plan, values, digests } = await writePieces(options, work, parts);
  if (plan.before) requireWithinBands(plan.before, plan.statistics, options);
  await writeWholes(options, work, parts, plan);
  const changes = writeChanges(work.staged, values, since === undefined ? undefined : longTable(since));
  rmSync(join(work.staged, SCRATCH), { recursive: true, force: true });
  const files = await writePages(work.staged, plan, digests, {
    ...{ formats, data, changes, softwareVersion, doi: options.doi ?? null },
  });
  return { version: plan.version, statistics: plan.statistics, files, changes };
}

/** Releases are never overwritten: what was cited must stay what it was. */
function requireFree(to: string): void {
  if (existsSync(to) && readdirSync(to).length > 0) throw new ReleaseError('not_empty', to);
}

function readStatistics(since: string): Statistics {
  const file = join(since, 'statistics.json');
  if (!existsSync(file) || !existsSync(longTable(since))) throw new ReleaseError('no_release', since);
  const read = Statistics.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new ReleaseError('no_release', since);
  return read.data;
}

function requireWithinBands(before: Statistics, after: Statistics, { gates, data, to }: ExportOptions): void {
  const { breaches, largest } = judgeRelease(before, after, gates, data.retired);
  if (breaches.length > 0) throw new ReleaseError('gate', to, { breaches, moves: largest });
}
