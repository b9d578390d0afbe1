import { hash } from 'node:crypto';
import { appendRecords, inTurn } from './append-record.ts';
import type { Archive } from './archive.ts';
import { rememberOriginal } from './originals.ts';
import type { Place } from './place.ts';
import { newRecordId } from './record-id.ts';
import { type NewRecord, SHA256 } from './serialize-record.ts';
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
 * Bytes that are archived already are not written again: their old place is returned. Throws ArchiveError.
 */
export async function appendResource(
  archive: Archive,
  bytes: Uint8Array,
  resource: Resource,
): Promise<Place> {
  const sha256 = hash('sha256', bytes, 'hex');
  return archive.places.get(sha256) ?? inTurn(archive, () => appendNew(archive, bytes, sha256, resource));
}

async function appendNew(
  archive: Archive,
  bytes: Uint8Array,
  sha256: string,
  resource: Resource,
): Promise<Place> {
  const known = archive.places.get(sha256);
  if (known) return known;
  const record = makeResource(bytes, sha256, resource);
  const [appended] = await appendRecords(archive, [record]);
  if (!appended) throw new Error('the record was not written');
  const place = { ...appended, sha256 };
  rememberOriginal(archive.originals, record.facts);
  archive.places.set(sha256, place);
  return place;
}

export function makeResource(bytes: Uint8Array, sha256: string, resource: Resource): NewRecord {
  const id = newRecordId();
  const uri = targetUri(resource);
  const date = resource.date.toISOString();
  const contentType = mediaType(resource.contentType);
  return {
    ...{ id, uri, date, contentType, block: bytes },
    fields: { 'WARC-Payload-Digest': SHA256 + sha256 },
    facts: { type: 'resource', id, uri, date, sha256, contentType },
  };
}

const mediaType = (type: string | undefined): string => (type && MEDIA_TYPE.test(type) ? type : UNKNOWN_TYPE);
