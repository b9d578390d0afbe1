/** Why a database cannot be used or a write was refused; the CLI maps each to an exit code and a text. */
export const STORE_PROBLEMS = [
  'missing',
  'exists',
  'not_a_file',
  'empty_file',
  'not_a_database',
  'foreign',
  'corrupt',
  'newer_schema',
  'older_schema',
  'changed_migration',
  'no_access',
  'broken_disk',
  'locked',
  'run_locked',
  'disk_full',
  'pragma',
  'unknown_variable',
  'bad_input',
] as const;
export type StoreProblem = (typeof STORE_PROBLEMS)[number];

/** What a person can do about each problem: said at the end of every message. */
const REMEDIES: Readonly<Record<StoreProblem, string>> = {
  missing: 'Check --database, or import a document first: that creates it.',
  exists: 'Give another name: no file is ever overwritten.',
  not_a_file: 'Give the path of a file with --database.',
  empty_file: 'If nothing else uses it, move it away; a new database is created in its place.',
  not_a_database: 'Give another path with --database; this file is left as it is.',
  foreign: 'It belongs to another program. Give another path with --database; this file is left as it is.',
  corrupt: 'Move it away and restore a backup, or rebuild it from the archive with `gongkai reparse`.',
  newer_schema: 'Use the version of gongkai that wrote it, or a newer one.',
  older_schema: 'Run a command that writes (such as `gongkai import`) once, so that it is migrated.',
  changed_migration: 'Migrations that have run are never edited: use the version of gongkai that wrote it.',
  no_access: 'Check the permissions of the file and of its directory, which must be writable too.',
  broken_disk:
    'The disk itself fails: look at `dmesg`, move what is there to another disk, and check it with `gongkai doctor`.',
  locked: 'Another program is writing to it: wait, or stop that program.',
  run_locked: 'Wait until that run has ended, or stop it.',
  disk_full: 'Free some space and run the same command again: what was stored before is safe.',
  pragma: 'Keep the database on a local disk: network file systems cannot hold it.',
  unknown_variable: 'Seed the variables of this version of the forms first (seedVariables).',
  bad_input: 'This is a fault of the program, not of the database: please report it.',
};

/** The database cannot be used, or refused a write. Says which file, what is wrong, and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly problem: StoreProblem;
  readonly file: string;
  readonly remedy: string;
  /** Names and numbers that are the same in every language, such as the process that holds a lock. */
  readonly facts: string | undefined;

  constructor(
    problem: StoreProblem,
    file: string,
    detail: string,
    { facts, ...options }: ErrorOptions & { readonly facts?: string } = {},
  ) {
    super(`${file}: ${detail}${facts ? ` (${facts})` : ''}. ${REMEDIES[problem]}`, options);
    this.facts = facts;
    this.problem = problem;
    this.file = file;
    this.remedy = REMEDIES[problem];
  }
}
