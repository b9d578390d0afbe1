import type { DecisionLog } from '../model/decision-log.ts';
import type { ReleaseTable } from './release-table.ts';
import type { ReleaseVariable } from './release-variable.ts';
import type { Statistics } from './statistics.ts';
import type { Counts, TableFacts } from './survey.ts';
import type { FixedTable } from './tables/divisions.ts';
import type { ReportTable } from './tables/report-table.ts';

/** What a release is, known after the first reading and before anything is written. */
export interface ReleasePlan {
  readonly version: string;
  readonly snapshot: string;
  readonly variables: readonly ReleaseVariable[];
  readonly reportTables: readonly ReportTable[];
  readonly fixedTables: readonly FixedTable[];
  readonly facts: ReadonlyMap<ReleaseTable, TableFacts>;
  readonly counts: Counts;
  readonly statistics: Statistics;
  readonly before: Statistics | null;
  /** Where the log of decisions stands. */
  readonly decisionLog: DecisionLog;
}
