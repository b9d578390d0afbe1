import type { IndexEntry, RecordFacts } from './index-file.ts';

/** A record that has a payload: what a revisit of it refers to. */
export interface Original {
  readonly id: string;
  readonly uri: string;
  readonly date: string;
  /** Of the payload. */
  readonly payload: string;
  /** Of the document; absent when the payload could not be decoded. */
  readonly sha256?: string;
}

/** Payloads that are archived, and which one an address gave last. */
export interface Originals {
  readonly byPayload: Map<string, Original>;
  readonly byUri: Map<string, { readonly date: string; readonly original: Original }>;
}

export const newOriginals = (): Originals => ({ byPayload: new Map(), byUri: new Map() });

/** A page of the wire and one made by the browser are not each other's originals, the same bytes or not. */
const keyOf = (type: IndexEntry['type'], payload: string): string => `${type} ${payload}`;

export const findOriginal = (
  { byPayload }: Originals,
  type: 'response' | 'resource',
  payload: string,
): Original | undefined => byPayload.get(keyOf(type, payload));

/** Takes note of a record that was written, or that an index tells of; those of no use to a revisit are passed over. */
export function rememberOriginal(originals: Originals, entry: RecordFacts | IndexEntry): void {
  const { type, uri, date = '' } = entry;
  const original = type === 'revisit' ? revisited(originals, entry) : originalOf(entry);
  if (!original || uri === undefined) return;
  const key = keyOf(type, original.payload);
  if (type !== 'revisit' && !originals.byPayload.has(key)) originals.byPayload.set(key, original);
  if (original.sha256 === undefined || !isDocument(entry)) return;
  // What was taken over from elsewhere may be older than what is there.
  if (date >= (originals.byUri.get(uri)?.date ?? '')) originals.byUri.set(uri, { date, original });
}

function originalOf(entry: RecordFacts | IndexEntry): Original | undefined {
  const { type, id, uri, date, sha256, payload = sha256 } = entry;
  if (type !== 'response' && type !== 'resource') return undefined;
  if (id === undefined || uri === undefined || date === undefined || payload === undefined) return undefined;
  return { id, uri, date, payload, ...(sha256 === undefined ? {} : { sha256 }) };
}

function revisited(
  { byPayload }: Originals,
  { payload, status }: RecordFacts | IndexEntry,
): Original | undefined {
  if (payload === undefined) return undefined;
  return byPayload.get(keyOf(status === undefined ? 'resource' : 'response', payload));
}

/** An error page is not what a later "not modified" speaks of. */
const isDocument = ({ status }: { readonly status?: number | undefined }): boolean =>
  status === undefined || status === 200 || status === 304;
