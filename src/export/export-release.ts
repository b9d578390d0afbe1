import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Gazetteer } from '../places/gazetteer.ts';
import { countReports, eachReport } from '../store/release/each-report.ts';
import { readSnapshot } from '../store/release/read-snapshot.ts';
import { chainHead } from '../store/review/append-event.ts';
import type { Store } from '../store/store.ts';
import { changesSink } from './changes.ts';
import { openSinks } from './formats/open-sinks.ts';
import { judgeRelease } from './gates.ts';
import { writePages } from './pages/write-pages.ts';
import { type PreparedReport, prepareReport, REPORT_ID_DIGITS } from './prepare-report.ts';
import type { Gates, ReleaseData } from './release-data.ts';
import { ReleaseError } from './release-error.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { Format, ReleaseTable } from './release-table.ts';
import { type ReleaseVariable, releaseVariables } from './release-variable.ts';
import { Statistics, toStatistics } from './statistics.ts';
import { countReport, newCounts, surveyTable, type TableFacts } from './survey.ts';
import { DERIVED_VALUES } from './tables/derived-values.ts';
import { divisionTables, type FixedTable, latestDivisionIn } from './tables/divisions.ts';
import { FINDINGS } from './tables/findings.ts';
import { panelStatusTable, panelTable } from './tables/panel.ts';
import { REPORT_VALUES } from './tables/report-values.ts';
import { REPORTS } from './tables/reports.ts';
import { variablesTable } from './tables/variables.ts';

export interface ExportOptions {
  readonly store: Store;
  /** The release's folder: it must not exist, or be empty. */
  readonly to: string;
  readonly formats: readonly Format[];
  /** Folder of the release before. */
  readonly since?: string;
  readonly gates: Gates;
  readonly data: ReleaseData;
  readonly gazetteer: Gazetteer;
  readonly softwareVersion: string;
  readonly signal?: AbortSignal;
  /** After each report; every report passes twice. */
  readonly onReport?: () => void;
}

export interface Released {
  readonly version: string;
  readonly statistics: Statistics;
  readonly files: number;
  /** Reason → rows that changed since the release before. */
  readonly changes: ReadonlyMap<string, number>;
}

/**
 * Writes a release of all that the database holds now. The reports are read twice: first to measure and to judge
 * them, then to write. Everything is staged beside `to` and appears with one rename; after a failure there is
 * nothing at `to`. Throws ReleaseError or StoreError.
 */
export async function exportRelease(options: ExportOptions): Promise<Released> {
  const to = resolve(options.to);
  requireFree(to);
  const before = options.since === undefined ? null : readStatistics(options.since);
  return readSnapshot(options.store, async () => {
    const plan = await surveyRelease(options, before);
    if (before) requireWithinBands(before, plan.statistics, options.gates, to);
    const staged = `${to}.partial-${process.pid}`;
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(staged, { recursive: true });
    try {
      const changes = await writeTables(options, plan, staged);
      const files = await writePages(staged, plan, { ...options, changes });
      publish(staged, to);
      return { version: plan.version, statistics: plan.statistics, files, changes };
    } finally {
      rmSync(staged, { recursive: true, force: true });
    }
  });
}

/** Releases are never overwritten: what was cited must stay what it was. */
function requireFree(to: string): void {
  if (existsSync(to) && readdirSync(to).length > 0) throw new ReleaseError('not_empty', to);
}

function publish(staged: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(staged, to);
}

function readStatistics(since: string): Statistics {
  const file = join(since, 'statistics.json');
  const values = join(since, 'csv', `${REPORT_VALUES.name}.csv`);
  if (!existsSync(file) || !existsSync(values)) throw new ReleaseError('no_release', since);
  const read = Statistics.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new ReleaseError('no_release', since);
  return read.data;
}

function requireWithinBands(before: Statistics, after: Statistics, gates: Gates, to: string): void {
  const { breaches, largest } = judgeRelease(before, after, gates);
  if (breaches.length > 0) throw new ReleaseError('gate', to, { breaches, moves: largest });
}

async function surveyRelease(options: ExportOptions, before: Statistics | null): Promise<ReleasePlan> {
  const variables = releaseVariables(options.data);
  const reportTables = [
    ...[REPORT_VALUES, panelTable(variables), panelStatusTable(variables), DERIVED_VALUES],
    ...[REPORTS, FINDINGS],
  ];
  const surveys = reportTables.map((table) => ({ table, survey: surveyTable(table) }));
  const counts = newCounts();
  const ids = new Set<string>();
  for await (const report of preparedReports(options, variables)) {
    // Two documents of one short number could not be told apart: about one chance in 10^7 for a million of them.
    if (ids.has(report.id))
      throw new ReleaseError('ambiguous_id', report.report.sha256.slice(0, REPORT_ID_DIGITS));
    ids.add(report.id);
    countReport(counts, report);
    for (const { table, survey } of surveys) survey.add(table.rowsOf(report));
  }
  const fixedTables = [variablesTable(variables, counts.variables), ...divisionTables(options.gazetteer)];
  const facts = new Map<ReleaseTable, TableFacts>();
  for (const { table, survey } of surveys) facts.set(table, survey.facts());
  for (const table of fixedTables) facts.set(table, surveyWhole(table));
  const snapshot = digestOf(facts);
  const version = `${options.softwareVersion}+${snapshot.slice(0, 12)}`;
  const statistics = toStatistics(counts, [...facts.keys()], { version, snapshot });
  const decisionLog = chainHead(options.store);
  return {
    ...{ version, snapshot, variables, reportTables, fixedTables, facts, counts, statistics, before },
    decisionLog,
  };
}

function surveyWhole(table: FixedTable): TableFacts {
  const survey = surveyTable(table);
  survey.add(table.rows);
  return survey.facts();
}

/** The identity of what a release says: the same for the same rows in the same columns, whatever the formats. */
function digestOf(facts: ReadonlyMap<ReleaseTable, TableFacts>): string {
  const hash = createHash('sha256');
  for (const [{ name, columns }, { sha256 }] of facts)
    hash.update(`${JSON.stringify([name, columns.map((column) => column.name), sha256])}\n`);
  return hash.digest('hex');
}

const REPORTS_BETWEEN_BREATHS = 100;

/** Lets signals in between reports; a release that is stopped leaves nothing. */
async function* preparedReports(
  { store, gazetteer, signal, onReport, to }: ExportOptions,
  variables: readonly ReleaseVariable[],
): AsyncGenerator<PreparedReport> {
  const computed = variables.filter(({ kind }) => kind !== 'printed');
  const latestDivision = latestDivisionIn(gazetteer);
  let seen = 0;
  for (const stored of eachReport(store)) {
    yield prepareReport(stored, computed, latestDivision);
    onReport?.();
    if (++seen % REPORTS_BETWEEN_BREATHS === 0) await setImmediate();
    if (signal?.aborted) throw new ReleaseError('stopped', to);
  }
}

/** How often `onReport` will be called. */
export const countPasses = (store: Store): number => 2 * countReports(store);

async function writeTables(
  options: ExportOptions,
  { facts, version, snapshot, variables, reportTables, fixedTables }: ReleasePlan,
  dir: string,
): Promise<ReadonlyMap<string, number>> {
  const sinks = openSinks(facts, options.formats, {
    dir,
    version,
    meta: { dataset: 'gongkai', version, snapshot },
  });
  const changes = changesSink(dir, options.since);
  try {
    for await (const report of preparedReports(options, variables))
      for (const table of reportTables) {
        const rows = table.rowsOf(report);
        sinks.write(table, rows);
        if (table === REPORT_VALUES) for (const row of rows) changes.write(row);
      }
    for (const table of fixedTables) sinks.write(table, table.rows);
  } finally {
    // Also after a failure: what is staged is thrown away, but its files must not stay open.
    sinks.close();
    changes.close();
  }
  return changes.counts;
}
