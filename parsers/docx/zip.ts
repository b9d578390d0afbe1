import { crc32, inflateRawSync } from 'node:zlib';
import { RefusedFile } from './refused-file.ts';

/** One file of a zip archive as its central directory lists it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

export interface Zip {
  readonly bytes: Buffer;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

/** Requirement C-44: what an archive may claim before any of it is decoded. An office file has some 20 parts. */
const MOST_ENTRIES = 2000;
const MOST_BYTES_IN_ALL = 500 * 1024 * 1024;
/** What one part may decode to, and how many times its packed size once it is larger than a megabyte. */
const MOST_BYTES_IN_PART = 48 * 1024 * 1024;
const MOST_RATIO = 100;
const RATIO_FREE = 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const IN_ZIP64 = 0xffffffff;

const broken = (reason: string): RefusedFile => new RefusedFile('unreadable', { reason });

/**
 * The directory of a zip archive, checked before anything is decoded: number of entries, declared sizes, and that no
 * two entries share bytes (the trick of a flat bomb). Throws RefusedFile, or RangeError where the bytes end.
 */
export function openZip(bytes: Uint8Array): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = listEntries(buffer);
  const total = listed.reduce((sum, entry) => sum + entry.size, 0);
  if (total > MOST_BYTES_IN_ALL)
    throw new RefusedFile('too_large', { bytes: total, most: MOST_BYTES_IN_ALL });
  checkApart(buffer, listed);
  const entries = new Map<string, ZipEntry>();
  for (const entry of listed) {
    if (entries.has(entry.name)) throw broken('压缩包中有重名文件 / two files of one name in the archive');
    entries.set(entry.name, entry);
  }
  return { bytes: buffer, entries };
}

/**
 * The decoded bytes of one file, or null when the archive has none of that name. What comes out must have the size
 * and the checksum that the directory says: a flipped bit may not become a digit.
 */
export function readZipEntry({ bytes, entries }: Zip, name: string): Buffer | null {
  const entry = entries.get(name);
  if (!entry) return null;
  if (entry.encrypted) throw new RefusedFile('encrypted');
  if (entry.size > MOST_BYTES_IN_PART) {
    throw new RefusedFile('too_large', { bytes: entry.size, most: MOST_BYTES_IN_PART });
  }
  if (entry.size > RATIO_FREE && entry.size > entry.compressedSize * MOST_RATIO) {
    throw new RefusedFile('too_large', { bytes: entry.size, most: entry.compressedSize * MOST_RATIO });
  }
  const packed = bytes.subarray(...dataRange(bytes, entry));
  const decoded = entry.method === 0 ? packed : inflate(packed, entry);
  if (decoded.length !== entry.size || crc32(decoded) !== entry.crc) {
    throw broken(`${name} 的校验和不符 / the checksum of ${name} does not match`);
  }
  return decoded;
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method !== 8) throw broken(`${entry.name} 的压缩方法未知 / unknown compression of ${entry.name}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw broken(`${entry.name} 无法解压 / ${entry.name} cannot be decompressed`);
  }
}

function listEntries(bytes: Buffer): readonly ZipEntry[] {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES)
    throw new RefusedFile('too_large', { bytes: `${count} 个文件`, most: MOST_ENTRIES });
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken('压缩包目录损坏 / broken archive directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = at + 46 + nameLength;
    entries.push({ ...readEntry(bytes, at, nameLength), ...zip64Sizes(bytes, at, extra, extraLength) });
    at = extra + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number, nameLength: number): ZipEntry {
  return {
    name: bytes
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .replace(/^\/+/, ''),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

/** Some writers say the sizes of small files in the 64-bit field too (APPNOTE.TXT 4.5.3). */
function zip64Sizes(bytes: Buffer, at: number, extra: number, length: number): Partial<ZipEntry> {
  const fields = [
    ['size', 24],
    ['compressedSize', 20],
    ['offset', 42],
  ] as const;
  const missing = fields.filter(([, place]) => bytes.readUInt32LE(at + place) === IN_ZIP64);
  if (missing.length === 0) return {};
  for (let field = extra; field + 4 <= extra + length; field += 4 + bytes.readUInt16LE(field + 2)) {
    if (bytes.readUInt16LE(field) !== 1) continue;
    return Object.fromEntries(
      missing.map(([name], index) => [name, Number(bytes.readBigUInt64LE(field + 4 + index * 8))]),
    );
  }
  throw broken('压缩包目录损坏 / broken archive directory');
}

function endOfDirectory(bytes: Buffer): number {
  const last = bytes.length - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw broken('压缩包不完整，没有目录 / the archive is cut off: it has no directory');
}

/** From and to of an entry's packed bytes, behind its local header. */
function dataRange(bytes: Buffer, { offset, compressedSize }: ZipEntry): [from: number, to: number] {
  if (bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw broken('压缩包目录损坏 / broken archive directory');
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + compressedSize > bytes.length) throw broken('压缩包不完整 / the archive is cut off');
  return [from, from + compressedSize];
}

function checkApart(bytes: Buffer, entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw broken('压缩包中的文件互相重叠 / files of the archive overlap');
    end = dataRange(bytes, entry)[1];
  }
}
