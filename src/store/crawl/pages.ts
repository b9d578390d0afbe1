import { sql } from 'kysely';
import { build } from '../build.ts';
import { getRow, getRows, PARAMETER, prepare, prepareInsert, run, selectRows } from '../run.ts';
import type { PageRow } from '../schema.ts';
import type { Store } from '../store.ts';

/** An address of the frontier before it has a row. */
export type NewPage = Omit<PageRow, 'id'>;

const COLUMNS = [
  'source',
  'role',
  'url',
  'final_url',
  'parent',
  'title',
  'etag',
  'last_modified',
  'sha256',
  'checked_at',
  'changed_at',
  'first_round',
  'seen_round',
  'done_round',
  'outcome',
  'cause',
  'detail',
  'failures',
] as const satisfies readonly (keyof NewPage)[];

const pagesOfSource = prepare(
  build.selectFrom('page').selectAll().where('source', '=', PARAMETER).orderBy('id'),
);
const insertPage = prepareInsert('page', COLUMNS);
const updatePage = prepare(
  build
    .updateTable('page')
    .set(Object.fromEntries(COLUMNS.map((column) => [column, PARAMETER])))
    .where('id', '=', PARAMETER),
);

/** Everything that is remembered of a source's addresses. */
export const pagesOf = (store: Store, source: string): PageRow[] => getRows(store, pagesOfSource, source);

/** Writes a page of the frontier; returns it with its id. Part of the caller's transaction. */
export function savePage(store: Store, page: NewPage & { readonly id?: number }): PageRow {
  const values = COLUMNS.map((column) => page[column]);
  if (page.id === undefined) return { ...page, id: run(store, insertPage, ...values) };
  run(store, updatePage, ...values, page.id);
  return { ...page, id: page.id };
}

/** Another source that dealt with this report in this round. */
const takenBy = prepare(
  build
    .selectFrom('page')
    .select('source')
    .where('url', '=', PARAMETER)
    .where('role', '=', sql.lit('report'))
    .where('done_round', '=', PARAMETER)
    .where('source', '!=', PARAMETER)
    .where('outcome', 'in', [sql.lit('new'), sql.lit('same')]),
);

export const otherSourceOf = (store: Store, url: string, round: number, source: string): string | undefined =>
  getRow(store, takenBy, url, round, source)?.source;

/** Addresses of reports that a source knows, by how their last night ended. */
export function reportPages(store: Store, source?: string): PageRow[] {
  const query = build.selectFrom('page').selectAll().where('role', '=', 'report').orderBy('url');
  return selectRows(store, source === undefined ? query : query.where('source', '=', source));
}
