import type { RecordPlace } from './place.ts';
import type { NewRecord } from './serialize-record.ts';

/** Something to archive: records that belong together and stand one after another in one file. */
export interface Entry<T> {
  /**
   * What it has to find as earlier entries left it (its address, its payload): it is not written together with an
   * entry that has one of the same, so that the same payload twice is a record and a revisit of it.
   */
  readonly keys: readonly string[];
  /** About how many bytes it has. */
  readonly bytes: number;
  /** The records, by what is archived by then; none when it need not be written. */
  readonly make: () => readonly NewRecord[];
  /** Called when they are on the disk, before any later entry is made. */
  readonly onKept: (places: readonly RecordPlace[], records: readonly NewRecord[]) => T;
}

/** An entry that waits for its turn. */
export interface Waiting {
  readonly entry: Entry<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}
