import type { EvidenceMaker } from '../evidence/maker/open-maker.ts';
import type { Store } from '../store/store.ts';

/** What the app is built with; whoever makes them closes them. */
export interface Tools {
  /** Opened for reading only: every GET uses it, so that none can change anything. */
  readonly reader: Store;
  readonly writer: Store;
  /** Folder of the archived documents. */
  readonly archive: string;
  /** Makes archived documents fit to be looked at. */
  readonly evidence: EvidenceMaker;
  /** Folder of package.json. */
  readonly root: string;
  /** Of the program. */
  readonly version: string;
  readonly now: () => Date;
  /** An error that a person who asked was not told the details of. */
  readonly tellError: (error: unknown) => void;
}
