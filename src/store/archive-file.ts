import { build } from './build.ts';
import { getRow, PARAMETER, prepare, prepareInsert, run } from './run.ts';
import type { Store } from './store.ts';

const findFile = prepare(build.selectFrom('archive_file').select('id').where('name', '=', PARAMETER));
const insertFile = prepareInsert('archive_file', ['name']);

/** The number of a file of the archive; undefined when no row points into it. */
export const findArchiveFile = (store: Store, name: string): number | undefined =>
  getRow(store, findFile, name)?.id;

/** The same, noted now if it was not known. Part of the caller's transaction. */
export const archiveFileId = (store: Store, name: string): number =>
  findArchiveFile(store, name) ?? run(store, insertFile, name);
