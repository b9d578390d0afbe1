import { sql } from 'kysely';
import { build } from '../build.ts';
import { getRow, PARAMETER, prepare, run } from '../run.ts';
import type { ParsedRow } from '../schema.ts';
import type { Store } from '../store.ts';

const find = prepare(build.selectFrom('parsed').selectAll().where('page', '=', PARAMETER));
const upsert = prepare(
  build.insertInto('parsed').values({
    page: PARAMETER,
    unit: PARAMETER,
    parser_version: PARAMETER,
    outcome: PARAMETER,
    report: PARAMETER,
  }),
);
const forget = prepare(
  build
    .updateTable('parsed')
    .set({ unit: sql.lit('') })
    .where('page', '=', PARAMETER),
);
const remove = prepare(build.deleteFrom('parsed').where('page', '=', PARAMETER));

const otherReader = prepare(
  build
    .selectFrom('parsed')
    .innerJoin('page', 'page.id', 'parsed.page')
    .innerJoin('report', 'report.id', 'parsed.report')
    .innerJoin('document', 'document.id', 'report.document')
    .select('parsed.report')
    .where('document.sha256', '=', PARAMETER)
    .where('parsed.page', '<', PARAMETER)
    .where('parsed.outcome', '=', sql.lit('loaded'))
    .where('page.outcome', 'in', [sql.lit('new'), sql.lit('same')])
    .limit(sql.lit(1)),
);

/**
 * The record of a document that stands under a page known for longer, and was read with that page; undefined: there
 * is none.
 */
export const readUnderOther = (store: Store, sha256: string, page: number): number | undefined =>
  getRow(store, otherReader, Buffer.from(sha256, 'hex'), page)?.report ?? undefined;

/** How the documents of a report's page were last parsed; undefined: never. */
export const parsedOf = (store: Store, page: number): ParsedRow | undefined => getRow(store, find, page);

/** Part of the caller's transaction. */
export function saveParsed(store: Store, row: ParsedRow): void {
  run(store, remove, row.page);
  run(store, upsert, row.page, row.unit, row.parser_version, row.outcome, row.report);
}

/**
 * The bytes of the page are others than those that were read: whatever it led to has to be looked at again. That it
 * gave a report stays known. Part of the caller's transaction.
 */
export const forgetReading = (store: Store, page: number): void => {
  run(store, forget, page);
};
