import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError, codeOf } from './archive-error.ts';

const LOCK = 'writer.lock';
/** Locks of this process: after a restart in a container another program may have had the same process id. */
const held = new Set<string>();

/**
 * Makes this process the only writer of the archive; call what is returned to give it back. A lock whose
 * process is gone (it was killed) is taken over. Throws ArchiveError `locked`.
 */
export function lockArchive(dir: string): () => void {
  const path = join(dir, LOCK);
  if (held.has(path)) throw new ArchiveError('locked', dir, 'is already open in this process');
  if (!createLock(path)) {
    const owner = readOwner(path);
    if (isRunning(owner)) throw new ArchiveError('locked', dir, `is being written by process ${owner}`);
    rmSync(path, { force: true });
    if (!createLock(path)) throw new ArchiveError('locked', dir, 'is being written by another process');
  }
  held.add(path);
  return () => {
    if (held.delete(path)) rmSync(path, { force: true });
  };
}

function createLock(path: string): boolean {
  try {
    const descriptor = openSync(path, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return Number.NaN;
  }
}

function isRunning(owner: number): boolean {
  if (!Number.isInteger(owner) || owner <= 0 || owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
