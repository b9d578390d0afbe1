/** Runs at least so long are written as a run; others as groups of so many (Parquet, "Encodings", RLE = 3). */
const GROUP = 8;

export const bitWidth = (most: number): number => 32 - Math.clz32(most);

/** Used again for every column. */
let room = new Uint8Array(0);

/**
 * Numbers below 2^width in the mix of runs and bit-packed groups in which Parquet keeps levels and dictionary codes:
 * a run is its length × 2 and the value; groups are their number × 2 + 1 and then their bits, the last filled up with 0.
 *
 * @param width - at most 24
 * @param ahead - bytes to leave free before what is written
 */
export function encodeRuns(values: Int32Array, width: number, ahead = 0): Uint8Array<ArrayBuffer> {
  const { length } = values;
  // Groups take `width` bytes each and a head for each stretch of them; a run takes at most 9 bytes for 8 values.
  const most = ahead + Math.ceil(length / GROUP) * Math.max(width, 5) + 2 * length + 16;
  if (room.length < most) room = new Uint8Array(most * 2);
  const out = room;
  let used = ahead;
  const head = (value: number): void => {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) out[used++] = (rest & 0x7f) | 0x80;
    out[used++] = rest;
  };
  const pack = (from: number, to: number): void => {
    const groups = Math.ceil((to - from) / GROUP);
    head(groups * 2 + 1);
    let [bits, held] = [0, 0];
    for (let at = from; at < from + groups * GROUP; at++) {
      if (at < to) bits |= (values[at] as number) << held;
      for (held += width; held >= 8; held -= 8) {
        out[used++] = bits & 0xff;
        bits >>>= 8;
      }
    }
  };
  const repeat = (value: number, count: number): void => {
    head(count * 2);
    for (let shift = 0; shift < width; shift += 8) out[used++] = (value >>> shift) & 0xff;
  };
  let packedFrom = 0;
  let at = 0;
  while (at < length) {
    const value = values[at] as number;
    let end = at + 1;
    while (end < length && values[end] === value) end++;
    if (end - at < GROUP) {
      at += GROUP;
      continue;
    }
    if (packedFrom < at) pack(packedFrom, at);
    repeat(value, end - at);
    at = end;
    packedFrom = end;
  }
  if (packedFrom < length) pack(packedFrom, length);
  return out.slice(0, used);
}
