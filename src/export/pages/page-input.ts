import type { ReleaseData } from '../release-data.ts';
import type { ReleasePlan } from '../release-plan.ts';
import type { Format } from '../release-table.ts';

/** What the texts of a release are made from. */
export interface PageInput {
  readonly plan: ReleasePlan;
  readonly formats: readonly Format[];
  readonly data: ReleaseData;
  /** Reason → rows that changed since the release before. */
  readonly changes: ReadonlyMap<string, number>;
  readonly softwareVersion: string;
  /** Of this release; null when none was reserved for it. */
  readonly doi: string | null;
}
