import { build } from '../build.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { getRows, PARAMETER, prepare } from '../run.ts';
import type { ReportsView } from '../schema.ts';
import type { Store } from '../store.ts';

const LEAST_DIGITS = 16;

const byNumber = prepare(build.selectFrom('reports').selectAll().where('report_id', '=', PARAMETER));
const byDigest = prepare(
  build.selectFrom('reports').selectAll().where('sha256', '>=', PARAMETER).where('sha256', '<', PARAMETER),
);

/**
 * The reports that `report` names: a number of this database, or the first 16 or more digits of the sha256 of the
 * document, as a release has them.
 */
export function findReports(store: Store, report: string): ReportsView[] {
  return explaining(store.file, () =>
    report.length < LEAST_DIGITS
      ? getRows(store, byNumber, Number(report))
      : getRows(store, byDigest, report, `${report}g`),
  );
}
