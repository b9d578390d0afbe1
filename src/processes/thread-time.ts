import { readFileSync, readlinkSync } from 'node:fs';

/** The name by which another thread of this process can ask for this one's time; null where the system has none. */
export function ownThread(): string | null {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return null;
  }
}

/**
 * Milliseconds of processor that a thread has had (Linux). Elsewhere, and until its name is known, those of the whole
 * process: at least as much. Node itself tells of a thread from the outside only from version 24 on.
 */
export function threadMs(thread: string | null): number {
  return schedulerMs(thread) ?? processMs();
}

const NANOSECONDS = 1e6;
const MICROSECONDS = 1e3;

function schedulerMs(thread: string | null): number | null {
  if (thread === null) return null;
  try {
    const [nanoseconds] = readFileSync(`/proc/${thread}/schedstat`, 'latin1').split(' ');
    return Number(nanoseconds) / NANOSECONDS;
  } catch {
    return null;
  }
}

function processMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS;
}
