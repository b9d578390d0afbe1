import { type DiskFault, diskFault } from '../disk-fault.ts';

export const ARCHIVE_PROBLEMS = [
  'locked',
  'no_access',
  'broken_disk',
  'disk_full',
  'damaged',
  'missing',
] as const;
export type ArchiveProblem = (typeof ARCHIVE_PROBLEMS)[number];

const REMEDIES: Readonly<Record<ArchiveProblem, string>> = {
  locked: 'Wait until the other run has ended, or stop it.',
  no_access: 'Check --archive and the permissions of that directory.',
  broken_disk: 'The disk itself fails: look at `dmesg` and move the archive to another disk.',
  disk_full: 'Free some space and run the same command again: what was archived before is safe.',
  damaged: 'Restore the file from a backup; the other records can still be read.',
  missing:
    'The database points into it: check --archive and whether its disk is mounted, or restore it from a backup.',
};

const DETAILS: Readonly<Record<DiskFault, (code: string) => string>> = {
  disk_full: () => 'the disk is full',
  broken_disk: (code) => `the disk cannot read or write it (${code})`,
  no_access: (code) => `cannot be used (${code})`,
};

/** The archive cannot be written or a record cannot be read. Says where, what is wrong, and what to do. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly problem: ArchiveProblem;
  readonly remedy: string;

  constructor(problem: ArchiveProblem, where: string, detail: string, options?: ErrorOptions) {
    super(`${where}: ${detail}. ${REMEDIES[problem]}`, options);
    this.problem = problem;
    this.remedy = REMEDIES[problem];
  }
}

/** An ArchiveError in place of a file system error; any other error as it is. */
export function explainFileError(error: unknown, where: string): unknown {
  const code = codeOf(error);
  if (error instanceof ArchiveError || code === undefined) return error;
  if (code === 'ENOENT') return new ArchiveError('missing', where, 'is not there', { cause: error });
  const fault = diskFault(code);
  return new ArchiveError(fault, where, DETAILS[fault](code), { cause: error });
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
