/** A part of a buffer that is really there: RangeError where a broken file points beyond its end. */
export function sliceOf(bytes: Buffer, from: number, length: number): Buffer {
  if (from < 0 || length < 0 || from + length > bytes.length) {
    throw new RangeError(`bytes ${from} to ${from + length} of ${bytes.length}`);
  }
  return bytes.subarray(from, from + length);
}
