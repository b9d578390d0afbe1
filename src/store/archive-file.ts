import { build } from './build.ts';
import { getRow, getRows, PARAMETER, prepare, prepareInsert, run } from './run.ts';
import type { Store } from './store.ts';

const findFile = prepare(build.selectFrom('archive_file').select('id').where('name', '=', PARAMETER));
const insertFile = prepareInsert('archive_file', ['name']);
const allFiles = prepare(build.selectFrom('archive_file').selectAll().orderBy('id'));
const lastCapture = prepare(
  build
    .selectFrom('capture')
    .select(['offset', 'length'])
    .where('file', '=', PARAMETER)
    .orderBy('offset', 'desc')
    .limit(PARAMETER),
);

/** The files of the archive that rows point into, and how far into each of them. */
export function archiveFiles(store: Store): { name: string; bytes: number }[] {
  return getRows(store, allFiles).map(({ id, name }) => {
    const { offset, length } = getRow(store, lastCapture, id, 1) ?? { offset: 0, length: 0 };
    return { name, bytes: offset + length };
  });
}

/** The number of a file of the archive; undefined when no row points into it. */
export const findArchiveFile = (store: Store, name: string): number | undefined =>
  getRow(store, findFile, name)?.id;

/** The same, noted now if it was not known. Part of the caller's transaction. */
export const archiveFileId = (store: Store, name: string): number =>
  findArchiveFile(store, name) ?? run(store, insertFile, name);
