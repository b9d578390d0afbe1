import type { DigestTable } from './digest-table.ts';
import type { Waiting } from './entry.ts';
import type { WarcInfo } from './make-warcinfo.ts';
import type { Originals } from './originals.ts';
import type { PlaceTable } from './place.ts';
import type { WarcWriter } from './warc-writer.ts';

/** An archive open for writing. Made by openArchive; whoever opens it closes it. */
export interface Archive {
  readonly dir: string;
  readonly fileLimitBytes: number;
  readonly info: WarcInfo;
  /** Documents that are archived, by the sha256 of their bytes. */
  readonly places: PlaceTable;
  /** Under which names and addresses documents were at hand, see append-note. */
  readonly notes: DigestTable;
  /** What a revisit may refer to. */
  readonly originals: Originals;
  readonly files: string[];
  /** The file that records are appended to, once there is one. */
  writer: WarcWriter | undefined;
  /** The last file, while nothing has been appended to it and it may be. */
  appendable: string | undefined;
  /** What is to be written next, see append-group. */
  readonly waiting: Waiting[];
  /** Ends when nothing waits any more; undefined when nothing does. */
  writing: Promise<void> | undefined;
  close(): Promise<void>;
}
