import type { Archive } from '../../archive/archive.ts';
import { ArchiveError, type ArchiveProblem } from '../../archive/archive-error.ts';
import type { Capture } from '../../archive/captures.ts';
import { readRecord } from '../../archive/read-record.ts';

/** A record of the archive whose bytes cannot be read any more. */
export interface UnreadRecord {
  /** null: it is in no file of the archive. */
  readonly file: string | null;
  readonly offset: number | null;
  /** Where its document was published, or the name of its file. */
  readonly address: string | null;
  readonly problem: 'damaged' | 'missing';
}

const OF_ONE_RECORD: readonly ArchiveProblem[] = ['damaged', 'missing'];

/** One record cannot be read; all others can. */
export class UnreadError extends Error {
  override readonly name = 'UnreadError';
  readonly sha256: string;
  readonly problem: UnreadRecord['problem'];

  constructor(sha256: string, cause: ArchiveError) {
    super(cause.message, { cause });
    this.sha256 = sha256;
    this.problem = cause.problem === 'missing' ? 'missing' : 'damaged';
  }
}

/** The bytes of an archived document. Throws UnreadError, or an ArchiveError that every other record would meet too. */
export async function recallFrom(archive: Archive, sha256: string): Promise<Uint8Array> {
  try {
    const place = archive.places.get(sha256);
    if (!place) throw new ArchiveError('missing', sha256, 'is in no file of the archive');
    return await readRecord(archive.dir, place);
  } catch (error) {
    if (error instanceof ArchiveError && OF_ONE_RECORD.includes(error.problem))
      throw new UnreadError(sha256, error);
    throw error;
  }
}

/** What could not be read on the way. */
export interface Unread {
  /** Sha256 of a document that cannot be read → what is wrong with its record. */
  readonly documents: Map<string, UnreadRecord['problem']>;
  /** Addresses of reports of which a page or a file cannot be read. */
  readonly reports: Set<string>;
}

export const nothingUnread = (): Unread => ({ documents: new Map(), reports: new Set() });

/** Notes what could not be read; throws any other error on. */
export function noteUnread({ documents, reports }: Unread, error: unknown, report?: string): void {
  if (!(error instanceof UnreadError)) throw error;
  documents.set(error.sha256, error.problem);
  if (report !== undefined) reports.add(report);
}

/**
 * Documents that a record may have been made of which could not be made again: a report whose attachment is damaged may
 * have been stored as its page. Nobody knows that they give none any more.
 */
export function documentsInDoubt(captures: Iterable<Capture>, { documents, reports }: Unread): Set<string> {
  const doubted = new Set(documents.keys());
  for (const { sha256, url, asked, page } of captures)
    if (sha256 !== undefined && [url, asked, page].some((each) => each !== undefined && reports.has(each)))
      doubted.add(sha256);
  return doubted;
}

/** The records that could not be read, in the order of the archive. */
export function nameUnread(
  captures: Iterable<Capture>,
  archive: Archive,
  { documents }: Unread,
): UnreadRecord[] {
  const named = new Map<string, UnreadRecord>();
  for (const { sha256 = '', url, name } of captures) {
    const problem = documents.get(sha256);
    if (problem === undefined || named.has(sha256)) continue;
    const { file = null, offset = null } = archive.places.get(sha256) ?? {};
    named.set(sha256, { file, offset, address: url.startsWith('file:') ? (name ?? url) : url, problem });
  }
  return [...named.values()];
}
