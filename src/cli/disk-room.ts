import { statfsSync } from 'node:fs';
import type { DiskRoom } from '../pipeline/crawl/disk-room.ts';
import { existingAbove } from './existing-above.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** How many bytes of a disk of so many are to stay free. */
export type LeastFree = (totalBytes: number) => number;

const UNITS = { MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 } as const;

const LEAST_BYTES = 5 * UNITS.GiB;
const LEAST_SHARE = 0.1;
/** A tenth of a large disk is more than many nights need. */
const MOST_OF_SHARE = 20 * UNITS.GiB;

/** 5 GiB, or a tenth of the disk where that is more, but never above 20 GiB. */
export const leastFree: LeastFree = (totalBytes) =>
  Math.max(LEAST_BYTES, Math.min(totalBytes * LEAST_SHARE, MOST_OF_SHARE));

/** `500MiB`, `5GiB`, `10%`, or `0` for no bound. Throws UsageError for anything else. */
export function parseLeastFree(text: string | undefined): LeastFree {
  if (text === undefined) return leastFree;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(%|[MGT]iB)$/.exec(text.trim()) ?? [];
  if (unit === '%' && Number(amount) <= 100) return (totalBytes) => (totalBytes * Number(amount)) / 100;
  if (unit !== undefined && unit !== '%') return () => Number(amount) * UNITS[unit as keyof typeof UNITS];
  if (text.trim() === '0') return () => 0;
  throw new UsageError(TEXTS.wrongMinFree(text));
}

/** The room on the disks that paths lie on: that of the fullest, by what is free beyond its bound. */
export function measureRoom(paths: readonly string[], least: LeastFree): DiskRoom {
  const rooms = paths.map((path): DiskRoom => {
    const { bavail, blocks, bsize } = statfsSync(existingAbove(path));
    return { freeBytes: bavail * bsize, leastBytes: Math.ceil(least(blocks * bsize)) };
  });
  const slack = ({ freeBytes, leastBytes }: DiskRoom): number => freeBytes - leastBytes;
  return rooms.reduce((one, other) => (slack(other) < slack(one) ? other : one));
}
