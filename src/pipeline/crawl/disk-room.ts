/** Space on the disk that the database and the archive lie on; of several, the tightest. */
export interface DiskRoom {
  readonly freeBytes: number;
  /** With less than this no more is fetched. */
  readonly leastBytes: number;
}

/**
 * A disk that is all but full is left alone before a write fails: other programs of the machine need room too, and so
 * does what a night writes at its end.
 */
export const isTight = ({ freeBytes, leastBytes }: DiskRoom): boolean => freeBytes < leastBytes;

/** Told of before it stops a night: this many times the least. */
const EARLY = 2;
export const soonTight = ({ freeBytes, leastBytes }: DiskRoom): boolean => freeBytes < leastBytes * EARLY;
