import { appendMembers, type Member, toMember } from './append-record.ts';
import type { Archive } from './archive.ts';
import type { Entry, Waiting } from './entry.ts';

/** More than this is not held back for one sync: a large document must not make small ones wait for its bytes. */
const GROUP_BYTES = 4 * 1024 * 1024;

/**
 * Archives an entry in its turn. Those that come while others are being synced wait and then share one sync: a sync
 * takes as long for a hundred records as for one. What is returned is on the disk. Throws ArchiveError.
 */
export function appendEntry<T>(archive: Archive, entry: Entry<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    archive.waiting.push({ entry, resolve, reject });
    archive.writing ??= writeWaiting(archive);
  });
}

async function writeWaiting(archive: Archive): Promise<void> {
  // Whatever is asked for in the same turn of the event loop comes along.
  await Promise.resolve();
  while (archive.waiting.length > 0) await writeGroup(archive, takeGroup(archive.waiting));
  archive.writing = undefined;
}

/** The entries from the front that may be written together: at least one. */
function takeGroup(waiting: Waiting[]): Waiting[] {
  const keys = new Set<string>();
  let bytes = 0;
  let count = 0;
  for (const { entry } of waiting) {
    bytes += entry.bytes;
    if (count > 0 && (bytes > GROUP_BYTES || entry.keys.some((key) => keys.has(key)))) break;
    for (const key of entry.keys) keys.add(key);
    count++;
  }
  return waiting.splice(0, count);
}

interface Made extends Waiting {
  readonly members: readonly Member[];
}

async function writeGroup(archive: Archive, group: readonly Waiting[]): Promise<void> {
  const made = (await Promise.all(group.map(makeMembers))).filter((one) => one !== null);
  try {
    const members = made.flatMap((one) => one.members);
    const places = members.length === 0 ? [] : await appendMembers(archive, members);
    let at = 0;
    for (const { entry, members: own, resolve } of made) {
      const kept = entry.onKept(
        places.slice(at, at + own.length),
        own.map(({ record }) => record),
      );
      at += own.length;
      resolve(kept as never);
    }
  } catch (error) {
    // Those that were told already stay told: a promise is settled once.
    for (const { reject } of made) reject(error);
  }
}

/** null: the entry could not be made, and whoever asked has been told. The others of its group do not suffer from it. */
async function makeMembers(one: Waiting): Promise<Made | null> {
  try {
    return { members: await Promise.all(one.entry.make().map(toMember)), ...one };
  } catch (error) {
    one.reject(error);
    return null;
  }
}
