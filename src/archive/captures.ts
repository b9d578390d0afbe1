import { type CaptureContext, CONTEXT_NAMES } from './capture-context.ts';
import { type IndexEntry, readIndex } from './index-file.ts';
import { type Place, PlaceTable, type RecordPlace, rememberPlace } from './place.ts';
import { listWarcFiles } from './warc-files.ts';

/**
 * One answer of a server, one page of the browser, one imported file, or a note about one of them: what the archive
 * knows of it.
 */
export interface Capture extends Partial<CaptureContext> {
  readonly type: 'response' | 'revisit' | 'resource' | 'note';
  /** Where the record itself is. */
  readonly record: RecordPlace;
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly status?: number;
  readonly contentType?: string;
  /** Of the document; absent when the answer has none. */
  readonly sha256?: string;
  /** Where the document's bytes are; for a revisit those of the earlier answer. */
  readonly place?: Place;
}

const CAPTURES: ReadonlySet<string> = new Set(['response', 'revisit', 'resource']);

/** Every capture in the order in which they were archived, by the index alone. Throws what reading it throws. */
export function* captures({ dir }: { readonly dir: string }): Generator<Capture> {
  const places = new PlaceTable();
  for (const file of listWarcFiles(dir)) {
    const entries = readIndex(dir, file);
    const contexts = new Map<string, IndexEntry>();
    for (const entry of entries) if (entry.type === 'metadata' && entry.of) contexts.set(entry.of, entry);
    for (const entry of entries) {
      rememberPlace(places, file, entry);
      if (isNote(entry)) yield captureOf(file, entry, entry, places);
      if (CAPTURES.has(entry.type)) yield captureOf(file, entry, contexts.get(entry.id ?? ''), places);
    }
  }
}

/** The last capture of each address, by its date. */
export function latestCaptures(archive: { readonly dir: string }): Map<string, Capture> {
  const latest = new Map<string, Capture>();
  for (const capture of captures(archive)) {
    const known = latest.get(capture.url);
    if (!known || capture.date >= known.date) latest.set(capture.url, capture);
  }
  return latest;
}

/** Metadata that is not of a record of its own file, but of a document that is archived somewhere. */
const isNote = ({ type, of, document }: IndexEntry): boolean =>
  type === 'metadata' && of === undefined && document !== undefined;

function captureOf(
  file: string,
  entry: IndexEntry,
  context: IndexEntry | undefined,
  places: PlaceTable,
): Capture {
  const { uri = '', date = '', status, contentType, offset, length } = entry;
  const type = entry.type === 'metadata' ? 'note' : entry.type;
  const sha256 = entry.sha256 ?? entry.document;
  const place = sha256 === undefined ? undefined : places.get(sha256);
  const said = Object.fromEntries(CONTEXT_NAMES.map((name) => [name, context?.[name]]));
  const name = context?.name ?? entry.name;
  const known = { url: uri, date, status, contentType, sha256, place, ...said, name };
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return { type, record: { file, offset, length }, ...given } as Capture;
}
