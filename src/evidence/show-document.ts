import { type DocumentPlace, readArchived } from './archived-document.ts';
import type { EvidenceView, MadeEvidence } from './evidence.ts';
import type { EvidenceMaker } from './maker/open-maker.ts';

/** A document of the archive for eyes. Bytes that are not those that were read are never shown as if they were. */
export async function showDocument(
  document: DocumentPlace,
  view: EvidenceView,
  { archive, maker }: { readonly archive: string; readonly maker: EvidenceMaker },
): Promise<MadeEvidence> {
  const read = await readArchived(archive, document);
  if ('fault' in read) return read;
  if (!read.intact) return { fault: 'hash_mismatch', detail: `sha256 ${document.sha256}` };
  return maker.show({ sha256: document.sha256, bytes: read.bytes }, view);
}
