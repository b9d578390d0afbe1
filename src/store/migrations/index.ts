import { initial } from './0001-initial.ts';
import { readerViews } from './0002-reader-views.ts';
import { crawl } from './0003-crawl.ts';
import { checks } from './0004-checks.ts';
import { acrossReports } from './0005-across-reports.ts';
import { people } from './0006-people.ts';
import { review } from './0007-review.ts';
import { explore } from './0008-explore.ts';
import { ruleVersions } from './0009-rule-version.ts';
import { shortAddresses } from './0010-short-addresses.ts';
import { pagePart } from './0011-page-part.ts';
import { goneRounds } from './0012-gone-rounds.ts';
import { readerOfVerdict } from './0013-reader-of-verdict.ts';
import { divisionReason } from './0014-division-reason.ts';

/** One step of the schema. `sql` runs once, in one transaction, and is never edited after that: add a file instead. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** In the order in which they run; numbers count from 1 without gaps. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  readerViews,
  crawl,
  checks,
  acrossReports,
  people,
  review,
  explore,
  ruleVersions,
  shortAddresses,
  pagePart,
  goneRounds,
  readerOfVerdict,
  divisionReason,
];
