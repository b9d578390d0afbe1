import { sql } from 'kysely';
import { build } from '../build.ts';
import { getRow, getRows, PARAMETER, prepare, prepareInsert, run, selectRows } from '../run.ts';
import type { RunRow, SourceRunRow } from '../schema.ts';
import type { Store } from '../store.ts';
import { writeDurably } from '../write.ts';
import { writeTogether } from '../write-together.ts';

/** A run that has begun. `round` is the first run of the same night: equal to `id` unless it goes on with one. */
export interface StartedRun {
  readonly id: number;
  readonly round: number;
  /** Runs of this round before it that did not reach the end. */
  readonly resumed: readonly number[];
  /** Runs before it that ended without a word: killed, or the power went. */
  readonly died: readonly number[];
}

export interface RunStart {
  readonly command: string;
  readonly startedAt: string;
  readonly parserVersion: string;
  readonly holder: string;
}

const lastRun = prepare(
  build.selectFrom('run').selectAll().where('round', 'is not', null).orderBy('id', 'desc'),
);
const unfinished = prepare(
  build.selectFrom('run').selectAll().where('finished_at', 'is', null).where('round', 'is not', null),
);
const ofRound = prepare(build.selectFrom('run').select('id').where('round', '=', PARAMETER).orderBy('id'));
const insertRun = prepareInsert('run', [
  'command',
  'started_at',
  'parser_version',
  'counts',
  'holder',
  'stage',
]);
const setRound = prepare(build.updateTable('run').set({ round: PARAMETER }).where('id', '=', PARAMETER));
const setStageOf = prepare(build.updateTable('run').set({ stage: PARAMETER }).where('id', '=', PARAMETER));
const finish = prepare(
  build
    .updateTable('run')
    .set({ finished_at: PARAMETER, exit_code: PARAMETER, counts: PARAMETER, summary: PARAMETER })
    .where('id', '=', PARAMETER),
);
const deleteSourceRun = prepare(
  build.deleteFrom('source_run').where('round', '=', PARAMETER).where('source', '=', PARAMETER),
);
const insertSourceRun = prepareInsert('source_run', ['round', 'source', 'outcome', 'cause', 'result']);
const sourceRunsOf = prepare(
  build.selectFrom('source_run').selectAll().where('round', '=', PARAMETER).orderBy('source'),
);

/** Exit codes after which a round is gone on with: disk all but full, time budget, signal (docs/cli.md). */
const RESUMABLE = [3, 10, 11];

/**
 * Writes the row of a run before anything else is done, so that a run that is killed leaves one too. A run before
 * it that never ended is marked as died; its round is gone on with.
 */
export function startRun(store: Store, start: RunStart): StartedRun {
  return writeDurably(store, () => {
    const before = getRow(store, lastRun);
    const died = markDied(store, start.startedAt);
    const { command, startedAt, parserVersion, holder } = start;
    const id = run(store, insertRun, command, startedAt, parserVersion, '{}', holder, 'started');
    const round = before && isOpen(before, startedAt) ? (before.round ?? id) : id;
    run(store, setRound, round, id);
    const resumed = getRows(store, ofRound, round).filter((row) => row.id !== id);
    return { id, round, resumed: resumed.map((row) => row.id), died };
  });
}

/** The stage of a run that has dealt with every source, and has only its report left to write. */
export const LAST_STAGE = 'report';
/** A run that died there is gone on with the same night, for its report; a later night has its own sources to ask. */
const SAME_NIGHT_MS = 20 * 3_600_000;

const isOpen = ({ finished_at, exit_code, stage, started_at }: RunRow, at: string): boolean =>
  (finished_at === null &&
    (stage !== LAST_STAGE || Math.abs(Date.parse(at) - Date.parse(started_at)) < SAME_NIGHT_MS)) ||
  (exit_code !== null && RESUMABLE.includes(exit_code));

/** A run that ended without a word keeps its last stage, and a null exit code. */
function markDied(store: Store, at: string): number[] {
  const rows = getRows(store, unfinished);
  for (const { id, counts } of rows) run(store, finish, at, null, counts, null, id);
  return rows.map(({ id }) => id);
}

const newestRun = prepare(build.selectFrom('run').select('id').orderBy('id', 'desc').limit(sql.lit(1)));
const insertReserved = prepareInsert('run', [
  'id',
  'command',
  'started_at',
  'finished_at',
  'parser_version',
  'counts',
  'holder',
  'stage',
]);

/**
 * Sees to it that runs from now on have higher numbers than a round that the archive tells of: one of the same number
 * would take its pages for dealt with. Nothing is written when there are such runs already.
 */
export function reserveRound(store: Store, round: number, date: string): void {
  writeDurably(store, () => {
    if ((getRow(store, newestRun)?.id ?? 0) >= round) return;
    run(store, insertReserved, round, 'reparse', date, date, '', '{}', '', 'archived');
  });
}

export function setStage(store: Store, runId: number, stage: string): void {
  writeDurably(store, () => run(store, setStageOf, stage, runId));
}

export interface RunEnd {
  readonly finishedAt: string;
  readonly exitCode: number;
  readonly counts: object;
  readonly report: object;
}

export function finishRun(
  store: Store,
  runId: number,
  { finishedAt, exitCode, counts, report }: RunEnd,
): void {
  writeDurably(store, () => {
    run(store, finish, finishedAt, exitCode, JSON.stringify(counts), JSON.stringify(report), runId);
  });
}

/** What became of a source in a round; said again, it replaces what was said before. */
export async function saveSourceRun(store: Store, row: SourceRunRow): Promise<void> {
  await writeTogether(store, () => {
    run(store, deleteSourceRun, row.round, row.source);
    run(store, insertSourceRun, row.round, row.source, row.outcome, row.cause, row.result);
  });
}

export const sourceRuns = (store: Store, round: number): SourceRunRow[] =>
  getRows(store, sourceRunsOf, round);

/** The newest runs first. */
export function listRuns(store: Store, limit: number): RunRow[] {
  return selectRows(store, build.selectFrom('run').selectAll().orderBy('id', 'desc').limit(limit));
}

const reportedRuns = build
  .selectFrom('run')
  .selectAll()
  .where('summary', 'is not', null)
  .orderBy('id', 'desc');
const goodRuns = reportedRuns.where('exit_code', 'in', [0, 6]);

/** The last run that has a report, however it ended. */
export const lastReportedRun = (store: Store): RunRow | undefined =>
  selectRows(store, reportedRuns.limit(1))[0];

/** The last run that ended well, of this command or any. */
export const lastGoodRun = (store: Store): RunRow | undefined => selectRows(store, goodRuns.limit(1))[0];

/** So many small runs by hand may lie between two nights. */
const MOST_BETWEEN = 100;

/** Runs before this one that have a report, however they ended, the newest first. */
export const lastReportedRuns = (store: Store, before: number): RunRow[] =>
  selectRows(store, reportedRuns.where('id', '<', before).limit(MOST_BETWEEN));

/** Runs before this one that ended well, the newest first. */
export const lastGoodRuns = (store: Store, before: number): RunRow[] =>
  selectRows(store, goodRuns.where('id', '<', before).limit(MOST_BETWEEN));
