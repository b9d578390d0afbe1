import { crc32, deflateRawSync } from 'node:zlib';

export type ZipFile = { readonly name: string; readonly data: Uint8Array };

const header = (signature: number, fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0));
  bytes.writeUInt32LE(signature);
  let at = 4;
  for (const [size, value] of fields) {
    if (size === 2) bytes.writeUInt16LE(value, at);
    else bytes.writeUInt32LE(value >>> 0, at);
    at += size;
  }
  return bytes;
};

/** What a hostile or careless writer says of a file, in place of the truth. */
export type ZipLies = { readonly size?: number; readonly crc?: number; readonly flags?: number };

/** A zip archive (APPNOTE.TXT) without dates, so that the same files give the same bytes. */
export const writeZip = (files: readonly ZipFile[], lies: Readonly<Record<string, ZipLies>> = {}): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of files) {
    const packed = deflateRawSync(data);
    const path = Buffer.from(name);
    const { size = data.length, crc = crc32(data), flags = 0x0800 } = lies[name] ?? {};
    const shared = [
      [2, 20],
      [2, flags],
      [2, 8],
      [2, 0],
      [2, 0x21],
      [4, crc],
      [4, packed.length],
      [4, size],
      [2, path.length],
      [2, 0],
    ] as const;
    parts.push(header(0x04034b50, shared), path, packed);
    const place = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    directory.push(header(0x02014b50, [[2, 20], ...shared, ...place]), path);
    offset += 30 + path.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, listed.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...parts, listed, end]);
};

/** The files of an office package: its parts by name, as text. */
export const writePackage = (parts: Readonly<Record<string, string>>): Buffer =>
  writeZip(Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) })));
