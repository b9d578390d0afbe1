import { archiveFileId } from '../archive-file.ts';
import { build } from '../build.ts';
import { PARAMETER, prepare, run } from '../run.ts';
import type { Store } from '../store.ts';

/** A record of the archive, as the index in the database knows it. */
export interface Capture {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  readonly url: string;
  /** When it was fetched, ISO. */
  readonly date: string;
  readonly status?: number;
  /** Of the document, in hexadecimal. */
  readonly sha256?: string;
  readonly role?: string;
  readonly source?: string;
  readonly page?: string;
  readonly round?: number;
}

const insertCapture = prepare(
  build
    .insertInto('capture')
    .values({
      file: PARAMETER,
      offset: PARAMETER,
      length: PARAMETER,
      url: PARAMETER,
      date: PARAMETER,
      status: PARAMETER,
      sha256: PARAMETER,
      role: PARAMETER,
      source: PARAMETER,
      page_url: PARAMETER,
      round: PARAMETER,
    })
    .onConflict((conflict) => conflict.columns(['file', 'offset']).doNothing()),
);
/** Adds a record to the index; one that is there already is left as it is. Part of the caller's transaction. */
export function saveCapture(store: Store, capture: Capture): void {
  const { file, offset, length, url, date } = capture;
  const sha256 = capture.sha256 === undefined ? null : Buffer.from(capture.sha256, 'hex');
  const id = archiveFileId(store, file);
  run(
    store,
    insertCapture,
    ...[id, offset, length, url, date, capture.status ?? null, sha256, capture.role ?? null],
    ...[capture.source ?? null, capture.page ?? null, capture.round ?? null],
  );
}
