import { sliceOf } from './bytes.ts';

/** A compound file ([MS-CFB]): the streams of its root storage, by name. */
export interface CompoundFile {
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream, or null when there is none of that name. */
  stream(name: string): Buffer | null;
}

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const HEADER_SECTORS = 109;
const ENTRY_SIZE = 128;
const STREAM = 2;
const ROOT = 5;
const NO_ENTRY = 0xffffffff;
/** Sector numbers from here on are marks: free, end of chain ([MS-CFB] 2.1). */
const LAST_SECTOR = 0xfffffffa;

interface Layout {
  readonly bytes: Buffer;
  readonly sectorSize: number;
  readonly table: Uint32Array;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Opens a compound file; RangeError for one that is cut off, or whose chains run in circles. */
export function openCompoundFile(file: Uint8Array): CompoundFile {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (!sliceOf(bytes, 0, 8).equals(SIGNATURE)) throw new RangeError('no compound file');
  const shift = bytes.readUInt16LE(30);
  const miniShift = bytes.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || miniShift > shift) throw new RangeError(`sector size 2^${shift}`);
  const sectorSize = 1 << shift;
  const layout = { bytes, sectorSize, table: allocationTable(bytes, sectorSize) };
  const entries = readEntries(readChain(layout, bytes.readUInt32LE(48)));
  const root = entries.find((entry) => entry.type === ROOT);
  if (!root) throw new RangeError('no root storage');
  const streams = new Map(childrenOf(root, entries).map((entry) => [entry.name, entry]));
  return {
    names: new Set(streams.keys()),
    stream: (name) => {
      const entry = streams.get(name);
      if (entry?.type !== STREAM) return null;
      if (entry.size >= bytes.readUInt32LE(56)) return sliceOf(readChain(layout, entry.start), 0, entry.size);
      const mini = { sectorSize: 1 << miniShift, table: tableOf(readChain(layout, bytes.readUInt32LE(60))) };
      return sliceOf(readMiniChain(readChain(layout, root.start), mini, entry.start), 0, entry.size);
    },
  };
}

/** The numbers of the sectors that hold the allocation table, then the table itself ([MS-CFB] 2.3, 2.5). */
function allocationTable(bytes: Buffer, sectorSize: number): Uint32Array {
  const most = Math.ceil(bytes.length / sectorSize);
  const count = bytes.readUInt32LE(44);
  if (count > most) throw new RangeError(`${count} sectors of allocation table in ${most}`);
  const sectors: number[] = [];
  for (let i = 0; i < Math.min(count, HEADER_SECTORS); i++) sectors.push(bytes.readUInt32LE(76 + 4 * i));
  let next = bytes.readUInt32LE(68);
  for (let step = 0; sectors.length < count && next < LAST_SECTOR; step++) {
    if (step > most) throw new RangeError('a chain of sectors runs in circles');
    const more = sectorOf(bytes, sectorSize, next);
    const last = sectorSize - 4;
    for (let at = 0; at < last && sectors.length < count; at += 4) sectors.push(more.readUInt32LE(at));
    next = more.readUInt32LE(last);
  }
  return tableOf(Buffer.concat(sectors.map((sector) => sectorOf(bytes, sectorSize, sector))));
}

function tableOf(bytes: Buffer): Uint32Array {
  const table = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < table.length; i++) table[i] = bytes.readUInt32LE(4 * i);
  return table;
}

/** The last sector of a file may be cut off behind what is used of it. */
function sectorOf(bytes: Buffer, sectorSize: number, sector: number): Buffer {
  const from = (sector + 1) * sectorSize;
  return sliceOf(bytes, from, Math.min(sectorSize, Math.max(1, bytes.length - from)));
}

function readChain({ bytes, sectorSize, table }: Layout, start: number): Buffer {
  return Buffer.concat(chain(table, start).map((sector) => sectorOf(bytes, sectorSize, sector)));
}

function readMiniChain(
  container: Buffer,
  { sectorSize, table }: { readonly sectorSize: number; readonly table: Uint32Array },
  start: number,
): Buffer {
  return Buffer.concat(
    chain(table, start).map((sector) => {
      const from = sector * sectorSize;
      return sliceOf(container, from, Math.min(sectorSize, Math.max(1, container.length - from)));
    }),
  );
}

function chain(table: Uint32Array, start: number): readonly number[] {
  const sectors: number[] = [];
  for (let sector = start; sector < LAST_SECTOR; ) {
    const next = table[sector];
    if (next === undefined) throw new RangeError('a chain of sectors leaves the file');
    if (sectors.length > table.length) throw new RangeError('a chain of sectors runs in circles');
    sectors.push(sector);
    sector = next;
  }
  return sectors;
}

function readEntries(directory: Buffer): readonly Entry[] {
  return Array.from({ length: Math.floor(directory.length / ENTRY_SIZE) }, (_, index) => {
    const entry = sliceOf(directory, index * ENTRY_SIZE, ENTRY_SIZE);
    const nameLength = Math.min(64, Math.max(2, entry.readUInt16LE(64)));
    return {
      name: entry.toString('utf16le', 0, nameLength - 2),
      type: entry.readUInt8(66),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}

/** The entries directly in the root: what is embedded in a document (charts, sheets) has storages of its own. */
function childrenOf(root: Entry, entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<number>();
  const open = [root.child];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entry = id === NO_ENTRY || seen.has(id) ? undefined : entries[id];
    if (!entry) continue;
    seen.add(id);
    open.push(entry.left, entry.right);
  }
  return [...seen].flatMap((id) => entries[id] ?? []);
}
