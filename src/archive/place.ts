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

const OFFSET = 0;
const REST = 1;
/** A record is shorter than 4 GiB: its length has this room in a number below 2^53, the file's the rest. */
const LENGTH_ROOM = 2 ** 32;

/** A place as two numbers, and back. Names of files are kept once. */
export class PackedPlaces {
  readonly #names: string[] = [];
  readonly #numberOf = new Map<string, number>();

  pack({ file, offset, length }: RecordPlace): readonly [offset: number, rest: number] {
    const number = this.#numberOf.get(file) ?? this.#names.push(file) - 1;
    this.#numberOf.set(file, number);
    return [offset, number * LENGTH_ROOM + length];
  }

  unpack(table: DigestTable, row: number): RecordPlace {
    const rest = table.numberAt(row, REST);
    const file = this.#names[Math.floor(rest / LENGTH_ROOM)] ?? '';
    return { file, offset: table.numberAt(row, OFFSET), length: rest % LENGTH_ROOM };
  }
}

/** Where each document is, by the sha256 of its bytes; the first record that has it counts. */
export class PlaceTable {
  readonly packed = new PackedPlaces();
  readonly table = new DigestTable(2);

  get size(): number {
    return this.table.size;
  }

  has(sha256: string): boolean {
    return this.table.rowOf(sha256) >= 0;
  }

  get(sha256: string): Place | undefined {
    const row = this.table.rowOf(sha256);
    return row < 0 ? undefined : { ...this.packed.unpack(this.table, row), sha256 };
  }

  /** Adds the place of a document that has none yet. */
  add(place: Place): void {
    this.table.add(place.sha256, this.packed.pack(place));
  }

  /** In the order in which they were added. */
  *values(): Generator<Place> {
    for (let row = 0; row < this.table.size; row++) {
      yield { ...this.packed.unpack(this.table, row), sha256: this.table.digestAt(row) };
    }
  }
}

/** Notes where a document is; a revisit has none. */
export function rememberPlace(places: PlaceTable, file: string, entry: IndexEntry): void {
  const { type, sha256, offset, length } = entry;
  if (type === 'revisit' || sha256 === undefined || places.has(sha256)) return;
  places.add({ file, offset, length, sha256 });
}
