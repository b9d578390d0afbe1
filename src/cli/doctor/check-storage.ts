import { accessSync, constants, statfsSync } from 'node:fs';
import { type DiskRoom, isTight, type LeastFree, measureRoom } from '../../disk-room.ts';
import { existingAbove } from '../../existing-above.ts';
import { TEXTS } from '../texts.ts';
import type { Check } from './check.ts';

const GIB = 1024 ** 3;
/** Below this nothing can be stored. */
const NO_DISK_BYTES = GIB / 8;

/** f_type of statfs(2) for the file systems on which SQLite's locks cannot be trusted (sqlite.org/howtocorrupt.html, 2.1). */
const NETWORK_FILESYSTEMS: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4266872130: 'SMB2',
  4283649346: 'CIFS',
  16914839: '9p',
};

/** Whether a folder can be written, or be made: nothing is made here. */
export function checkWritable(folder: string): Check {
  const name = TEXTS.doctorArchive;
  try {
    accessSync(existingAbove(folder), constants.W_OK | constants.X_OK);
    return { name, state: 'ok', text: TEXTS.writable(folder) };
  } catch {
    return { name, state: 'fail', text: TEXTS.notWritable(folder), fix: TEXTS.fixWritable };
  }
}

export function checkDisk(path: string, least: LeastFree): Check {
  const name = TEXTS.doctorDisk;
  return judgeDisk(measureRoom([path], least), name);
}

/** Little room is where a run would pause. */
export function judgeDisk(room: DiskRoom, name = TEXTS.doctorDisk): Check {
  const { freeBytes } = room;
  const text = TEXTS.diskFree((freeBytes / GIB).toFixed(1));
  if (!isTight(room)) return { name, state: 'ok', text };
  return { name, state: freeBytes < NO_DISK_BYTES ? 'fail' : 'warn', text, fix: TEXTS.fixDisk };
}

/** The kind of network file system that a path lies on; null on a local disk. */
export function networkFilesystem(path: string): string | null {
  return NETWORK_FILESYSTEMS[statfsSync(existingAbove(path)).type] ?? null;
}
