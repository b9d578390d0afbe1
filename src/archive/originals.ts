import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { DigestTable } from './digest-table.ts';
import type { IndexEntry, RecordFacts } from './index-file.ts';
import { PLACE_COLUMNS, type PlaceTable, type RecordPlace } from './place.ts';
import { readFacts } from './read-record.ts';

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

type PayloadType = 'response' | 'resource';

/** What a row of `#byUri` says: which original, and in which second of Unix time. */
const ORIGINAL = 0;
const SECOND = 1;
/** There is one for every page that was ever fetched: shorter than that of a document, and no one finds a second. */
const URI_KEY_BYTES = 12;
const MOST_RECENT = 64;

/**
 * Payloads that are archived, and which one an address gave last. Only where they are is kept in memory; what a
 * revisit says of its original is read from the original.
 */
export class Originals {
  readonly #dir: string;
  readonly #places: PlaceTable;
  /** Those of which the place of their document is not the place: with a content encoding, or had before otherwise. */
  readonly #others = new DigestTable(PLACE_COLUMNS);
  readonly #byUri = new DigestTable(2, URI_KEY_BYTES);
  /** Rows of the places of which the record is an answer without content encoding: its payload is the document. */
  readonly #plain = new RowSet();
  /** Hosts that share a server answer what they do not have with the same page. */
  readonly #recent = new LRUCache<number, Original>({ max: MOST_RECENT });

  constructor(dir: string, places: PlaceTable) {
    this.#dir = dir;
    this.#places = places;
  }

  /** A page of the wire and one made by the browser are not each other's originals, the same bytes or not. */
  find(type: PayloadType, payload: string): Original | undefined {
    return this.#read(this.#rowOf(type, payload));
  }

  /** What the address gave last. */
  ofUri(uri: string): Original | undefined {
    const row = this.#byUri.rowOf(hashOf(uri));
    return row < 0 ? undefined : this.#read(unsigned.back(this.#byUri.numberAt(row, ORIGINAL)));
  }

  /** Takes note of a record that was written, or that an index tells of, after its document's place was noted. */
  remember(entry: RecordFacts | IndexEntry, place: RecordPlace): void {
    const row = entry.type === 'revisit' ? this.#revisited(entry) : this.#note(entry, place);
    const { uri, sha256, date = '' } = entry;
    if (row === null || uri === undefined || sha256 === undefined || !isDocument(entry)) return;
    const key = hashOf(uri);
    const known = this.#byUri.rowOf(key);
    const second = Math.max(0, Math.floor(Date.parse(date) / 1000) || 0);
    if (known < 0) this.#byUri.add(key, [unsigned.of(row), second]);
    // What was taken over from elsewhere may be older than what is there.
    else if (second >= this.#byUri.numberAt(known, SECOND)) {
      this.#byUri.setNumber(known, ORIGINAL, unsigned.of(row));
      this.#byUri.setNumber(known, SECOND, second);
    }
  }

  #revisited({ payload, status }: RecordFacts | IndexEntry): number | null {
    return payload === undefined
      ? null
      : this.#rowOf(status === undefined ? 'resource' : 'response', payload);
  }

  /** The row of the record's payload; null: the record is of no use to a revisit. */
  #note(entry: RecordFacts | IndexEntry, place: RecordPlace): number | null {
    const { type, id, uri, date, sha256, payload = sha256 } = entry;
    if (type !== 'response' && type !== 'resource') return null;
    if (id === undefined || uri === undefined || date === undefined || payload === undefined) return null;
    const known = this.#rowOf(type, payload);
    if (known !== null) return known;
    const row = type === 'response' && payload === sha256 ? this.#places.table.rowOf(sha256) : -1;
    if (row >= 0 && isAt(this.#places.packed.unpack(this.#places.table, row), place)) {
      this.#plain.add(row);
      return row;
    }
    return other(this.#others.add(keyOf(type, payload), this.#places.packed.pack(place)));
  }

  #rowOf(type: PayloadType, payload: string): number | null {
    const row = type === 'response' ? this.#places.table.rowOf(payload) : -1;
    if (row >= 0 && this.#plain.has(row)) return row;
    const apart = this.#others.rowOf(keyOf(type, payload));
    return apart < 0 ? null : other(apart);
  }

  #read(row: number | null): Original | undefined {
    if (row === null) return undefined;
    const recent = this.#recent.get(row);
    if (recent) return recent;
    const { packed, table } = this.#places;
    const place = row >= 0 ? packed.unpack(table, row) : packed.unpack(this.#others, other(row));
    const { id, uri, date, sha256, payload = sha256 } = readFacts(this.#dir, place) ?? {};
    // One that is damaged can stand for nothing: whatever comes is archived anew.
    if (id === undefined || uri === undefined || date === undefined || payload === undefined)
      return undefined;
    const original = { id, uri, date, payload, ...(sha256 === undefined ? {} : { sha256 }) };
    this.#recent.set(row, original);
    return original;
  }
}

/** Rows that are in it, a bit each. */
class RowSet {
  #bits = new Uint8Array(1024);

  add(row: number): void {
    const at = row >> 3;
    if (at >= this.#bits.length) {
      const wider = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      wider.set(this.#bits);
      this.#bits = wider;
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (row & 7));
  }

  has(row: number): boolean {
    return ((this.#bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }
}

/** Rows of the other table count down from -1; the same back. */
const other = (row: number): number => -1 - row;
/** A row of either table as a table keeps it, and back. */
const unsigned = { of: (row: number): number => row >>> 0, back: (kept: number): number => kept | 0 };
const isAt = (one: RecordPlace, { file, offset }: RecordPlace): boolean =>
  one.file === file && one.offset === offset;
const hashOf = (text: string): string => hash('sha256', text, 'hex');
const keyOf = (type: PayloadType, payload: string): string => hashOf(`${type} ${payload}`);

/** An error page is not what a later "not modified" speaks of. */
const isDocument = ({ status }: { readonly status?: number | undefined }): boolean =>
  status === undefined || status === 200 || status === 304;
