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
  'gone_rounds',
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
  if (page.id === undefined) return { id: run(store, insertPage, ...values), ...page };
  run(store, updatePage, ...values, page.id);
  return { id: page.id, ...page };
}

const partsOfSource = prepare(
  build
    .selectFrom('page_part')
    .innerJoin('page', 'page.id', 'page_part.part')
    .select(['page_part.page', 'page.url'])
    .where('page.source', '=', PARAMETER)
    .orderBy('page.url'),
);
const deleteParts = prepare(build.deleteFrom('page_part').where('page', '=', PARAMETER));
const insertPart = prepareInsert('page_part', ['page', 'part']);

/** What hangs on each page of a source: addresses of files and frames, by the page's id. */
export function partsOf(store: Store, source: string): Map<number, readonly string[]> {
  const parts = new Map<number, string[]>();
  for (const { page, url } of getRows(store, partsOfSource, source)) {
    parts.set(page, [...(parts.get(page) ?? []), url]);
  }
  return parts;
}

/** What hangs on a page from now on, and nothing else. Part of the caller's transaction. */
export function saveParts(store: Store, page: number, parts: readonly number[]): void {
  run(store, deleteParts, page);
  for (const part of parts) run(store, insertPart, page, part);
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
