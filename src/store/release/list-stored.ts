import { build } from '../build.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { getRows, type Prepared, prepare } from '../run.ts';
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

const listed = build
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
  ]);
/** An order that is the same in every database with the same documents: no number of a row takes part. */
const everyReport = prepare(listed.orderBy('r.year').orderBy('r.division').orderBy('d.sha256'));
/** Those of the same series and year are versions of one another, as far as their bodies are the same. */
const siblingsOf: Prepared<ListedReport> = {
  sql: `${listed.compile().sql} WHERE r.id IN (SELECT s.id FROM json_each(?) e CROSS JOIN report o ON o.id = e.value
    CROSS JOIN report s ON s.id = o.id OR (s.series = o.series AND s.year = o.year))`,
};
const howMany = prepare(build.selectFrom('report').select(({ fn }) => fn.countAll<number>().as('reports')));

/** Every report of the database by year, division and document. Throws StoreError. */
export const listStored = (store: Store): ListedReport[] =>
  explaining(store.file, () => getRows(store, everyReport));

/** These reports, and the others of their series and years. Throws StoreError. */
export const listSiblings = (store: Store, reports: readonly number[]): ListedReport[] =>
  explaining(store.file, () => getRows(store, siblingsOf, JSON.stringify(reports)));

export const countReports = (store: Store): number =>
  explaining(store.file, () => getRows(store, howMany)[0]?.reports ?? 0);
