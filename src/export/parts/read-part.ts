import { readStored } from '../../store/release/read-stored.ts';
import type { Store } from '../../store/store.ts';
import { type Batch, newBatch } from '../batch.ts';
import { prepareReport } from '../prepare-report.ts';
import { type ReleaseVariable, releaseVariables } from '../release-variable.ts';
import { DERIVED_VALUES } from '../tables/derived-values.ts';
import { FINDINGS } from '../tables/findings.ts';
import { panelStatusTable, panelTable } from '../tables/panel.ts';
import type { ReportTable } from '../tables/report-table.ts';
import { REPORT_VALUES } from '../tables/report-values.ts';
import { REPORTS } from '../tables/reports.ts';
import type { Part, ReleaseSetup } from './part.ts';
import { newTally, type Tally, tallyReport } from './tally.ts';

/** The tables of a release that come from the reports, and what they are made of. */
export interface ReleaseTables {
  readonly variables: readonly ReleaseVariable[];
  readonly reportTables: readonly ReportTable[];
}

export function makeTables({ data }: ReleaseSetup): ReleaseTables {
  const variables = releaseVariables(data);
  return {
    variables,
    reportTables: [
      ...[REPORT_VALUES, panelTable(variables), panelStatusTable(variables), DERIVED_VALUES],
      ...[REPORTS, FINDINGS],
    ],
  };
}

/** The rows of a part in every table, and what was counted of it. Throws StoreError. */
export function readPart(
  store: Store,
  { variables, reportTables }: ReleaseTables,
  { reports }: Part,
): { readonly batches: readonly Batch[]; readonly tally: Tally } {
  const batches = reportTables.map(newBatch);
  const tally = newTally();
  for (const known of reports) {
    const report = prepareReport(readStored(store, known.id), variables, known);
    tallyReport(tally, report);
    reportTables.forEach((table, at) => {
      table.addTo(batches[at] ?? [], report);
    });
  }
  return { batches, tally };
}
