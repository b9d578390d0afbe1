/** What hinders writing or reading a file: no room for it, a disk that fails, or that it may not be had. */
export type DiskFault = 'disk_full' | 'broken_disk' | 'no_access';

const FAULTS: Readonly<Record<string, DiskFault>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EIO: 'broken_disk',
};

/** @param code - of a file system error (errno, as in Node's `error.code`) */
export const diskFault = (code: string): DiskFault => FAULTS[code] ?? 'no_access';
