import { archiveFileId } from './archive-file.ts';
import { build } from './build.ts';
import { getRow, PARAMETER, prepare, prepareInsert, run } from './run.ts';
import type { DocumentRow } from './schema.ts';
import type { Store } from './store.ts';

/** Where in the archive the bytes of a document are: `length` bytes at `offset` of `file` are one WARC record. */
export interface ArchivePlace {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** The document that a record was read from. */
export interface StoredDocument {
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly byteLength: number;
  /** html, text, pdf, … as the parsers call it. */
  readonly kind: string;
  /** Where it was published, under what name it was at hand, or both. */
  readonly origin: { readonly url?: string; readonly file?: string };
  readonly archived?: ArchivePlace;
  /** Day (ISO, UTC) on which these bytes were first had: later versions of a report come later. */
  readonly night?: string;
}

const findDocument = prepare(build.selectFrom('document').selectAll().where('sha256', '=', PARAMETER));
const insertDocument = prepareInsert('document', [
  'sha256',
  'byte_length',
  'kind',
  'archive_file',
  'archive_offset',
  'archive_length',
  'night',
]);
const updateDocument = prepare(
  build
    .updateTable('document')
    .set({ kind: PARAMETER, archive_file: PARAMETER, archive_offset: PARAMETER, archive_length: PARAMETER })
    .where('id', '=', PARAMETER),
);
const findOrigin = prepare(
  build
    .selectFrom('origin')
    .select('document')
    .where('document', '=', PARAMETER)
    .where('kind', '=', PARAMETER)
    .where('name', '=', PARAMETER),
);
const insertOrigin = prepareInsert('origin', ['document', 'kind', 'name']);

/** A document as it is stored: whether it was not before, and whether a row was written. */
export interface SavedDocument {
  readonly id: number;
  readonly isNew: boolean;
  readonly changed: boolean;
}

/** Stores a document and where it came from, unless that is known. */
export function saveDocument(store: Store, document: StoredDocument): SavedDocument {
  const sha256 = Buffer.from(document.sha256, 'hex');
  const known = getRow(store, findDocument, sha256);
  const place = placeRow(store, document.archived);
  if (known) {
    const moved = updateKnown(store, known, document.kind, place);
    const changed = saveOrigins(store, known.id, document, false) || moved;
    return { id: known.id, isNew: false, changed };
  }
  const id = run(
    store,
    insertDocument,
    sha256,
    document.byteLength,
    document.kind,
    ...place,
    document.night ?? null,
  );
  saveOrigins(store, id, document, true);
  return { id, isNew: true, changed: true };
}

type PlaceRow = readonly [file: number | null, offset: number | null, length: number | null];

function placeRow(store: Store, archived: ArchivePlace | undefined): PlaceRow {
  if (!archived) return [null, null, null];
  return [archiveFileId(store, archived.file), archived.offset, archived.length];
}

/** A document that is imported without an archive keeps the place that it had. */
function updateKnown(store: Store, known: DocumentRow, kind: string, place: PlaceRow): boolean {
  const before: PlaceRow = [known.archive_file, known.archive_offset, known.archive_length];
  const after = place[0] === null ? before : place;
  if (known.kind === kind && before.every((value, index) => value === after[index])) return false;
  run(store, updateDocument, kind, ...after, known.id);
  return true;
}

/** @param isNew - nothing is known of the document yet */
function saveOrigins(store: Store, document: number, { origin }: StoredDocument, isNew: boolean): boolean {
  let saved = false;
  for (const kind of ['url', 'file'] as const) {
    const name = origin[kind];
    if (name === undefined || (!isNew && getRow(store, findOrigin, document, kind, name))) continue;
    run(store, insertOrigin, document, kind, name);
    saved = true;
  }
  return saved;
}
