const WORD_BYTES = 4;
/** Half of a SHA-256: to find another document with the same half is beyond what anyone can compute. */
const KEY_BYTES = 16;
/** Rows are made this many at a time: what is there is never copied. */
const BLOCK_ROWS = 4096;
const FIRST_SLOTS = 8192;
const MOST_FILLED = 0.75;
const HEX_OF_WORD = 8;

interface Block {
  readonly keys: Uint32Array;
  readonly numbers: Uint32Array;
}

/**
 * Numbers by digest, in a few dozen bytes each: a map of strings and objects takes many times as much, and an archive
 * of a country has millions of documents. A row keeps its number; none is ever taken out. Numbers are whole, at least
 * 0 and below 2^32.
 */
export class DigestTable {
  readonly #keyWords: number;
  readonly #columns: number;
  readonly #blocks: Block[] = [];
  /** By the first word of a digest: number of its row plus one; 0 for none. */
  #slots = new Uint32Array(FIRST_SLOTS);
  #size = 0;

  /** `keyBytes`: how much of each digest is compared, a multiple of 4. */
  constructor(columns: number, keyBytes = KEY_BYTES) {
    this.#columns = columns;
    this.#keyWords = keyBytes / WORD_BYTES;
  }

  get size(): number {
    return this.#size;
  }

  /** The row of a digest in hexadecimal; -1 when there is none. */
  rowOf(digest: string): number {
    const key = this.#wordsOf(digest);
    return (this.#slots[this.#slotOf(key)] ?? 0) - 1;
  }

  /** Adds a row for a digest that has none; returns its number. */
  add(digest: string, numbers: readonly number[]): number {
    if (this.#size >= this.#slots.length * MOST_FILLED) this.#widen();
    const row = this.#size++;
    const at = row % BLOCK_ROWS;
    if (at === 0) this.#blocks.push(this.#newBlock());
    const { keys, numbers: cells } = this.#blocks.at(-1) as Block;
    const key = this.#wordsOf(digest);
    keys.set(key, at * this.#keyWords);
    cells.set(numbers, at * this.#columns);
    this.#slots[this.#slotOf(key)] = row + 1;
    return row;
  }

  numberAt(row: number, column: number): number {
    const { numbers } = this.#blockOf(row);
    return numbers[(row % BLOCK_ROWS) * this.#columns + column] as number;
  }

  setNumber(row: number, column: number, value: number): void {
    this.#blockOf(row).numbers[(row % BLOCK_ROWS) * this.#columns + column] = value;
  }

  #newBlock(): Block {
    return {
      keys: new Uint32Array(BLOCK_ROWS * this.#keyWords),
      numbers: new Uint32Array(BLOCK_ROWS * this.#columns),
    };
  }

  #blockOf(row: number): Block {
    return this.#blocks[Math.floor(row / BLOCK_ROWS)] as Block;
  }

  #keyAt(row: number): Uint32Array {
    const start = (row % BLOCK_ROWS) * this.#keyWords;
    return this.#blockOf(row).keys.subarray(start, start + this.#keyWords);
  }

  #wordsOf(digest: string): Uint32Array {
    const words = new Uint32Array(this.#keyWords);
    for (let at = 0; at < words.length; at++) {
      words[at] = Number.parseInt(digest.slice(at * HEX_OF_WORD, (at + 1) * HEX_OF_WORD), 16);
    }
    return words;
  }

  /** The slot that has the key's row, or the empty one that it would have. A digest is as good as random. */
  #slotOf(key: Uint32Array): number {
    const mask = this.#slots.length - 1;
    let slot = (key[0] ?? 0) & mask;
    for (let row = this.#slots[slot] ?? 0; row !== 0; row = this.#slots[slot] ?? 0) {
      if (isSame(this.#keyAt(row - 1), key)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #widen(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let row = 0; row < this.#size; row++) this.#slots[this.#slotOf(this.#keyAt(row))] = row + 1;
  }
}

function isSame(one: Uint32Array, other: Uint32Array): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
