import type { CaptureContext } from './capture-context.ts';
import { type IndexEntry, readIndex } from './index-file.ts';
import { type Place, rememberPlace } from './place.ts';
import { listWarcFiles } from './warc-files.ts';

/** One answer of a server, one page of the browser or one imported file: what the archive knows of it. */
export interface Capture extends Partial<CaptureContext> {
  readonly type: 'response' | 'revisit' | 'resource';
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
  const places = new Map<string, Place>();
  for (const file of listWarcFiles(dir)) {
    const entries = readIndex(dir, file);
    const contexts = new Map<string, IndexEntry>();
    for (const entry of entries) if (entry.type === 'metadata' && entry.of) contexts.set(entry.of, entry);
    for (const entry of entries) {
      rememberPlace(places, file, entry);
      if (CAPTURES.has(entry.type)) yield captureOf(entry, contexts.get(entry.id ?? ''), places);
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

function captureOf(
  entry: IndexEntry,
  context: IndexEntry | undefined,
  places: ReadonlyMap<string, Place>,
): Capture {
  const { type, uri = '', date = '', status, contentType, sha256 } = entry;
  const { role, source, page, title, file } = context ?? {};
  const place = places.get(sha256 ?? '');
  const known = { url: uri, date, status, contentType, sha256, place, role, source, page, title, file };
  const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return { type, ...said } as Capture;
}
