import type { EvidenceMaker } from '../evidence/maker/open-maker.ts';
import type { Store } from '../store/store.ts';
import type { PageMaker } from './apart/open-pages.ts';
import type { SessionTimes } from './security/session.ts';

/** What the app is built with; whoever makes them closes them. */
export interface Tools {
  /** Opened for reading only: every GET uses it, so that none can change anything. */
  readonly reader: Store;
  readonly writer: Store;
  /** Folder of the archived documents. */
  readonly archive: string;
  /** Folder whose folders are releases of the dataset. */
  readonly releases: string;
  /** Makes archived documents fit to be looked at. */
  readonly evidence: EvidenceMaker;
  /** Makes pages in processes that can be killed; without it they are made in this one. */
  readonly pages?: PageMaker;
  /** Folder of package.json. */
  readonly root: string;
  /** Of the program. */
  readonly version: string;
  /** The port is open to this machine alone. */
  readonly loopback: boolean;
  /** A proxy of ours with HTTPS stands before it, and says whose requests it passes on. */
  readonly behindProxy: boolean;
  readonly sessions: SessionTimes;
  /** Share of the findings, 0 to 1, that is asked of two persons where there are two. */
  readonly doubleShare: number;
  /** For each of the counts beside a list that look at single rows: what takes longer is left out and said to be. */
  readonly countMs?: number;
  readonly now: () => Date;
  /** An error that a person who asked was not told the details of. */
  readonly tellError: (error: unknown) => void;
}
