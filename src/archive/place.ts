import { DigestTable } from './digest-table.ts';
import type { IndexEntry } from './index-file.ts';

/** Where a record is: `length` bytes at `offset` of `file` (a name within the archive) are one gzip member. */
export interface Place {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  /** Of the document: the bytes as they were published, content encoding undone; in hexadecimal. */
  readonly sha256: string;
}

/** Where a record is, without what it holds. */
export type RecordPlace = Omit<Place, 'sha256'>;

const WORD = 2 ** 32;
/** A file is shorter than 2^40 bytes, and a record than 2^32: the number of the file is above the rest of its offset. */
const HIGH_ROOM = 2 ** 8;
const LOW = 0;
const LENGTH = 1;
const HIGH = 2;
/** How many numbers a place is packed in. */
export const PLACE_COLUMNS = 3;

/** A place as three numbers, and back. Names of files are kept once. */
export class PackedPlaces {
  readonly #names: string[] = [];
  readonly #numberOf = new Map<string, number>();

  pack({ file, offset, length }: RecordPlace): readonly [low: number, length: number, high: number] {
    const number = this.#numberOf.get(file) ?? this.#names.push(file) - 1;
    this.#numberOf.set(file, number);
    return [offset % WORD, length, number * HIGH_ROOM + Math.floor(offset / WORD)];
  }

  unpack(table: DigestTable, row: number): RecordPlace {
    const high = table.numberAt(row, HIGH);
    return {
      file: this.#names[Math.floor(high / HIGH_ROOM)] ?? '',
      offset: (high % HIGH_ROOM) * WORD + table.numberAt(row, LOW),
      length: table.numberAt(row, LENGTH),
    };
  }
}

/** Where each document is, by the sha256 of its bytes; the first record that has it counts. */
export class PlaceTable {
  readonly packed = new PackedPlaces();
  readonly table = new DigestTable(PLACE_COLUMNS);

  get size(): number {
    return this.table.size;
  }

  has(sha256: string): boolean {
    return this.table.rowOf(sha256) >= 0;
  }

  get(sha256: string): Place | undefined {
    const row = this.table.rowOf(sha256);
    return row < 0 ? undefined : { sha256, ...this.packed.unpack(this.table, row) };
  }

  /** Adds the place of a document that has none yet. */
  add(place: Place): void {
    this.table.add(place.sha256, this.packed.pack(place));
  }
}

/** Notes where a document is; a revisit has none. */
export function rememberPlace(places: PlaceTable, file: string, entry: IndexEntry): void {
  const { type, sha256, offset, length } = entry;
  if (type === 'revisit' || sha256 === undefined || places.has(sha256)) return;
  places.add({ file, offset, length, sha256 });
}
