import { resolve } from 'node:path';
import { explainFileError } from '../archive/archive-error.ts';
import { type IndexEntry, readIndex } from '../archive/index-file.ts';
import { compactFile, isWhole, movedOffsets, removeFile } from '../archive/sweep/compact-file.ts';
import { bytesOf, withoutAnswers } from '../archive/sweep/exchanges.ts';
import { readMarks, writeMarks } from '../archive/sweep/marks.ts';
import { type IndexedFile, type SweepReason, whatMayGo } from '../archive/sweep/what-may-go.ts';
import { listRevisions, listWarcFiles } from '../archive/warc-files.ts';
import { lockArchive } from '../archive/writer-lock.ts';
import { moveRecords } from '../store/crawl/move-records.ts';
import { storedDocuments } from '../store/crawl/stored-documents.ts';
import type { Store } from '../store/store.ts';

export interface SweepOptions {
  readonly store: Store;
  readonly dir: string;
  readonly now: Date;
  /** Answers younger than this are kept. */
  readonly keepMs: number;
  /** An answer goes when it was found for the first time this long ago that it may. */
  readonly graceMs: number;
  /** Only says what would be done. */
  readonly dryRun: boolean;
}

export interface SweepShare {
  readonly reason: SweepReason;
  readonly answers: number;
  readonly bytes: number;
}

export interface Swept {
  /** What may go, by reason. */
  readonly mayGo: readonly SweepShare[];
  /** Of it, answers that went now, or would go: their days of grace are over, and their file is written no more. */
  readonly answers: number;
  readonly bytes: number;
}

/**
 * Takes out of the archive what nobody needs any more (requirement D-12), in two steps: answers that may go are marked,
 * and go with a later call. It may be killed at any moment: a file is written anew beside the old one, which goes last.
 * Throws ArchiveError and StoreError.
 */
export function sweepArchive(options: SweepOptions): Swept {
  const dir = resolve(options.dir);
  try {
    if (options.dryRun) return plan(dir, options).swept;
    const unlock = lockArchive(dir);
    try {
      finishEarlier(dir, options.store);
      return sweep(dir, options);
    } finally {
      unlock();
    }
  } catch (error) {
    throw explainFileError(error, dir);
  }
}

interface Plan {
  readonly marked: ReadonlyMap<string, string>;
  readonly files: readonly (IndexedFile & { readonly kept: readonly IndexEntry[] })[];
  readonly swept: Swept;
}

function plan(dir: string, { store, now, keepMs, graceMs }: SweepOptions): Plan {
  const files = listWarcFiles(dir).map((file) => ({ file, entries: readIndex(dir, file) }));
  const stored = storedDocuments(store);
  const before = new Date(now.getTime() - keepMs).toISOString();
  const mayGo = whatMayGo(files, { before, isStored: (sha256) => stored.has(sha256) });
  const known = readMarks(dir);
  const marked = new Map([...mayGo.keys()].map((id) => [id, known.get(id) ?? now.toISOString()]));
  const due = new Date(now.getTime() - graceMs).toISOString();
  const go = new Set([...marked].flatMap(([id, since]) => (since <= due ? [id] : [])));
  // The last file is the one that is written to; what an index does not tell of would be lost.
  const whole = files.slice(0, -1).filter(({ file, entries }) => isWhole(dir, file, entries));
  const changed = whole
    .map((each) => ({ ...each, kept: withoutAnswers(each.entries, go) }))
    .filter(({ entries, kept }) => kept.length < entries.length);
  return { marked, files: changed, swept: { mayGo: sharesOf(files, mayGo), ...totalOf(changed) } };
}

function sharesOf(
  files: readonly IndexedFile[],
  mayGo: ReadonlyMap<string, SweepReason>,
): readonly SweepShare[] {
  return [...new Set(mayGo.values())].map((reason) => {
    const own = new Set([...mayGo].flatMap(([id, why]) => (why === reason ? [id] : [])));
    const bytes = files.reduce(
      (sum, { entries }) => sum + bytesOf(entries) - bytesOf(withoutAnswers(entries, own)),
      0,
    );
    return { reason, answers: own.size, bytes };
  });
}

function totalOf(files: Plan['files']): Pick<Swept, 'answers' | 'bytes'> {
  const answers = files.map(({ entries, kept }) => answersIn(entries) - answersIn(kept));
  const bytes = files.map(({ entries, kept }) => bytesOf(entries) - bytesOf(kept));
  return { answers: sum(answers), bytes: sum(bytes) };
}

const answersIn = (entries: readonly IndexEntry[]): number =>
  entries.filter(({ type }) => type === 'response' || type === 'revisit' || type === 'resource').length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function sweep(dir: string, options: SweepOptions): Swept {
  const { marked, files, swept } = plan(dir, options);
  writeMarks(dir, marked);
  for (const { file, kept } of files) replace(dir, options.store, file, compactFile(dir, file, kept));
  return swept;
}

/** A sweep that was cut off left the file and its next revision: it is gone on with. */
function finishEarlier(dir: string, store: Store): void {
  for (const [file, later] of listRevisions(dir))
    if (file !== undefined && later !== undefined) replace(dir, store, file, later);
}

/** The database first: as long as it may point into the old file, that is there. */
function replace(dir: string, store: Store, file: string, later: string): void {
  moveRecords(store, file, later, movedOffsets(dir, file, later));
  removeFile(dir, file);
}
