import { build } from './build.ts';
import { getRow, getRows, PARAMETER, prepare, run, selectRows } from './run.ts';
import { settleCurrent } from './settle-current.ts';
import type { Store } from './store.ts';
import { write } from './write.ts';

const decided = prepare(
  build
    .selectFrom('review_event')
    .innerJoin('finding', 'finding.id', 'review_event.finding')
    .select('review_event.id')
    .where('finding.report', '=', PARAMETER),
);
const spokenOf = prepare(
  build.selectFrom('review_event').select('id').where('report', '=', PARAMETER).limit(1),
);
const corrected = prepare(build.selectFrom('correction').select('report').where('report', '=', PARAMETER));
const identity = prepare(
  build.selectFrom('report').select(['division', 'agency', 'place', 'year']).where('id', '=', PARAMETER),
);
const PARTS = ['cell', 'place', 'claim', 'finding'] as const;
const deletions = [
  ...PARTS.map((table) => prepare(build.deleteFrom(table).where('report', '=', PARAMETER))),
  prepare(build.deleteFrom('report').where('id', '=', PARAMETER)),
];

/** A stored report, its document (sha256 in hexadecimal), and where that was archived and came from. */
export interface ReportDocument {
  readonly id: number;
  readonly sha256: string;
  readonly file: string | null;
  readonly offset: number | null;
  readonly address: string | null;
}

/** All stored reports by their ids. */
export function reportDocuments(store: Store): ReportDocument[] {
  const rows = selectRows(
    store,
    build
      .selectFrom('report')
      .innerJoin('document', 'document.id', 'report.document')
      .leftJoin('archive_file', 'archive_file.id', 'document.archive_file')
      .select([
        'report.id',
        'document.sha256',
        'archive_file.name as file',
        'document.archive_offset as offset',
      ])
      .select(({ selectFrom }) =>
        selectFrom('origin')
          .whereRef('origin.document', '=', 'document.id')
          .select(({ fn }) => fn.max('origin.name').as('name'))
          .as('address'),
      )
      .orderBy('report.id'),
  );
  return rows.map(({ sha256, ...row }) => ({ ...row, sha256: Buffer.from(sha256).toString('hex') }));
}

/**
 * Takes out a record that its document does not give any more. One that a person has decided or corrected something
 * about stays, and false is returned.
 */
export function deleteReport(store: Store, id: number): boolean {
  return write(store, () => {
    if (
      getRow(store, decided, id) ||
      getRow(store, spokenOf, id, 1) ||
      getRows(store, corrected, id).length > 0
    )
      return false;
    const report = getRow(store, identity, id);
    for (const deletion of deletions) run(store, deletion, id);
    if (report) settleCurrent(store, report);
    return true;
  });
}
