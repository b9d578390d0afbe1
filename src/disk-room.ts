import { statfsSync } from 'node:fs';
import { existingAbove } from './existing-above.ts';

/** Space on the disk that the database and the archive lie on; of several, the tightest. */
export interface DiskRoom {
  readonly freeBytes: number;
  /** With less than this no more is fetched. */
  readonly leastBytes: number;
}

/** How many bytes of a disk of so many are to stay free. */
export type LeastFree = (totalBytes: number) => number;

const GIB = 1024 ** 3;
const LEAST_BYTES = 5 * GIB;
const LEAST_SHARE = 0.1;
/** A tenth of a large disk is more than many nights need. */
const MOST_OF_SHARE = 20 * GIB;

/** 5 GiB, or a tenth of the disk where that is more, but never above 20 GiB. */
export const leastFree: LeastFree = (totalBytes) =>
  Math.max(LEAST_BYTES, Math.min(totalBytes * LEAST_SHARE, MOST_OF_SHARE));

/** The room on the disks that paths lie on: that of the fullest, by what is free beyond its bound. */
export function measureRoom(paths: readonly string[], least: LeastFree): DiskRoom {
  const rooms = paths.map((path): DiskRoom => {
    const { bavail, blocks, bsize } = statfsSync(existingAbove(path));
    return { freeBytes: bavail * bsize, leastBytes: Math.ceil(least(blocks * bsize)) };
  });
  const slack = ({ freeBytes, leastBytes }: DiskRoom): number => freeBytes - leastBytes;
  return rooms.reduce((one, other) => (slack(other) < slack(one) ? other : one));
}

/** A disk does not fill in less time than this, by what may be left of it when a night ends. */
const LOOK_EVERY_MS = 250;

/**
 * `measureRoom` for whoever asks after each page: several measure together.
 *
 * @param now - milliseconds that only grow
 */
export function watchRoom(
  paths: readonly string[],
  least: LeastFree,
  now: () => number = () => performance.now(),
): () => DiskRoom {
  let room: DiskRoom | undefined;
  let lookedAt = 0;
  return () => {
    if (room === undefined || now() - lookedAt >= LOOK_EVERY_MS) {
      room = measureRoom(paths, least);
      lookedAt = now();
    }
    return room;
  };
}

/**
 * A disk that is all but full is left alone before a write fails: other programs of the machine need room too, and so
 * does what a night writes at its end.
 */
export const isTight = ({ freeBytes, leastBytes }: DiskRoom): boolean => freeBytes < leastBytes;

/** Told of before it stops a night: this many times the least. */
const EARLY = 2;
export const soonTight = ({ freeBytes, leastBytes }: DiskRoom): boolean => freeBytes < leastBytes * EARLY;
