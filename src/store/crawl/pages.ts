import { sql } from 'kysely';
import { build } from '../build.ts';
import { getRows, PARAMETER, prepare, prepareInsert, run, selectRows } from '../run.ts';
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

const holders = prepare(
  build
    .selectFrom('page')
    .leftJoin('parsed', 'parsed.page', 'page.id')
    .select(['page.source', 'page.outcome', 'page.done_round', 'parsed.outcome as parsed'])
    .where('page.url', '=', PARAMETER)
    .where('page.role', '=', sql.lit('report'))
    .orderBy('page.id'),
);

/** Sources that know this report, the one that has known it longest first, and what became of it there. */
export const holdersOf = (store: Store, url: string) => getRows(store, holders, url);

/** Addresses of reports that a source knows, by how their last night ended. */
export function reportPages(store: Store, source?: string): PageRow[] {
  const query = build.selectFrom('page').selectAll().where('role', '=', 'report').orderBy('url');
  return selectRows(store, source === undefined ? query : query.where('source', '=', source));
}
