import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rememberNote } from './append-note.ts';
import type { Archive } from './archive.ts';
import { ArchiveError, explainFileError } from './archive-error.ts';
import { DigestTable } from './digest-table.ts';
import { endOf, type IndexEntry, readIndex, writeIndex } from './index-file.ts';
import type { WarcInfo } from './make-warcinfo.ts';
import { Originals } from './originals.ts';
import { PlaceTable, rememberPlace } from './place.ts';
import { scanFile } from './scan-file.ts';
import { listWarcFiles } from './warc-files.ts';
import { closeWriter } from './warc-writer.ts';
import { lockArchive } from './writer-lock.ts';

export const FILE_LIMIT_BYTES = 1024 ** 3;

export interface ArchiveOptions {
  /** A file that would grow beyond it is left and the next one begun. */
  readonly fileLimitBytes?: number;
  /** What the first record of each file tells. */
  readonly info?: WarcInfo;
  /**
   * Files that the database points into, and how far. Where one is not there, or is shorter, nothing is written: what
   * is new would stand where the database looks for what is old.
   */
  readonly expected?: readonly { readonly name: string; readonly bytes: number }[];
}

/**
 * Opens the archive in `dir`, making it if need be. Records that a crash left without an index entry are
 * indexed again; a file that ends in half a record is closed off. Throws ArchiveError.
 */
export async function openArchive(dir: string, options: ArchiveOptions = {}): Promise<Archive> {
  const root = resolve(dir);
  let unlock: (() => void) | undefined;
  try {
    requireFiles(root, options.expected ?? []);
    mkdirSync(root, { recursive: true });
    unlock = lockArchive(root);
    return load(root, options, unlock);
  } catch (error) {
    unlock?.();
    throw explainFileError(error, root);
  }
}

function requireFiles(dir: string, expected: NonNullable<ArchiveOptions['expected']>): void {
  for (const { name, bytes } of expected) {
    const path = join(dir, name);
    if (!existsSync(path)) throw new ArchiveError('missing', path, 'is not there');
    const { size } = statSync(path);
    if (size < bytes) throw new ArchiveError('damaged', path, `has ${size} bytes, and had ${bytes}`);
  }
}

function load(dir: string, options: ArchiveOptions, unlock: () => void): Archive {
  const places = new PlaceTable();
  const originals = new Originals(dir, places);
  const notes = new DigestTable(0);
  const files = [...listWarcFiles(dir)];
  let appendable: string | undefined;
  for (const file of files) {
    const entries = completeIndex(dir, file);
    for (const entry of entries) {
      rememberPlace(places, file, entry);
      originals.remember(entry, { file, offset: entry.offset, length: entry.length });
      rememberNote(notes, entry);
    }
    appendable = entries.some(({ type }) => type === 'unreadable') ? undefined : file;
  }
  const { fileLimitBytes = FILE_LIMIT_BYTES, info = {} } = options;
  const archive: Archive = {
    ...{ dir, fileLimitBytes, info, places, originals, notes, files, appendable },
    writer: undefined,
    ...{ waiting: [], writing: undefined },
    close: () => closeArchive(archive, unlock),
  };
  return archive;
}

/** The index of a file, brought up to date with the file when it says less, or more, than is there. */
function completeIndex(dir: string, file: string): readonly IndexEntry[] {
  const { size } = statSync(join(dir, file));
  const known = readIndex(dir, file);
  const end = endOf(known);
  if (end === size) return known;
  const sound =
    end < size ? known.slice(0, known.findLastIndex(({ type }) => type !== 'unreadable') + 1) : [];
  const { entries } = scanFile(dir, file, endOf(sound));
  const complete = [...sound, ...entries];
  writeIndex(dir, file, complete);
  return complete;
}

async function closeArchive(archive: Archive, unlock: () => void): Promise<void> {
  await archive.writing;
  if (archive.writer) closeWriter(archive.writer);
  archive.writer = undefined;
  unlock();
}
