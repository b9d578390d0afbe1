import { type DocumentPlace, readArchived } from './archived-document.ts';

/** When a document was archived, ISO, by its own record; null when it is not there or does not say. */
export async function openRecordDate(archive: string, document: DocumentPlace): Promise<string | null> {
  const read = await readArchived(archive, document);
  return 'fault' in read ? null : (read.date ?? null);
}
