import { explaining } from '../explain-sqlite-error.ts';
import { getRows, type Prepared } from '../run.ts';
import type { Store } from '../store.ts';

export interface SourceOutcome {
  readonly source: string;
  readonly outcome: string;
  readonly cause: string | null;
}

/** What became of each source the last time it was dealt with; a source that was never reached has none. */
const lastOutcomes: Prepared<SourceOutcome> = {
  sql: `SELECT source, outcome, cause FROM source_run AS s
WHERE round = (SELECT max(round) FROM source_run WHERE source = s.source AND outcome <> 'pending') ORDER BY source`,
};

export const sourceOutcomes = (store: Store): ReadonlyMap<string, SourceOutcome> =>
  explaining(store.file, () => new Map(getRows(store, lastOutcomes).map((row) => [row.source, row])));
