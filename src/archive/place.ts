/** Where a record is: `length` bytes at `offset` of `file` (a name within the archive) are one gzip member. */
export interface Place {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  /** Of the payload: the bytes as they were published, in hexadecimal. */
  readonly sha256: string;
}
