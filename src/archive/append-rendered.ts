import { hash } from 'node:crypto';
import { type AppendedExchange, makeMetadata, revisitFields } from './append-exchange.ts';
import { type AppendedRecord, appendRecords, inTurn } from './append-record.ts';
import { makeResource, type Resource } from './append-resource.ts';
import type { Archive } from './archive.ts';
import type { CaptureContext } from './capture-context.ts';
import { findOriginal, type Original, rememberOriginal } from './originals.ts';
import type { NewRecord } from './serialize-record.ts';

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
  return inTurn(archive, async () => {
    const sha256 = hash('sha256', bytes, 'hex');
    const earlier = findOriginal(archive.originals, 'resource', sha256);
    const made = makeResource(bytes, sha256, page);
    const record = earlier ? asRevisit(made, earlier) : made;
    const records = [record, makeMetadata(record, context)];
    const [appended] = (await appendRecords(archive, records)) as [AppendedRecord];
    rememberOriginal(archive.originals, record.facts);
    const known = archive.places.get(sha256);
    if (known) return { record: appended, place: known, fresh: false };
    const place = { ...appended, sha256 };
    archive.places.set(sha256, place);
    return { record: appended, place, fresh: true };
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
