import { hash } from 'node:crypto';
import { appendEntry } from './append-group.ts';
import { appendNote, rememberNote } from './append-note.ts';
import type { Archive } from './archive.ts';
import { oneLine } from './capture-context.ts';
import type { Place, RecordPlace } from './place.ts';
import { newRecordId } from './record-id.ts';
import { FILE_NAME, type NewRecord, SHA256 } from './serialize-record.ts';
import { targetUri } from './target-uri.ts';

/** What is known of a document that was at hand, not fetched. */
export interface Resource {
  /** Where it was published, if that is known. */
  readonly url?: string;
  /** The name it was at hand under. */
  readonly file?: string;
  readonly date: Date;
  readonly contentType?: string;
}

const UNKNOWN_TYPE = 'application/octet-stream';
/** A media type on one line: it becomes a header. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:; ?[\w-]+=[\w."-]+)*$/;

/**
 * Archives a document as a WARC `resource` record and returns its place; the bytes are on the disk by then.
 * Bytes that are archived already are not written again: their old place is returned, and a note says under which
 * name and address they came this time. Throws ArchiveError.
 */
export async function appendResource(
  archive: Archive,
  bytes: Uint8Array,
  resource: Resource,
): Promise<Place> {
  const sha256 = hash('sha256', bytes, 'hex');
  const known = archive.places.get(sha256);
  const { place, isNew } = known
    ? { place: known, isNew: false }
    : await appendNew(archive, bytes, sha256, resource);
  if (isNew) return place;
  const name = resource.file === undefined ? {} : { name: resource.file };
  await appendNote(archive, targetUri(resource), resource.date, {
    role: 'import',
    document: sha256,
    ...name,
  });
  return place;
}

/** @returns isNew false when the same bytes came under another name a moment before, and were written then */
function appendNew(
  archive: Archive,
  bytes: Uint8Array,
  sha256: string,
  resource: Resource,
): Promise<{ readonly place: Place; readonly isNew: boolean }> {
  return appendEntry(archive, {
    ...{ keys: [sha256], bytes: bytes.length },
    make: () => (archive.places.has(sha256) ? [] : [makeResource(bytes, sha256, resource)]),
    onKept: ([appended], [record]) => {
      const known = archive.places.get(sha256);
      if (known) return { place: known, isNew: false };
      const { facts } = record as NewRecord;
      const place = { ...(appended as RecordPlace), sha256 };
      archive.places.add(place);
      archive.originals.remember(facts, place);
      rememberNote(archive.notes, facts);
      return { place, isNew: true };
    },
  });
}

export function makeResource(bytes: Uint8Array, sha256: string, resource: Resource): NewRecord {
  const id = newRecordId();
  const uri = targetUri(resource);
  const date = resource.date.toISOString();
  const contentType = mediaType(resource.contentType);
  const name = resource.file === undefined ? undefined : oneLine(resource.file);
  return {
    ...{ id, uri, date, contentType, block: bytes },
    fields: {
      'WARC-Payload-Digest': SHA256 + sha256,
      ...(name === undefined ? {} : { [FILE_NAME]: encodeURIComponent(name) }),
    },
    facts: { type: 'resource', id, uri, date, sha256, contentType, name },
  };
}

const mediaType = (type: string | undefined): string => (type && MEDIA_TYPE.test(type) ? type : UNKNOWN_TYPE);
