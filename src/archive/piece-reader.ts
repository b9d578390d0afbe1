import type { Piece } from './read-pieces.ts';

type Bytes = Extract<Piece, { kind: 'bytes' }>;
export type PieceDamage = Extract<Piece, { kind: 'damage' }>;

const LF = 0x0a;

/**
 * Reads lines and blocks from pieces. At damage it comes to a stop, as at the end: `damage` says so, and `resume`
 * goes on behind it.
 */
export class PieceReader {
  readonly #pieces: AsyncIterator<Piece>;
  #held: Bytes | undefined;
  #ended = false;
  /** Why there is nothing more to read, unless the file ends. */
  damage: PieceDamage | undefined;
  /** The gzip member that the last byte came from. */
  member = -1;

  constructor(pieces: AsyncIterable<Piece>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  get ended(): boolean {
    return this.#ended;
  }

  resume(): void {
    this.damage = undefined;
  }

  /** The next byte, which stays where it is; undefined at the end. */
  async peek(): Promise<number | undefined> {
    return (await this.#next())?.bytes[0];
  }

  /** Up to `length` bytes: fewer only at the end. */
  async read(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.#consume(length, (part) => parts.push(part));
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** Returns how many bytes there were to skip. */
  skip(length: number): Promise<number> {
    return this.#consume(length, () => undefined);
  }

  /** A line with its end; cut at `most` bytes; empty at the end. */
  async readLine(most: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let length = 0; length < most; ) {
      const held = await this.#next();
      if (!held) break;
      const end = held.bytes.indexOf(LF) + 1;
      const part = await this.read(Math.min(end || held.bytes.length, most - length));
      parts.push(part);
      length += part.length;
      if (part.at(-1) === LF) break;
    }
    return Buffer.concat(parts);
  }

  async #consume(length: number, take: (part: Buffer) => void): Promise<number> {
    let done = 0;
    while (done < length) {
      const held = await this.#next();
      if (!held) break;
      const part = held.bytes.subarray(0, length - done);
      this.#held = { ...held, bytes: held.bytes.subarray(part.length) };
      this.member = held.member;
      done += part.length;
      take(part);
    }
    return done;
  }

  /** The piece with the next byte. */
  async #next(): Promise<Bytes | undefined> {
    while (!this.#held?.bytes.length) {
      if (this.damage || this.#ended) return undefined;
      const { done, value } = await this.#pieces.next();
      if (done) this.#ended = true;
      else if (value.kind === 'damage') this.damage = value;
      else this.#held = value;
    }
    return this.#held;
  }
}
