import { readStored } from '../../store/release/read-stored.ts';
import type { Store } from '../../store/store.ts';
import type { Batch } from '../batch.ts';
import { prepareReport } from '../prepare-report.ts';
import { type ReleaseVariable, releaseVariables } from '../release-variable.ts';
import { DERIVED_VALUES } from '../tables/derived-values.ts';
import { FINDINGS } from '../tables/findings.ts';
import { panelTables } from '../tables/panel.ts';
import { type Filling, fillingOf, type ReportTable } from '../tables/report-table.ts';
import { REPORT_VALUES } from '../tables/report-values.ts';
import { REPORTS } from '../tables/reports.ts';
import type { Part, ReleaseSetup } from './part.ts';

/** The tables of a release that come from the reports, and what they are made of. */
export interface ReleaseTables {
  readonly variables: readonly ReleaseVariable[];
  readonly reportTables: readonly ReportTable[];
  /** Of this thread: one part at a time. */
  readonly filling: Filling;
}

export function makeTables({ data }: ReleaseSetup): ReleaseTables {
  const variables = releaseVariables(data);
  const reportTables = [
    ...[REPORT_VALUES, ...panelTables(variables), DERIVED_VALUES],
    ...[REPORTS, FINDINGS],
  ];
  return { variables, reportTables, filling: fillingOf(reportTables) };
}

/** The rows of a part in every table, until the next part is read. Throws StoreError. */
export function readPart(
  store: Store,
  { variables, filling }: ReleaseTables,
  { reports }: Part,
): ReadonlyMap<ReportTable, Batch> {
  filling.clear();
  for (const known of reports) filling.add(prepareReport(readStored(store, known.id), variables, known));
  return filling.batches;
}
