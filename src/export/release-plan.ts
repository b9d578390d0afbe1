import type { DecisionLog } from '../model/decision-log.ts';
import type { Counts } from './counts.ts';
import type { Picture } from './pictures/picture.ts';
import type { ReleaseTable } from './release-table.ts';
import type { ReleaseVariable } from './release-variable.ts';
import type { Statistics } from './statistics.ts';
import type { TableFacts } from './survey.ts';
import type { FixedTable } from './tables/divisions.ts';

/** What a release is, known once every report was read. */
export interface ReleasePlan {
  readonly version: string;
  readonly snapshot: string;
  readonly variables: readonly ReleaseVariable[];
  readonly fixedTables: readonly FixedTable[];
  /** Every table, those that come from the reports first. */
  readonly facts: ReadonlyMap<ReleaseTable, TableFacts>;
  readonly counts: Counts;
  readonly pictures: readonly Picture[];
  readonly statistics: Statistics;
  readonly before: Statistics | null;
  /** Where the log of decisions stands. */
  readonly decisionLog: DecisionLog;
}
