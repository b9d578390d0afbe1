import { build } from '../build.ts';
import { explaining } from '../explain-sqlite-error.ts';
import { getRow, getRows, getValues, PARAMETER, type Prepared, prepare } from '../run.ts';
import type { ReportsView } from '../schema.ts';
import type { Store } from '../store.ts';
import { variableBook } from '../variable-book.ts';

export interface SampledCell {
  readonly report: ReportsView;
  readonly variable: string;
}

const archivedReports: Prepared<number> = {
  sql: `SELECT r.id FROM report r JOIN document d ON d.id = r.document
WHERE d.archive_file IS NOT NULL AND EXISTS (SELECT 1 FROM cell c WHERE c.report = r.id) ORDER BY r.id`,
};
const variablesOf = prepare(
  build.selectFrom('cell').select('variable').where('report', '=', PARAMETER).orderBy('variable'),
);
const reportOf = prepare(build.selectFrom('reports').selectAll().where('report_id', '=', PARAMETER));

/**
 * Cells of reports whose documents are in the archive, drawn with replacement: the same for the same `random`. None
 * when no document is archived.
 *
 * @param random - gives numbers from 0 to less than 1
 */
export function sampleCells(store: Store, count: number, random: () => number): SampledCell[] {
  return explaining(store.file, () => {
    const ids = getValues(store, archivedReports);
    if (ids.length === 0) return [];
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    return Array.from({ length: count }, () => {
      const id = pick(ids);
      const { variable } = pick(getRows(store, variablesOf, id));
      return {
        report: getRow(store, reportOf, id) as ReportsView,
        variable: variableBook(store).nameOf(variable),
      };
    });
  });
}
