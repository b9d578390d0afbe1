import type { ListedReport } from '../store/release/list-stored.ts';
import type { Agency } from './agencies.ts';
import type { PartRunner } from './parts/part-runner.ts';
import type { Statistics } from './statistics.ts';

/** What a release in the making has at hand. */
export interface ReleaseWork {
  readonly runner: PartRunner;
  /** Every report of the database, in the order of the rows. */
  readonly listed: readonly ListedReport[];
  /** The bodies that they are of. */
  readonly agencies: readonly Agency[];
  /** Reports that their publisher's site has no more, and when it last had them. */
  readonly withdrawn: ReadonlyMap<number, string>;
  /** Folder in which it is made. */
  readonly staged: string;
  /** Figures of the release before. */
  readonly before: Statistics | null;
}
