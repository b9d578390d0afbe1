import { crc32 } from 'node:zlib';

const PNG = 0x89504e47;
const JPEG = 0xffd8;
/** Files are padded or signed behind their end by this much at most. */
const TRAILER = 4096;

/**
 * Whether an image file is all there. @napi-rs/canvas before 1.1 ends the whole process on files that are cut off
 * (Brooooooklyn/canvas issue 1309), so what can be told beforehand is: a PNG whose chunks are whole, a JPEG that
 * has its end. Other formats are taken at their word.
 */
export function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) === PNG) return hasWholeChunks(bytes, view);
  return view.getUint16(0) !== JPEG || hasJpegEnd(bytes);
}

/** Chunks of a PNG: length, type, data, check sum (ISO 15948, 5.3); the last one is IEND. */
function hasWholeChunks(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 8; at + 12 <= bytes.byteLength; ) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.byteLength || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end))
      return false;
    if (view.getUint32(at + 4) === 0x49454e44) return true;
    at = end + 4;
  }
  return false;
}

function hasJpegEnd(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.byteLength - TRAILER));
  for (let at = tail.length - 2; at >= 0; at--) if (tail[at] === 0xff && tail[at + 1] === 0xd9) return true;
  return false;
}
