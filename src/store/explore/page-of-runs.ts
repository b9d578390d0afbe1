import { build } from '../build.ts';
import { getRow, prepare, selectRows } from '../run.ts';
import type { RunRow } from '../schema.ts';
import type { Store } from '../store.ts';

const count = prepare(build.selectFrom('run').select(({ fn }) => fn.countAll<number>().as('runs')));

export const countRuns = (store: Store): number => getRow(store, count)?.runs ?? 0;

/** Runs, the newest first, without their reports, which are long. */
export const pageOfRuns = (
  store: Store,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Omit<RunRow, 'summary'>[] =>
  selectRows(
    store,
    build
      .selectFrom('run')
      .select([
        'id',
        'command',
        'started_at',
        'finished_at',
        'exit_code',
        'parser_version',
        'counts',
        'round',
        'stage',
        'holder',
      ])
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset),
  );

/** One run with its report. */
export const findRun = (store: Store, id: number): RunRow | undefined =>
  selectRows(store, build.selectFrom('run').selectAll().where('id', '=', id))[0];
