import { hash } from 'node:crypto';
import { type AppendedExchange, makeMetadata, revisitFields } from './append-exchange.ts';
import { appendEntry } from './append-group.ts';
import { makeResource, type Resource } from './append-resource.ts';
import type { Archive } from './archive.ts';
import type { CaptureContext } from './capture-context.ts';
import type { Original } from './originals.ts';
import type { RecordPlace } from './place.ts';
import type { NewRecord } from './serialize-record.ts';
import { targetUri } from './target-uri.ts';

/**
 * Archives a page as the browser made it of what it was sent: a `resource` record with the page's address (or a
 * `revisit` when it was made the same before), and `metadata`. Throws ArchiveError.
 */
export function appendRendered(
  archive: Archive,
  bytes: Uint8Array,
  page: Resource & { readonly url: string },
  context: CaptureContext,
): Promise<AppendedExchange> {
  const sha256 = hash('sha256', bytes, 'hex');
  return appendEntry(archive, {
    keys: [targetUri(page), sha256],
    bytes: bytes.length,
    make: () => {
      const earlier = archive.originals.find('resource', sha256);
      const made = makeResource(bytes, sha256, page);
      const record = earlier ? asRevisit(made, earlier) : made;
      return [record, makeMetadata(record, context)];
    },
    onKept: ([appended], [record]) => {
      const known = archive.places.get(sha256);
      const place = known ?? { ...(appended as RecordPlace), sha256 };
      if (!known) archive.places.add(place);
      archive.originals.remember((record as NewRecord).facts, appended as RecordPlace);
      return { record: appended as RecordPlace, place, fresh: known === undefined };
    },
  });
}

function asRevisit({ id, uri, date, contentType, facts }: NewRecord, earlier: Original): NewRecord {
  const { payload, sha256 } = earlier;
  return {
    ...{ id, date, contentType, block: new Uint8Array() },
    ...(uri === undefined ? {} : { uri }),
    fields: revisitFields(earlier, 'identical-payload-digest'),
    facts: { type: 'revisit', id, uri, date: facts.date, payload, sha256, of: earlier.id },
  };
}
