import { RefusedFile } from '../docx/refused-file.ts';
import { sliceOf } from './bytes.ts';
import { type CompoundFile, openCompoundFile } from './ole.ts';

/** The streams of a Word 97–2003 document and what its File Information Block says of them ([MS-DOC] 2.5). */
export interface DocFile {
  readonly main: Buffer;
  readonly table: Buffer;
  /** Properties that were too long for their page; empty when there is no such stream. */
  readonly data: Buffer;
  /** Characters of the main text, and where the text of its text boxes begins and how long it is. */
  readonly characters: number;
  readonly textBoxes: { readonly start: number; readonly characters: number };
  /** Parts of the table stream. */
  readonly clx: Buffer;
  readonly paragraphPages: Buffer;
  readonly characterPages: Buffer;
}

const WORD_97 = 0xa5ec;
const WORD_95 = 0xa5dc;
const FIRST_SUPPORTED = 0x00c1;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;

/** Opens a .doc file; RefusedFile for what cannot be read, RangeError for a broken one. */
export function openDocFile(bytes: Uint8Array): DocFile {
  const file = openCompoundFile(bytes);
  // An Office Open XML file with a password is a compound file around its encrypted package ([MS-OFFCRYPTO] 1.3).
  if (file.names.has('EncryptedPackage')) throw new RefusedFile('encrypted');
  const main = streamOf(file, 'WordDocument');
  const identifier = main.readUInt16LE(0);
  const flags = main.readUInt16LE(0x0a);
  if (identifier === WORD_95 || (identifier === WORD_97 && main.readUInt16LE(2) < FIRST_SUPPORTED)) {
    throw new RefusedFile('unsupported', { kind: 'Word 95 (.doc)' });
  }
  if (identifier !== WORD_97) throw new RangeError('no Word document');
  if (flags & ENCRYPTED) throw new RefusedFile('encrypted');
  const table = streamOf(file, flags & TABLE_1 ? '1Table' : '0Table');
  const part = (at: number): Buffer => sliceOf(table, main.readUInt32LE(at), main.readUInt32LE(at + 4));
  const counts = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => main.readUInt32LE(at));
  return {
    main,
    table,
    data: file.stream('Data') ?? Buffer.alloc(0),
    characters: counts[0] ?? 0,
    textBoxes: {
      start: counts.slice(0, 6).reduce((sum, count) => sum + count, 0),
      characters: counts[6] ?? 0,
    },
    clx: part(0x01a2),
    paragraphPages: part(0x0102),
    characterPages: part(0x00fa),
  };
}

function streamOf(file: CompoundFile, name: string): Buffer {
  const stream = file.stream(name);
  if (!stream) throw new RangeError(`no stream ${name}`);
  return stream;
}
