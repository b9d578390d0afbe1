import type { Batch } from '../batch.ts';
import type { ReleaseTable } from '../release-table.ts';
import type { TableFacts } from '../survey.ts';

/** What a format is given to write one table. */
export interface SinkOptions {
  /** Folder of the format within the release. */
  readonly dir: string;
  readonly table: ReleaseTable;
  readonly facts: TableFacts;
  /** Identity of the release, written into every file that has a place for it. */
  readonly version: string;
}

/** Takes the rows of one table, in their order, and ends with `close`. */
export interface Sink {
  readonly write: (batch: Batch) => void;
  readonly close: () => void;
}
