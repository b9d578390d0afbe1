import { build } from '../build.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { getRows, prepare } from '../run.ts';
import type { Store } from '../store.ts';

/** What is asked of all reports before any is read. */
export interface ListedReport {
  readonly id: number;
  readonly sha256: Uint8Array;
  readonly year: number | null;
  readonly division: string | null;
  readonly agency: string | null;
  readonly place: string | null;
  readonly level: string | null;
  readonly form: string | null;
  readonly current: number;
  readonly published: string | null;
}

/** An order that is the same in every database with the same documents: no number of a row takes part. */
const everyReport = prepare(
  build
    .selectFrom('report as r')
    .innerJoin('document as d', 'd.id', 'r.document')
    .select([
      'r.id',
      'd.sha256',
      'r.year',
      'r.division',
      'r.agency',
      'r.place',
      'r.level',
      'r.form',
      'r.current',
      'r.published',
    ])
    .orderBy('r.year')
    .orderBy('r.division')
    .orderBy('d.sha256'),
);
const howMany = prepare(build.selectFrom('report').select(({ fn }) => fn.countAll<number>().as('reports')));

/** Every report of the database by year, division and document. Throws StoreError. */
export const listStored = (store: Store): ListedReport[] =>
  explaining(store.file, () => getRows(store, everyReport));

export const countReports = (store: Store): number =>
  explaining(store.file, () => getRows(store, howMany)[0]?.reports ?? 0);
