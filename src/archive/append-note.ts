import { hash } from 'node:crypto';
import { appendEntry } from './append-group.ts';
import type { Archive } from './archive.ts';
import { type CaptureContext, formatContext, parseContext } from './capture-context.ts';
import type { DigestTable } from './digest-table.ts';
import type { IndexEntry, RecordFacts } from './index-file.ts';
import type { RecordPlace } from './place.ts';
import { newRecordId } from './record-id.ts';

/** What a note says, and of which document. */
export interface Note extends CaptureContext {
  /** Sha256 of the document, which is archived already. */
  readonly document: string;
}

/**
 * Says something more of a document that is archived: that the list page holds a report too, that the same bytes
 * were imported under another name. A `metadata` record of its own. The same note again is not written: null.
 */
export function appendNote(
  archive: Archive,
  uri: string,
  date: Date,
  note: Note,
): Promise<RecordPlace | null> {
  const block = formatContext(note);
  const facts = { type: 'metadata', uri, date: date.toISOString(), ...parseContext(block) } as const;
  const key = keyOf(facts);
  return appendEntry(archive, {
    ...{ keys: [key], bytes: block.length },
    make: () =>
      archive.notes.rowOf(key) >= 0
        ? []
        : [
            {
              id: newRecordId(),
              uri,
              date: facts.date,
              contentType: 'application/warc-fields',
              block,
              facts,
            },
          ],
    onKept: ([appended = null]) => {
      noteKey(archive.notes, key);
      return appended;
    },
  });
}

/** Takes note of what an index tells, so that nothing is said twice; an imported file says its name itself. */
export function rememberNote(notes: DigestTable, entry: IndexEntry | RecordFacts): void {
  if (entry.type === 'metadata' && entry.of === undefined && entry.document) noteKey(notes, keyOf(entry));
  if (entry.type !== 'resource' || entry.sha256 === undefined) return;
  noteKey(notes, keyOf({ ...entry, role: 'import', document: entry.sha256 }));
}

const keyOf = ({ uri, document, role, name, round }: RecordFacts | IndexEntry): string =>
  hash('sha256', JSON.stringify([uri, document, role, name, round]), 'hex');

function noteKey(notes: DigestTable, key: string): void {
  if (notes.rowOf(key) < 0) notes.add(key, []);
}
