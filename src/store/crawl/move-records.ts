import { archiveFileId, findArchiveFile } from '../archive-file.ts';
import { build } from '../build.ts';
import { getRows, PARAMETER, prepare, run } from '../run.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { writeDurably } from '../write.ts';

const deleteFile = prepare(build.deleteFrom('archive_file').where('id', '=', PARAMETER));
const capturesIn = prepare(build.selectFrom('capture').select('offset').where('file', '=', PARAMETER));
const moveCapture = prepare(
  build
    .updateTable('capture')
    .set({ file: PARAMETER, offset: PARAMETER })
    .where('file', '=', PARAMETER)
    .where('offset', '=', PARAMETER),
);
const deleteCapture = prepare(
  build.deleteFrom('capture').where('file', '=', PARAMETER).where('offset', '=', PARAMETER),
);
const documentsIn = prepare(
  build
    .selectFrom('document')
    .select(['id', 'archive_offset as offset'])
    .where('archive_file', '=', PARAMETER),
);
const moveDocument = prepare(
  build
    .updateTable('document')
    .set({ archive_file: PARAMETER, archive_offset: PARAMETER })
    .where('id', '=', PARAMETER),
);

/**
 * Notes that records are now in another file: `offsets` says where each is, and one that is not in it is gone. On the
 * disk when it returns. Throws StoreError `corrupt`, and writes nothing, when a document would be gone.
 */
export function moveRecords(
  store: Store,
  from: string,
  to: string,
  offsets: ReadonlyMap<number, number>,
): void {
  writeDurably(store, () => {
    const old = findArchiveFile(store, from);
    if (old === undefined) return;
    const file = archiveFileId(store, to);
    for (const { id, offset } of getRows(store, documentsIn, old)) {
      const moved = offset === null ? undefined : offsets.get(offset);
      if (moved === undefined)
        throw new StoreError('corrupt', store.file, `needs record ${offset} of ${from}`);
      run(store, moveDocument, file, moved, id);
    }
    for (const { offset } of getRows(store, capturesIn, old)) {
      const moved = offsets.get(offset);
      if (moved === undefined) run(store, deleteCapture, old, offset);
      else run(store, moveCapture, file, moved, old, offset);
    }
    run(store, deleteFile, old);
  });
}
